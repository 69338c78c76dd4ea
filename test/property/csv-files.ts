import fc from 'fast-check'
import { emails, externalIds } from './pools.ts'

/** A record as it stands in a file. */
interface CsvRecord {
  /** The line at which it begins, from 1. */
  readonly line: number
  /** Undefined where its quotes are broken. */
  readonly cells: readonly string[] | undefined
}

/** A file, and what is in it. */
export interface CsvFile {
  readonly text: string
  readonly delimiter: ',' | ';'
  readonly header: readonly string[]
  readonly records: readonly CsvRecord[]
}

/** How a file is written down. */
interface CsvStyle {
  readonly delimiter: ',' | ';'
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly mark: '' | '\ufeff'
  readonly quotesAll: boolean
  /** Whether the last line has an end. */
  readonly ends: boolean
  /** Empty lines between the records. */
  readonly gap: number
}

/** What records have of a column. */
const cellsOf = new Map<string, fc.Arbitrary<string>>(
  Object.entries({
    _email: fc.oneof({ arbitrary: emails, weight: 6 }, fc.constant('')),
    _externalId: fc.oneof({ arbitrary: externalIds, weight: 6 }, fc.constant('')),
    _name: fc.constantFrom('Ada', 'Bob', '', 'Love, "Ada"; lace', 'two\r\nlines\n', '=cmd|0', ' '),
    _points: oftenRight(['7', '0', ''], ['007', '+7', '1.5', 'seven']),
    _birthdate: oftenRight(
      ['1990-01-31', '1990-01-31T10:00:00Z', ''],
      ['1990-02-30', '31/01/1990', '1990-1-1'],
    ),
    tier: oftenRight(['gold', 'silver', ''], ['lead', 'Gold']),
    likes: oftenRight(['tea', 'tea|rum', ''], ['tea|tea', 'gin', 'tea|', '|']),
  }),
)

function oftenRight(right: readonly string[], wrong: readonly string[]) {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...right), weight: 9 },
    { arbitrary: fc.constantFrom(...wrong), weight: 1 },
  )
}

const strangers = fc.constantFrom('colour', '_totalPurchases', '__proto__', 'constructor', '_Name')

const keys = fc.constantFrom(
  ...[['_email'], ['_externalId'], ['_externalId'], ['_email', '_externalId']],
  ...[
    ['_email', '_externalId'],
    ['_externalId', '_email'],
  ],
)

/** The columns of a file; one in twenty has one of them twice, or no identifier. */
const headers = fc
  .record({
    keys,
    fields: fc.subarray(['_name', '_points', '_birthdate', 'tier', 'likes']),
    stranger: fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, strangers),
    turn: fc.nat({ max: 8 }),
    odd: fc.nat({ max: 39 }),
  })
  .map(({ keys, fields, stranger, turn, odd }) => {
    const names = [...(odd === 0 ? [] : keys), ...fields, ...(stranger ? [stranger] : ['_name'])]
    const all = [...new Set(names), ...(odd === 1 ? [names[0] as string] : [])]
    return [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
  })

const styles: fc.Arbitrary<CsvStyle> = fc.record({
  delimiter: fc.constantFrom(',', ';'),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\ufeff'),
  quotesAll: fc.boolean(),
  ends: fc.boolean(),
  gap: fc.constantFrom(0, 0, 0, 1, 2),
})

/** What is wrong with a record as a whole; with most of them, nothing. */
const faults = fc.oneof(
  { arbitrary: fc.constant('none' as const), weight: 20 },
  fc.constantFrom('short', 'long', 'stray-quote', 'text-behind-quotes'),
)

/** Files of up to six records about the contacts that all steps are about. */
export const csvFiles: fc.Arbitrary<CsvFile> = headers.chain((header) => {
  const cells = fc.tuple(...header.map((name) => cellsOf.get(name) ?? fc.constantFrom('', 'green')))
  const record = fc.tuple(cells, faults)
  const rows = fc.array(record, { minLength: 0, maxLength: 6, size: 'max' })
  return fc.tuple(rows, styles).map(([rows, style]) => fileOf(header, rows, style))
})

type Row = readonly [cells: readonly string[], fault: string]

/** Writes a file, and notes at which line each of its records begins. */
function fileOf(header: readonly string[], rows: readonly Row[], style: CsvStyle): CsvFile {
  const { delimiter, lineEnd, mark, ends, gap } = style
  const between = lineEnd.repeat(1 + gap)
  const records: CsvRecord[] = []
  let text = header.map((name) => written(name, style)).join(delimiter)
  for (const [cells, fault] of rows) {
    text += between
    const line = text.split(/\r\n|\r|\n/).length
    const broken = fault === 'stray-quote' ? 'a"b' : fault === 'text-behind-quotes' ? '"a"b' : ''
    const kept = fault === 'long' ? [...cells, 'x'] : fault === 'short' ? cells.slice(1) : cells
    if (kept.length === 0) continue
    const parts = kept.map((cell) => written(cell, style))
    const row = (broken === '' ? parts : parts.with(0, broken)).join(delimiter)
    // An empty line is no record.
    text += row === '' ? '""' : row
    records.push({ line, cells: broken === '' ? kept : undefined })
  }
  return { text: mark + text + (ends ? lineEnd : ''), delimiter, header, records }
}

function written(cell: string, { quotesAll }: CsvStyle) {
  return quotesAll || /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
