/** A length of time; its parts add up. */
export interface Duration {
  days?: number
  hours?: number
  minutes?: number
  seconds?: number
  milliseconds?: number
}

/** The time of the twin. It goes with the machine's clock until it is frozen; never back. */
export class Clock {
  #ahead = 0
  #frozen: number | undefined
  readonly #onMove: () => void

  /** @internal */
  constructor(start: number | undefined, onMove: () => void) {
    this.#frozen = start
    this.#onMove = onMove
  }

  /** The moment that the twin takes for now. */
  now(): Date {
    return new Date(this.milliseconds())
  }

  /** The same, in milliseconds since 1970. */
  milliseconds(): number {
    return this.#frozen ?? Date.now() + this.#ahead
  }

  /**
   * Lets time pass at once. What falls due on the way happens in order, each at its own moment.
   *
   * @throws {Error} when the duration is negative or not a number
   */
  advance(duration: Duration): void {
    this.#moveTo(this.milliseconds() + lengthOf(duration))
  }

  /**
   * Goes forward to a moment.
   *
   * @throws {Error} when it is none, or lies in the past
   */
  set(moment: Date | string): void {
    this.#moveTo(new Date(moment).getTime())
  }

  /** Stops time: it stands still until `advance` or `set` moves it on, or `run` lets it go. */
  freeze(): void {
    this.#frozen = this.milliseconds()
  }

  /** Lets time go with the machine's clock again, from where it stands. */
  run(): void {
    this.#ahead = this.milliseconds() - Date.now()
    this.#frozen = undefined
  }

  /** @internal Goes to any moment, for a snapshot. */
  restore(moment: number, frozen: boolean): void {
    this.#ahead = moment - Date.now()
    this.#frozen = frozen ? moment : undefined
  }

  /** Whether time stands still. */
  get isFrozen(): boolean {
    return this.#frozen !== undefined
  }

  #moveTo(moment: number) {
    const before = this.milliseconds()
    if (Number.isNaN(moment)) throw new Error('the clock can only be set to a moment')
    if (moment < before) throw new Error('the clock cannot go back; mock.reset() starts again')
    if (this.isFrozen) this.#frozen = moment
    else this.#ahead += moment - before
    this.#onMove()
  }
}

function lengthOf({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Duration) {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}
