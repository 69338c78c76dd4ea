import { ConnectifError } from '../errors.ts'
import { type Header, isRow, recordOf, text } from '../files/rows-to-csv.ts'
import type { Row } from './contacts.ts'

/** Below the 50 MB that the API takes, with room for the form around the file. */
const mostBytes = 45_000_000

/** An item of a part. */
export interface PartItem {
  readonly position: number
  readonly item: Row
  /** The line at which it begins in the file, from 1; undefined where it is not in there. */
  readonly line: number | undefined
  /** Why it is not in there. */
  readonly error?: ConnectifError
}

/** Items for one import, and the file that they make. */
export class PartFile {
  readonly items: PartItem[] = []
  readonly #most: number
  readonly #header: Header = new Map()
  readonly #records: string[][] = []
  #bytes = 0
  #line = 2

  /** @param most - how many items it takes */
  constructor(most: number) {
    this.#most = most
  }

  get isFull(): boolean {
    const commas = (this.#records.length + 1) * this.#header.size
    return this.items.length >= this.#most || this.#bytes + commas > mostBytes
  }

  /** How many items are in the file. */
  get size(): number {
    return this.#records.length
  }

  /** Adds an item; one that cannot be written as a line is kept with the reason. */
  add(item: Row, position: number): void {
    try {
      const record = this.#recordOf(item, position)
      this.items.push({ position, item, line: this.#line })
      this.#records.push(record)
      this.#bytes += record.reduce((sum, cell) => sum + bytesOf(cell), 0)
      this.#line += 1 + record.reduce((sum, cell) => sum + breaksIn(cell), 0)
    } catch (error) {
      if (!(error instanceof ConnectifError)) throw error
      this.items.push({ position, item, line: undefined, error })
    }
  }

  /** The file as CSV; its columns are those of all items. */
  get text(): string {
    const { size } = this.#header
    for (const record of this.#records) while (record.length < size) record.push('')
    return text([[...this.#header.keys()], ...this.#records], ',')
  }

  #recordOf(item: Row, position: number): string[] {
    if (!isRow(item) || !(item._externalId || item._email)) {
      throw new ConnectifError('an item is an object with _externalId or _email')
    }
    const given = Object.entries(item).filter(([, value]) => value !== undefined && value !== null)
    for (const [name] of given) {
      if (!this.#header.has(name)) this.#header.set(name, this.#header.size)
    }
    return recordOf(item, this.#header, position + 1)
  }
}

/** At most so many bytes are a cell, its quotes and comma included. */
function bytesOf(cell: string): number {
  return 3 + cell.length * (/^[\0-\x7f]*$/.test(cell) ? 1 : 3) + (cell.match(/"/g)?.length ?? 0)
}

function breaksIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0
}
