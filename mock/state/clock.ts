/** A length of time; its parts add up. */
export interface Duration {
  /** Of 24 hours. */
  days?: number
  /** Of 60 minutes. */
  hours?: number
  /** Of 60 seconds. */
  minutes?: number
  /** Of 1 000 milliseconds. */
  seconds?: number
  /** Whole ones. */
  milliseconds?: number
}

const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** The time of the twin. It goes with the machine's clock until it is frozen; never back. */
export class Clock {
  readonly #start: number | undefined
  #ahead = 0
  #frozen: number | undefined
  readonly #onMove: () => void

  /** @internal */
  constructor(start: number | undefined, onMove: () => void) {
    this.#start = start
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
   * @throws {Error} when the duration is negative, not a number, or ends after the year 9999
   */
  advance(duration: Duration): void {
    this.#moveTo(Math.round(this.milliseconds() + lengthOf(duration)))
  }

  /**
   * Goes forward to a moment.
   *
   * @throws {Error} when it is none, or lies in the past, or after the year 9999
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
    this.#onMove()
  }

  /** @internal Goes back to how it was made. */
  restart(): void {
    this.#ahead = 0
    this.#frozen = this.#start
    this.#onMove()
  }

  /** Whether time stands still. */
  get isFrozen(): boolean {
    return this.#frozen !== undefined
  }

  #moveTo(moment: number) {
    const before = this.milliseconds()
    if (!isMoment(moment)) throw new Error('the clock can only be set to a moment up to 9999')
    if (moment < before) throw new Error('the clock cannot go back; mock.reset() starts again')
    if (this.isFrozen) this.#frozen = moment
    else this.#ahead += moment - before
    this.#onMove()
  }
}

/** Whether milliseconds since 1970 are a moment that the API can write. */
export function isMoment(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= last
}

const lengths: Readonly<Record<keyof Duration, number>> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
}

function lengthOf(duration: Duration) {
  if (typeof duration !== 'object' || duration === null) {
    throw new Error('a duration is an object, such as { days: 90 }')
  }
  let length = 0
  for (const [part, count] of Object.entries(duration)) {
    if (count === undefined) continue
    if (!Object.hasOwn(lengths, part) || typeof count !== 'number') {
      throw new Error(`a duration has numbers of ${Object.keys(lengths).join(', ')}; not ${part}`)
    }
    length += count * lengths[part as keyof Duration]
  }
  return length
}
