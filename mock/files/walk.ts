const lineFeed = 10
const carriageReturn = 13
const quote = 34

const endOfCell = 1
const strayQuote = 2

/**
 * Walks over the records of CSV, without making text of them: from one line end outside quotes to
 * the next. Lines end with CR, LF or both, and empty ones are no records. A quote that does not
 * stand at the beginning of a cell opens nothing, so a stray one spoils its own record alone.
 */
export class Walk {
  /** Where the record begins. */
  start: number
  /** Where it ends, without its line end. */
  end: number
  /** The line at which it begins, from 1. */
  line: number
  /** Whether the quotes of the record are closed. */
  closed = true
  /** Whether all its quotes enclose whole cells; only then is it CSV. */
  sound = true
  /** How many records were passed. */
  records = 0
  /** Where the next record begins, but for empty lines. */
  at: number
  /** The line of that. */
  nextLine: number
  readonly #bytes: Uint8Array
  readonly #delimiter: number
  /** What each byte is outside quotes. */
  readonly #kinds = new Uint8Array(256)

  constructor(bytes: Uint8Array, delimiter: string, at = 0, line = 1) {
    this.start = at
    this.end = at
    this.line = line
    this.at = at
    this.nextLine = line
    this.#bytes = bytes
    this.#delimiter = delimiter.charCodeAt(0)
    for (const byte of [this.#delimiter, lineFeed, carriageReturn]) this.#kinds[byte] = endOfCell
    this.#kinds[quote] = strayQuote
  }

  /** Goes to the next record; false at the end. */
  next(): boolean {
    const bytes = this.#bytes
    const { length } = bytes
    while (this.#passLineEnd()) {}
    let { at } = this
    this.start = at
    this.line = this.nextLine
    this.sound = true
    if (at === length) return false
    for (;;) {
      const isQuoted = at < length && bytes[at] === quote
      const from = isQuoted ? this.#behindQuotes(at) : at
      at = this.#endOfCell(from)
      if (isQuoted && at > from) this.sound = false
      if (at === length || bytes[at] !== this.#delimiter) break
      at++
    }
    this.end = at
    this.at = at
    this.#passLineEnd()
    this.records++
    return true
  }

  #passLineEnd() {
    const { at } = this
    const byte = this.#bytes[at]
    if (byte !== lineFeed && byte !== carriageReturn) return false
    this.at += byte === carriageReturn && this.#bytes[at + 1] === lineFeed ? 2 : 1
    this.nextLine++
    return true
  }

  #endOfCell(from: number) {
    const bytes = this.#bytes
    const kinds = this.#kinds
    const { length } = bytes
    let at = from
    for (; at < length; at++) {
      const kind = kinds[bytes[at] as number]
      if (kind === endOfCell) break
      if (kind === strayQuote) this.sound = false
    }
    return at
  }

  /** Where the text in quotes ends that begins at a position; two quotes stand for one. */
  #behindQuotes(from: number) {
    const bytes = this.#bytes
    const { length } = bytes
    for (let at = from + 1; at < length; at++) {
      const byte = bytes[at]
      if (byte === quote) {
        if (bytes[at + 1] !== quote) return at + 1
        at++
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) {
        this.nextLine++
      }
    }
    this.closed = false
    this.sound = false
    return length
  }
}
