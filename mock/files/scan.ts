import { beginsWith, byteOrderMark, zipMark } from './bytes.ts'
import { recordsAt } from './csv-read.ts'
import { Walk } from './walk.ts'

/** Bytes that a record may have. */
const longest = 1_000_000
/** Bytes that are decoded together. */
const pieceSize = 65_536

/** Why a file cannot be read. */
type CsvFlaw = 'empty' | 'zip' | 'nul' | 'not-utf-8' | 'open-quote' | 'long-record'

/** What a file holds, by a look at its bytes. */
export interface Csv {
  /** The first record; undefined where its quotes are broken, or nothing could be read. */
  readonly header: readonly string[] | undefined
  /** The first record, had it the other delimiter. */
  readonly otherHeader: readonly string[] | undefined
  /** How many records follow it. */
  readonly records: number
  /** Where they begin, in bytes. */
  readonly at: number
  /** The line at which they begin, from 1. */
  readonly line: number
  /** Why the file cannot be read, and at which line; undefined where it can. */
  readonly flaw: { readonly kind: CsvFlaw; readonly line: number } | undefined
}

/** Looks through a whole file of CSV; of its values only the names of the columns are read. */
export function scan(bytes: Uint8Array, delimiter: ',' | ';'): Csv {
  const from = beginsWith(bytes, byteOrderMark) ? byteOrderMark.length : 0
  const start = { bytes, at: from, line: 1 }
  const walk = new Walk(bytes, delimiter, from)
  const flaw = flawOfText(bytes) ?? flawOfRecords(walk)
  const { records } = walk
  if (flaw) return { header: undefined, otherHeader: undefined, records, ...start, flaw }
  const { records: first, at, line } = recordsAt(start, delimiter, 1)
  const other = recordsAt(start, delimiter === ',' ? ';' : ',', 1)
  return {
    header: first[0]?.cells,
    otherHeader: other.records[0]?.cells,
    records: records - 1,
    at,
    line,
    flaw,
  }
}

function flawOfRecords(walk: Walk): Csv['flaw'] {
  while (walk.next()) {
    const { line } = walk
    if (!walk.closed) return { kind: 'open-quote', line }
    if (walk.end - walk.start > longest) return { kind: 'long-record', line }
  }
  return walk.records === 0 ? { kind: 'empty', line: 1 } : undefined
}

function flawOfText(bytes: Uint8Array): Csv['flaw'] {
  if (beginsWith(bytes, zipMark)) return { kind: 'zip', line: 1 }
  const nul = bytes.indexOf(0)
  if (nul !== -1) return { kind: 'nul', line: lineOf(bytes, nul) }
  const wrong = firstNotUtf8(bytes)
  return wrong === undefined ? wrong : { kind: 'not-utf-8', line: lineOf(bytes, wrong) }
}

/** Where what is not UTF-8 begins, or a few bytes before it. */
function firstNotUtf8(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < bytes.length; ) {
    const to = boundaryAt(bytes, from + pieceSize)
    if (!decodes(decoder, bytes.subarray(from, to))) return from + wrongIn(bytes.subarray(from, to))
    from = to
  }
  return undefined
}

/** Where a piece that does not decode goes wrong: its halves are looked at. */
function wrongIn(piece: Uint8Array): number {
  const half = boundaryAt(piece, piece.length >> 1)
  if (half === 0 || half >= piece.length) return 0
  const first = piece.subarray(0, half)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return decodes(decoder, first) ? half + wrongIn(piece.subarray(half)) : wrongIn(first)
}

function decodes(decoder: TextDecoder, piece: Uint8Array) {
  try {
    decoder.decode(piece)
    return true
  } catch {
    return false
  }
}

/** The next position at which no character goes on. */
function boundaryAt(bytes: Uint8Array, position: number) {
  let at = Math.min(position, bytes.length)
  while (at < bytes.length && ((bytes[at] as number) & 0xc0) === 0x80) at++
  return at
}

function lineOf(bytes: Uint8Array, position: number) {
  let line = 1
  for (let at = 0; at < position; at++) {
    if (bytes[at] === 13 || (bytes[at] === 10 && bytes[at - 1] !== 13)) line++
  }
  return line
}
