import { ConnectifError } from '../errors.ts'

/** Text is handed on in pieces of about this many characters. */
const pieceLength = 65_536

/** A record of more characters is taken for a file with broken quotes. */
const longestRecord = 33_554_432

/**
 * The text of a CSV file, cut where records end, so that each piece can be parsed by itself. A byte
 * order mark at the beginning is dropped.
 *
 * @throws {ConnectifError} when it is not UTF-8, or a quote is never closed
 */
export async function* csvText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const cutter = new Cutter()
  for await (const chunk of bytes) {
    cutter.add(decode(decoder, chunk))
    const piece = cutter.cut()
    if (piece !== '') yield piece
  }
  cutter.add(decode(decoder))
  if (cutter.rest !== '') yield cutter.rest
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch (cause) {
    throw new ConnectifError('the downloaded file is not UTF-8', { cause })
  }
}

/** Text of which the part up to the end of a record can be cut off. */
class Cutter {
  /** What was not cut off yet. */
  rest = ''
  #isQuoted = false
  /** Where the last whole record ends. */
  #end = 0

  add(text: string): void {
    for (let at = 0; at < text.length; ) {
      const quote = text.indexOf('"', at)
      const stop = quote === -1 ? text.length : quote
      // A quote within a value is written twice, so that two turns leave things as they were.
      const lineEnd = this.#isQuoted ? -1 : text.slice(at, stop).lastIndexOf('\n')
      if (lineEnd !== -1) this.#end = this.rest.length + at + lineEnd + 1
      if (quote !== -1) this.#isQuoted = !this.#isQuoted
      at = stop + 1
    }
    this.rest += text
    if (this.rest.length - this.#end > longestRecord) {
      throw new ConnectifError('the downloaded file has a quote that is never closed')
    }
  }

  /** The whole records so far, where that is worth the while; else nothing. */
  cut(): string {
    if (this.#end < pieceLength) return ''
    const piece = this.rest.slice(0, this.#end)
    this.rest = this.rest.slice(this.#end)
    this.#end = 0
    return piece
  }
}
