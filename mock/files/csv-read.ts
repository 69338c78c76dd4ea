import { CsvError, parse } from '#csv-parse'
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
  const { bytes } = place
  const walk = new Walk(bytes, delimiter, place.at, place.line)
  const bounds: number[] = []
  const lines: number[] = []
  while (lines.length < most && walk.next()) {
    bounds.push(walk.start)
    lines.push(walk.line)
  }
  bounds.push(walk.at)
  const cells = lines.length === 0 ? [] : cellsOf(bytes, bounds, delimiter)
  const records = lines.map((line, index) => ({ line, cells: cells[index] }))
  return { records, at: walk.at, line: walk.nextLine }
}

/** Parsed together; only where one of them is broken, in halves. */
function cellsOf(
  bytes: Uint8Array,
  bounds: readonly number[],
  delimiter: string,
): (string[] | undefined)[] {
  try {
    return parsed(bytes.subarray(bounds[0], bounds.at(-1)), delimiter)
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const count = bounds.length - 1
    if (count === 1) return [undefined]
    const half = count >> 1
    return [
      ...cellsOf(bytes, bounds.slice(0, half + 1), delimiter),
      ...cellsOf(bytes, bounds.slice(half), delimiter),
    ]
  }
}

function parsed(bytes: Uint8Array, delimiter: string): string[][] {
  return parse(bytes, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  })
}
