import { once } from 'node:events'
import type { WriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { csvText } from '../files/csv-write.ts'
import { shortened } from '../shortened.ts'
import { Mistake } from './mistake.ts'
import { columnsOf } from './print.ts'
import { grouped } from './progress-line.ts'
import { table } from './table.ts'

/** A value that a row was refused for, or would be. */
export interface RefusedRow {
  /** The line at which the row begins, from 1. */
  readonly line: number
  /** The column; empty where it is about the row as a whole. */
  readonly column: string
  readonly value: string
  /** Id of the rule that refused; empty where it is not known. */
  readonly rule: string
  readonly reason: string
  /** What to do about it; empty where there is nothing to say. */
  readonly hint: string
}

const columns = ['line', 'column', 'value', 'rule', 'reason', 'hint'] as const

/** As many as a screen has room for. */
const most = 12

/** Refused rows in a CSV file, written as they come. */
export class RefusedRows {
  readonly #path: string
  readonly #stream: WriteStream
  #failure: Error | undefined

  private constructor(path: string, stream: WriteStream) {
    this.#path = path
    this.#stream = stream
    stream.on('error', (error) => {
      this.#failure = error
    })
  }

  /**
   * A file for refused rows, open, with a header.
   *
   * @param goesOn - whether rows are added to those that are there
   * @throws {Mistake} when it cannot be written
   */
  static async open(path: string, goesOn: boolean): Promise<RefusedRows> {
    try {
      const file = await open(path, goesOn ? 'a' : 'w')
      const { size } = await file.stat()
      const stream = file.createWriteStream()
      if (size === 0) stream.write(csvText([columns], ','))
      return new RefusedRows(path, stream)
    } catch (thrown) {
      throw unwritable(path, thrown)
    }
  }

  /** Adds rows. */
  add(rows: readonly RefusedRow[]): void {
    if (rows.length === 0) return
    const cells = rows.map((row) => columns.map((name) => String(row[name])))
    this.#stream.write(csvText(cells, ','))
  }

  /**
   * Resolves when all of them are in the file.
   *
   * @throws {Mistake} when it cannot be written
   */
  async close(): Promise<void> {
    this.#stream.end()
    if (!this.#stream.closed) await once(this.#stream, 'close').catch(() => {})
    if (this.#failure) throw unwritable(this.#path, this.#failure)
  }
}

function unwritable(path: string, thrown: unknown) {
  return new Mistake(`cannot write ${path}: ${(thrown as Error).message}`)
}

/** The first refused rows, what to do about them, and where to find the others. */
export async function refusedTable(
  rows: readonly RefusedRow[],
  count: number,
  report: string | undefined,
): Promise<string> {
  const shown = rows.slice(0, most)
  const cells = shown.map(({ line, column, value, rule, reason }) => [
    String(line),
    column === '' ? '(row)' : column,
    shortened(value),
    rule === '' ? reason : `${reason} (${rule})`,
  ])
  const parts = [await table(['line', 'column', 'value', 'what is wrong'], cells, columnsOf())]
  const left = count - shown.length
  const where = report === undefined ? '--report <file> writes all of them' : `${report} has all`
  if (left > 0) parts.push(`and ${grouped(left)} more: ${where}\n`)

  const hints = new Map(shown.filter(({ hint }) => hint).map(({ rule, hint }) => [hint, rule]))
  const advice = Array.from(hints, ([hint, rule]) => [rule, hint])
  if (advice.length > 0) parts.push('\n', await table(['rule', 'what to do'], advice, columnsOf()))
  return parts.join('')
}
