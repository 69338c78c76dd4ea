import { csvText } from '../files/csv-write.ts'
import { ZipOfOne } from '../files/zip.ts'
import type { Account } from '../state/account.ts'
import type { ExportRow } from '../state/job-rows.ts'
import { activitySheet } from './export-activities.ts'
import { contactSheet } from './export-contacts.ts'
import { reportSheet } from './export-reports.ts'
import type { Sheet } from './export-sheet.ts'

const sheets = {
  contacts: contactSheet,
  activities: activitySheet,
  'data-explorer': reportSheet,
}
const byteOrderMark = '\uFEFF'

/** Characters that are turned into CSV together, unless a single record has more. */
const pieceLength = 65_536

/**
 * The file of an export, written in as many steps as one likes: a ZIP with one CSV file. What it
 * holds is settled when it is made; the same account and moment give the same bytes.
 */
export class ExportWork {
  /** How many records it has. */
  readonly total: number
  readonly #sheet: Sheet
  readonly #delimiter: ExportRow['delimiter']
  readonly #zip: ZipOfOne
  readonly #encoder = new TextEncoder()
  #written = 0

  constructor(account: Account, row: ExportRow) {
    this.#sheet = sheets[row.exportType](account, row)
    this.#delimiter = row.delimiter
    this.#zip = new ZipOfOne(`export-${row.id}.csv`, account.now())
    this.total = this.#sheet.total
    this.#add([this.#sheet.header], byteOrderMark)
  }

  /** Writes up to so many further records; returns how many there were. */
  write(count: number): number {
    const from = this.#written
    const to = Math.min(from + count, this.total)
    let piece: string[][] = []
    let length = 0
    for (let number = from; number < to; number++) {
      const record = this.#sheet.recordAt(number)
      piece.push(record)
      length += record.reduce((sum, cell) => sum + cell.length, 0)
      if (length < pieceLength) continue
      this.#add(piece)
      piece = []
      length = 0
    }
    if (piece.length > 0) this.#add(piece)
    this.#written = to
    return to - from
  }

  /** The whole file; to be called once, when all is written. */
  file(): Uint8Array {
    return this.#zip.end()
  }

  /** A NUL becomes what halves of a character become: with it, no import would take the file. */
  #add(records: readonly (readonly string[])[], before = '') {
    const text = before + csvText(records, this.#delimiter)
    this.#zip.add(this.#encoder.encode(text.replaceAll('\0', '\uFFFD')))
  }
}
