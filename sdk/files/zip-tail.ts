import { type ZipEntry, zipError } from './zip-entry.ts'

/** The longest list of files that a ZIP with one file ends with, comments included, and more. */
const tailSize = 131_072

/** A number of 4 bytes that says that the real one is elsewhere. */
const elsewhere = 0xffffffff

/** The end of a ZIP, where it lists its files with their sums. */
export class ZipTail {
  #bytes = new Uint8Array(2 * tailSize)
  #length = 0
  #total = 0

  /** Keeps the last bytes in mind. */
  keep(chunk: Uint8Array): void {
    this.#total += chunk.length
    const last = chunk.subarray(-tailSize)
    if (this.#length + last.length > this.#bytes.length) {
      this.#bytes.copyWithin(0, this.#length - tailSize, this.#length)
      this.#length = tailSize
    }
    this.#bytes.set(last, this.#length)
    this.#length += last.length
  }

  /**
   * Throws unless the ZIP is whole, the file is its only one, and was unpacked to what was packed.
   */
  mustAgreeWith(entry: ZipEntry | undefined): void {
    const view = new DataView(this.#bytes.buffer, 0, this.#length)
    const end = endIn(view)
    if (end === undefined || !entry) throw zipError('is cut short')
    const count = view.getUint16(end + 10, true)
    const offset = view.getUint32(end + 16, true)
    if (count === 0xffff || offset === elsewhere) return
    if (count !== 1) throw zipError(`holds ${count} files, and exports have one`)

    const at = offset - (this.#total - this.#length)
    const isThere = at >= 0 && at + 46 <= end && view.getUint32(at, true) === 0x02014b50
    const size = isThere ? view.getUint32(at + 24, true) : undefined
    const sizeFits = size === elsewhere || size === entry.sum.size
    if (!isThere || !sizeFits || view.getUint32(at + 16, true) !== entry.sum.crc) {
      throw zipError('is broken')
    }
  }
}

/** Where the last part of a ZIP begins, which ends it together with its comment. */
function endIn(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    const isEnd = view.getUint32(at, true) === 0x06054b50
    if (isEnd && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return undefined
}
