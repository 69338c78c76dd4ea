import { Zip, ZipDeflate } from 'fflate'
import { joined } from './bytes.ts'

/** Faster than the usual 6, and hardly larger for CSV. */
const level = 4

/** Where the headers of a ZIP have the time: the one before the file, and the one at the end. */
const timeAt = { first: 10, last: 12 }

/** The years that a ZIP can tell. */
const earliest = Date.UTC(1980, 0, 1)
const latest = Date.UTC(2107, 11, 31, 23, 59, 58)

/** A ZIP of one file that is written piece by piece. Only what is compressed is kept. */
export class ZipOfOne {
  readonly #zip: Zip
  readonly #file: ZipDeflate
  readonly #pieces: Uint8Array[] = []

  /** `moment` is the time of the file, in milliseconds since 1970; it is told in UTC. */
  constructor(name: string, moment: number) {
    this.#zip = new Zip((error, piece, isLast) => {
      if (error) throw error
      const at = isLast ? timeAt.last : timeAt.first
      if (isLast || this.#pieces.length === 0) writeTime(piece, at, moment)
      this.#pieces.push(piece)
    })
    this.#file = new ZipDeflate(name, { level })
    // The package tells the time of the machine's zone, in which some times do not exist.
    this.#file.mtime = new Date(2000, 0)
    this.#zip.add(this.#file)
  }

  /** Adds to the file. */
  add(bytes: Uint8Array): void {
    this.#file.push(bytes)
  }

  /** The whole ZIP. Nothing can be added after it. */
  end(): Uint8Array {
    this.#file.push(new Uint8Array(), true)
    this.#zip.end()
    return joined(this.#pieces)
  }
}

function writeTime({ buffer, byteOffset }: Uint8Array, at: number, moment: number) {
  const time = new Date(Math.min(Math.max(moment, earliest), latest))
  const day = ((time.getUTCMonth() + 1) << 5) | time.getUTCDate()
  const date = ((time.getUTCFullYear() - 1980) << 9) | day
  const minute = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5)
  const header = new DataView(buffer, byteOffset)
  header.setUint16(at, minute | (time.getUTCSeconds() >> 1), true)
  header.setUint16(at + 2, date, true)
}
