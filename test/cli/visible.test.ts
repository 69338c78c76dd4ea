import { expect, test } from 'vitest'
import { jsonLine, visible } from '../../mock/cli/visible.ts'

test.for([
  ['\u001B[2J', '\\u001b[2J'],
  ['a\rb', 'a\\u000db'],
  ['\u009B31m', '\\u009b31m'],
  ['\u007F', '\\u007f'],
  ['\u202Egnp.exe', '\\u202egnp.exe'],
  ['one\u2028two', 'one\\u2028two'],
] as const)('%j is written out', ([text, shown]) => {
  expect(visible(text)).toBe(shown)
})

test.for(['Ñandú 👩‍👩‍👧', 'שלום', 'two\nlines\tand a tab'])('%j stays', (text) => {
  expect(visible(text)).toBe(text)
})

test('a line of JSON has no character that a terminal obeys, and is read as what it was', () => {
  const value = { name: '\u001B]0;x\u0007', surname: '\u009B31m', note: 'a\nb' }

  const line = jsonLine(value)

  expect(line).toMatch(/^[ -~]+\n$/)
  expect(JSON.parse(line)).toEqual(value)
})
