/** What was under way when a call reached the twin. Calls are meant by their numbers. */
export interface Arrival {
  /** How many calls had been taken up: those between this number and the call's own overlap it. */
  readonly arrived: number
  /** All answers up to this number had reached their clients. */
  readonly known: number
  /** Earlier calls whose answers a fault held back; undefined where there were none. */
  readonly held: readonly number[] | undefined
}

/**
 * What clients can know of the answers, which is less than what the twin has done: over sockets, an
 * answer that was written may not have been read.
 */
export class Traffic {
  readonly #taken: () => number
  /** Answers that may not have reached their clients, oldest first, and until when that counts. */
  readonly #underWay = new Map<number, number>()
  readonly #held = new Set<number>()

  /** `taken` tells how many calls there were. */
  constructor(taken: () => number) {
    this.#taken = taken
  }

  /** What is under way at this moment. */
  arrival(): Arrival {
    const arrived = this.#taken()
    if (this.#underWay.size === 0) return { arrived, known: arrived, held: undefined }
    const now = performance.now()
    for (const [number, until] of this.#underWay) {
      if (until > now) break
      this.#underWay.delete(number)
    }
    const [first = arrived + 1] = this.#underWay.keys()
    return { arrived, known: first - 1, held: this.#held.size > 0 ? [...this.#held] : undefined }
  }

  /** An answer is written, but may be read only some milliseconds later. */
  written(number: number, ms: number): void {
    this.#held.delete(number)
    this.#underWay.set(number, performance.now() + ms)
  }

  /** An answer is held back. */
  hold(number: number): void {
    this.#held.add(number)
    this.#underWay.set(number, Number.POSITIVE_INFINITY)
  }

  /** An answer has reached its client, or never will. */
  over(number: number): void {
    this.#held.delete(number)
    this.#underWay.delete(number)
  }

  /** Forgets all of them. */
  clear(): void {
    this.#held.clear()
    this.#underWay.clear()
  }
}
