import type { Outcome } from './result.ts'

/** A row that wrote a record. */
export interface WrittenLine {
  readonly line: number
  readonly outcome: Outcome
}

const outcomes = ['created', 'updated', 'unchanged', 'refused'] as const
const most = 2 ** 24

/**
 * The last row that wrote each record. There may be millions: records of a twin have ids that are
 * counted up, so that four bytes do for each; other ids are kept as they are.
 */
export class WrittenLines {
  #byNumber = new Int32Array(1024)
  readonly #others = new Map<string, number>()

  /** The last row that wrote the record with this id. */
  last(id: string): WrittenLine | undefined {
    const number = numberOf(id)
    const code = number === undefined ? this.#others.get(id) : this.#byNumber[number]
    if (!code) return undefined
    return { line: code >> 2, outcome: outcomes[code & 3] as Outcome }
  }

  /** A row has written the record with this id. */
  set(id: string, { line, outcome }: WrittenLine): void {
    const code = (line << 2) | outcomes.indexOf(outcome)
    const number = numberOf(id)
    if (number === undefined) {
      this.#others.set(id, code)
      return
    }
    if (number >= this.#byNumber.length) this.#grow(number)
    this.#byNumber[number] = code
  }

  #grow(number: number) {
    const larger = new Int32Array(Math.min(most, Math.max(number + 1, this.#byNumber.length * 2)))
    larger.set(this.#byNumber)
    this.#byNumber = larger
  }
}

function numberOf(id: string): number | undefined {
  const number = Number.parseInt(id, 16)
  return number < most ? number : undefined
}
