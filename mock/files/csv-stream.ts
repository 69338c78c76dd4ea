import { beginsWith, byteOrderMark, joined } from './bytes.ts'
import { type CsvRecord, recordsAt } from './csv-read.ts'
import { Walk } from './walk.ts'

/** What is between the values of a line. */
export type Delimiter = ',' | ';'

/** Bytes that a record may have, as `scan` has it for whole files. */
const longest = 1_000_000

/** The delimiter of a file that begins so: what comes first in its first line. */
export function delimiterIn(beginning: string): Delimiter {
  return /^[^\r\n,;]*;/.test(beginning) ? ';' : ','
}

/**
 * The records of a CSV file, the header first, some at a time: as the twin reads them from a whole
 * file, in constant memory.
 *
 * @throws {Error} naming the line, when it is not UTF-8, or a record has more than 1 MB, as it has
 *   after a quote that is never closed
 */
export async function* csvRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
): AsyncGenerator<readonly CsvRecord[]> {
  let rest: Uint8Array | undefined
  let line = 1
  for await (const chunk of chunks) {
    const bytes = rest ? behind(rest, chunk) : withoutMark(chunk)
    const whole = wholeRecordsOf(bytes, delimiter, line)
    if (whole.at > 0) yield recordsOf(bytes.subarray(0, whole.at), delimiter, line)
    rest = bytes.subarray(whole.at)
    line = whole.line
    if (rest.length > longest) throw new Error(`line ${line} has a quote that is never closed`)
  }
  if (rest && rest.length > 0) yield recordsOf(rest, delimiter, line)
}

/** Where the last record ends after which there is more, and the line behind it. */
function wholeRecordsOf(bytes: Uint8Array, delimiter: string, line: number) {
  const walk = new Walk(bytes, delimiter, 0, line)
  const whole = { at: 0, line }
  while (walk.next() && walk.at < bytes.length) {
    whole.at = walk.at
    whole.line = walk.nextLine
  }
  return whole
}

function recordsOf(bytes: Uint8Array, delimiter: string, line: number): readonly CsvRecord[] {
  mustBeText(bytes, line)
  return recordsAt({ bytes, at: 0, line }, delimiter, Number.POSITIVE_INFINITY).records
}

function mustBeText(bytes: Uint8Array, line: number) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error(`it is not UTF-8, at line ${line} or below`, { cause })
  }
}

function behind(rest: Uint8Array, chunk: Uint8Array) {
  return rest.length === 0 ? chunk : joined([rest, chunk])
}

function withoutMark(bytes: Uint8Array) {
  return beginsWith(bytes, byteOrderMark) ? bytes.subarray(3) : bytes
}
