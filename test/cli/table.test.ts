import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { refusedTable } from '../../mock/cli/refused-rows.ts'
import { table } from '../../mock/cli/table.ts'

test('a table is as wide as its cells, where there is room', async () => {
  const text = await table(['field', 'value'], [['_name', 'Ada']], 80)

  expect(stripVTControlCharacters(text)).toBe('field  value\n_name  Ada\n')
})

test('a table fits the terminal, broken between words, and no character of it is lost', async () => {
  const words = 'Ada Lovelace, '.repeat(20).trim()
  const url = `https://shop.example.com/${'x'.repeat(150)}`

  const text = await table(['field', 'words', 'url'], [['_name', words, url]], 80)

  const [, ...lines] = stripVTControlCharacters(text).trimEnd().split('\n')
  const starts = /^(_name +)(Ada .*?)(https:.*)$/.exec(lines[0] as string)?.slice(1, 3) ?? []
  const [first = 0, second = 0] = starts.map((part) => part.length)
  const column = (from: number, to?: number) => lines.map((line) => line.slice(from, to).trim())
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(
    column(first, first + second)
      .join(' ')
      .trim(),
  ).toBe(words)
  expect(column(first + second).join('')).toBe(url)
})

test('a cell cannot drive the terminal', async () => {
  const text = await table(['field', 'value'], [['_name', '\u001B[2J\u009B2J']], 80)

  expect(text).toContain('\\u001b[2J\\u009b2J')
})

test('a word of any length fits', async () => {
  const text = await table(['field', 'value'], [['_name', 'x'.repeat(100_000)]], 80)

  const lines = stripVTControlCharacters(text).trimEnd().split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBe(80)
  expect(text.match(/x/g)).toHaveLength(100_000)
})

test('of a refused value, its beginning is shown', async () => {
  const refused = { line: 2, column: '_name', rule: '', reason: 'is too long', hint: '' }
  const value = 'y'.repeat(100_000)

  const text = await refusedTable([{ ...refused, value }], 1, undefined)

  expect(text.match(/y/g)).toHaveLength(200)
  expect(text).toContain('y…')
})
