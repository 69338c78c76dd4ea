import { parse } from '#csv-parse'
import { Walk } from './walk.ts'

/** A record of a file. */
export interface CsvRecord {
  /** The line at which it begins, from 1. */
  readonly line: number
  /** Its values in order; undefined where its quotes are broken. */
  readonly cells: readonly string[] | undefined
}

/** Where in a file reading goes on. */
export interface CsvPlace {
  /** The whole file. */
  readonly bytes: Uint8Array
  /** Where the next record begins, in bytes. */
  readonly at: number
  /** The line at which it begins, from 1. */
  readonly line: number
}

/** Records, and the place behind them. */
export interface CsvSlice {
  readonly records: readonly CsvRecord[]
  readonly at: number
  readonly line: number
}

/** The next records of a file, at most so many. */
export function recordsAt(place: CsvPlace, delimiter: string, most: number): CsvSlice {
  const walk = new Walk(place.bytes, delimiter, place.at, place.line)
  const records: CsvRecord[] = []
  const run: Run = { ...place, delimiter, from: place.at, lines: [] }
  while (records.length + run.lines.length < most && walk.next()) {
    if (walk.sound) run.lines.push(walk.line)
    else {
      parseRun(run, walk.start, records)
      records.push({ line: walk.line, cells: undefined })
      run.from = walk.at
    }
  }
  parseRun(run, walk.at, records)
  return { records, at: walk.at, line: walk.nextLine }
}

/** Records that follow one another, whose quotes are right. */
interface Run {
  readonly bytes: Uint8Array
  readonly delimiter: string
  /** Where they begin. */
  from: number
  /** The line of each. */
  readonly lines: number[]
}

/** Adds the records of a run up to a position, which are parsed together. */
function parseRun({ bytes, delimiter, from, lines }: Run, to: number, records: CsvRecord[]) {
  if (lines.length === 0) return
  const parsed = parse(bytes.subarray(from, to), {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  })
  for (const [index, cells] of parsed.entries()) {
    records.push({ line: lines[index] as number, cells })
  }
  lines.length = 0
}
