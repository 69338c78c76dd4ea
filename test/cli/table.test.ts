import { expect, test } from 'vitest'
import { table } from '../../mock/cli/table.ts'

test('a table is as wide as its cells, where there is room', async () => {
  const text = await table(['field', 'value'], [['_name', 'Ada']], 80)

  expect(text).toContain('│ _name │ Ada   │')
})

test('a table fits the terminal, and no character of it is lost', async () => {
  const words = 'Ada Lovelace, '.repeat(20)
  const url = `https://shop.example.com/${'x'.repeat(150)}`

  const text = await table(['field', 'words', 'url'], [['_name', words, url]], 80)

  const lines = text.trimEnd().split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(column(lines, 2)).toBe(words.replaceAll(' ', ''))
  expect(column(lines, 3)).toBe(url)
})

test('a cell cannot drive the terminal', async () => {
  const text = await table(['field', 'value'], [['_name', '\u001B[2J\u009B2J']], 80)

  expect(text).toContain('\\u001b[2J\\u009b2J')
})

/** The text of a column under the head, without the spaces around it. */
function column(lines: readonly string[], at: number) {
  const cells = lines.filter((line) => line.startsWith('│')).slice(1)
  return cells.map((line) => line.split('│')[at]?.replaceAll(' ', '')).join('')
}
