import { Inflate } from 'fflate'
import { ConnectifError } from '../errors.ts'
import { Checksum } from './checksum.ts'

/** Packed bytes that are unpacked at a time: they become 8 MB at most, whatever they are. */
const pieceSize = 8192

/** No packed file has as many bytes in a row that become nothing: so it has ended before. */
const mostInVain = 262_144

/** Signatures that begin parts of a ZIP. */
const signatures = { entry: 0x04034b50, end: 0x06054b50 }

/** The error for a ZIP that cannot be read. */
export function zipError(what: string, cause?: unknown): ConnectifError {
  return new ConnectifError(`the downloaded ZIP ${what}`, cause === undefined ? {} : { cause })
}

/** The file that a ZIP begins with, once its head is there; `undefined` before. */
export function entryIn(bytes: Uint8Array): ZipEntry | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4) return undefined
  const signature = view.getUint32(0, true)
  if (signature === signatures.end) throw zipError('holds no file')
  if (signature !== signatures.entry) throw zipError('is none')
  if (bytes.length < 30) return undefined
  const begin = 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (bytes.length < begin) return undefined

  const flags = view.getUint16(6, true)
  const method = view.getUint16(8, true)
  const packed = view.getUint32(18, true)
  const sizeFollows = (flags & 8) !== 0 || packed === 0xffffffff
  const readable = (flags & 1) === 0 && (method === 8 || (method === 0 && !sizeFollows))
  if (!readable) throw zipError('is packed in a way that cannot be read')
  return new ZipEntry(begin, method === 8, sizeFollows ? Number.POSITIVE_INFINITY : packed)
}

/** A file in a ZIP, unpacked piece by piece. */
export class ZipEntry {
  /** Where its packed bytes begin. */
  readonly begin: number
  /** Sum and size of what was unpacked. */
  readonly sum = new Checksum()
  readonly #inflate: Inflate | undefined
  #left: number
  #inVain = 0
  #parts: Uint8Array[] = []

  constructor(begin: number, isPacked: boolean, size: number) {
    this.begin = begin
    this.#left = size
    if (isPacked) this.#inflate = new Inflate((part) => this.#parts.push(part))
  }

  /** What the next bytes of the ZIP become; nothing of those after the file. */
  *unpack(bytes: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length && this.#left > 0; at += pieceSize) {
      const piece = bytes.subarray(at, Math.min(at + pieceSize, at + this.#left))
      this.#left -= piece.length
      for (const part of this.#unpacked(piece)) {
        this.#inVain = 0
        this.sum.add(part)
        yield part
      }
    }
  }

  #unpacked(piece: Uint8Array): Uint8Array[] {
    if (!this.#inflate) return [piece]
    this.#inVain += piece.length
    if (this.#inVain > mostInVain) throw zipError('holds several files, and exports have one')
    try {
      this.#parts = []
      this.#inflate.push(piece)
    } catch (error) {
      throw zipError('is broken', error)
    }
    return this.#parts.filter((part) => part.length > 0)
  }
}
