import { stringify } from '#csv-stringify'
import { ConnectifError } from '../errors.ts'
import type { Source } from './source.ts'

/** How rows are written. */
export interface RowFormat {
  /** Names of the columns, in order; those of the first row when left out. */
  columns: readonly string[] | undefined
  /** What is between the values of a line. */
  delimiter: string
}

/** Rows are written many at a time: that many, or as soon as they have that many characters. */
const most = { rows: 250, characters: 65_536 }

/** CSV text of rows, their header first. Takes rows only as the text is taken. */
export function csvOf(rows: Source<unknown>, { columns, delimiter }: RowFormat) {
  return written(rows, columns && headerOf(columns), delimiter)
}

async function* written(
  rows: Source<unknown>,
  header: Header | undefined,
  delimiter: string,
): AsyncGenerator<string> {
  let records = header ? [[...header.keys()]] : []
  let characters = 0
  for (let row = 1; ; row++) {
    const { done, value } = await rows.next()
    if (done) break
    if (!isRow(value)) throw new ConnectifError(`row ${row} is no object with a value per column`)
    if (!header) {
      header = headerOf(Object.keys(value))
      records.push([...header.keys()])
    }
    const record = recordOf(value, header, row)
    records.push(record)
    characters += record.reduce((sum, cell) => sum + cell.length, 0)
    if (records.length < most.rows && characters < most.characters) continue
    yield text(records, delimiter)
    records = []
    characters = 0
  }
  if (!header) throw new ConnectifError('without rows and columns there is no header')
  if (records.length > 0) yield text(records, delimiter)
}

/** Records as text, each with a line end. */
export function text(records: string[][], delimiter: string): string {
  // With a `record_delimiter` of one's own, values with a lone CR would go without quotes.
  return stringify(records, { delimiter })
}

/** Places of the columns by their name. */
export type Header = Map<string, number>

/** Whether a value is an object with a value per column. */
export function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value)
}

function headerOf(columns: readonly string[]): Header {
  const header = new Map(columns.map((name, place) => [name, place]))
  if (header.size === columns.length && header.size > 0 && !header.has('')) return header
  throw new ConnectifError('columns must have names, and no two the same')
}

/**
 * The cells of a row, one for each column.
 *
 * @throws {ConnectifError} when a value is in no column, or cannot be written as text
 */
export function recordOf(row: Record<string, unknown>, header: Header, number: number): string[] {
  const record = Array<string>(header.size).fill('')
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined || value === null) continue
    const place = header.get(name)
    if (place === undefined) {
      throw new ConnectifError(`row ${number} has "${name}", which is no column: add it to columns`)
    }
    const cell = cellOf(value)
    if (cell === undefined) {
      throw new ConnectifError(`row ${number}: the value of "${name}" cannot be written as text`)
    }
    record[place] = cell
  }
  return record
}

/** A value as text, or undefined where it has none that could be read back. */
function cellOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return dateOf(value)
  if (!Array.isArray(value)) return undefined

  const options = value.map((option) => (Array.isArray(option) ? undefined : cellOf(option)))
  // Nothing tells a `|` in an option from one between two.
  const writable = options.every((option) => option !== undefined && !option.includes('|'))
  return writable ? options.join('|') : undefined
}

/** A day where a date is the beginning of one, since imports take days; else the moment. */
export function dateOf(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined
  return date.toISOString().replace('T00:00:00.000Z', '')
}
