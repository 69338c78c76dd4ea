import { endsInMs, rateLimitOf } from './rate-limit.ts'

/** A pause of all calls of a client that is about to start, as `onPause` hears of it. */
export interface PauseNotice {
  /** How long it is, in milliseconds; a 429 can make it longer. */
  waitMs: number
  /** `refused`: the API answered 429. `used-up`: an answer said that no call is left. */
  reason: 'refused' | 'used-up'
}

/**
 * A gate that all calls of one client pass. It lets no more through than the API has left in its
 * window, those in flight counted, and closes until the next one; a 429 closes it too. After that,
 * one call goes first, since others may use up the same quota.
 */
export class Pause {
  readonly #longest: number
  readonly #onPause: (notice: PauseNotice) => void
  /** Calls that the API takes before `#until`, those in flight included. */
  #left = Number.POSITIVE_INFINITY
  #until = Number.POSITIVE_INFINITY
  #limit = Number.POSITIVE_INFINITY
  /** The end of the window on the API's clock. */
  #reset = 0
  #refused = false
  /** Whether `#until` may not be the end of the window, so that one call has to find out. */
  #isGuess = false
  #inFlight = 0
  /** Whether `onPause` has heard of this closure. */
  #isTold = false
  /** Calls that wait for an answer to another one, or for the end of the window. */
  readonly #waiting = new Set<(isIn: boolean) => void>()

  /** @param longest - milliseconds that it closes at most at a time */
  constructor(longest: number, onPause: (notice: PauseNotice) => void) {
    this.#longest = longest
    this.#onPause = onPause
  }

  /** After a 429: keeps the gate closed for at least this long from now. */
  extend(ms: number): void {
    const until = Date.now() + ms
    if (this.#refused && until <= this.#until) return
    this.#until = until
    this.#left = 0
    this.#refused = this.#isGuess = true
    this.#isTold = false
  }

  /**
   * Resolves when the gate is open, and after `ms` milliseconds at the earliest; `onWait` hears of
   * each wait before it starts. Rejects with the signal's reason as soon as it aborts.
   *
   * @param deadline - until when a call may go in; 0 for what is none
   * @returns whether it went in, so that `leave` must follow
   */
  async over(
    ms: number,
    signal: AbortSignal | undefined,
    onWait?: (ms: number) => void,
    deadline = 0,
  ): Promise<boolean> {
    for (let own = ms; ; own = 0) {
      const closed = this.closedFor()
      const wait = Math.max(own, closed)
      if (wait > 0) {
        if (closed > 0) this.#announce(closed)
        onWait?.(wait)
        await this.#turn(wait, signal, false)
      } else if (Date.now() >= deadline) return false
      else if (this.#waiting.size === 0 && this.#hasRoom) {
        this.#inFlight += 1
        return true
      } else {
        const rest = Math.min(this.#until, deadline) - Date.now()
        if (await this.#turn(rest, signal, true)) return true
      }
    }
  }

  /** A call is over; its answer, if any, tells what is left. */
  leave(headers: Headers | undefined): void {
    this.#inFlight -= 1
    const told = headers && rateLimitOf(headers)
    if (!told) this.#left = this.#until < Number.POSITIVE_INFINITY ? this.#left - 1 : this.#until
    else this.#note(told.limit, told.remaining, +told.resetAt, endsInMs(headers, told.resetAt))
    this.#admit()
  }

  #note(limit: number, remaining: number, reset: number, endsIn: number): void {
    if (this.closedFor() > 0 && this.#refused) return
    if (reset < this.#reset) return
    const isSame = reset === this.#reset
    // Moments come in whole seconds: of those told for one window the earliest is the most exact.
    const until = Date.now() + Math.min(endsIn, this.#longest)
    this.#until = isSame ? Math.min(this.#until, until) : until
    this.#left = isSame ? Math.min(this.#left, remaining) : remaining
    this.#isGuess = endsIn > this.#longest
    this.#limit = Math.max(1, limit)
    this.#reset = reset
  }

  /** Lets in those that wait, as far as there is room; where it closes, they wait for the end. */
  #admit(): void {
    for (const go of this.#waiting) {
      const isOpen = this.closedFor() === 0
      if (isOpen && !this.#hasRoom) return
      if (isOpen) this.#inFlight += 1
      go(isOpen)
    }
  }

  get #hasRoom(): boolean {
    return this.#inFlight < this.#left
  }

  /** Milliseconds until it opens; 0 where it is open. */
  closedFor(): number {
    const rest = this.#until - Date.now()
    if (rest > 0) return this.#left > 0 ? 0 : rest
    this.#left = this.#isGuess ? 1 : this.#limit
    this.#until = Number.POSITIVE_INFINITY
    this.#refused = this.#isGuess = this.#isTold = false
    return 0
  }

  #announce(waitMs: number): void {
    if (this.#isTold) return
    this.#isTold = true
    this.#onPause({ waitMs, reason: this.#refused ? 'refused' : 'used-up' })
  }

  /**
   * Waits for some milliseconds, and in line for room where it has no other reason. Whether it was
   * let in; else the time has passed, or the gate has closed.
   */
  #turn(ms: number, signal: AbortSignal | undefined, isInLine: boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const go = (isIn: boolean) => {
        clearTimeout(timer)
        this.#waiting.delete(go)
        signal?.removeEventListener('abort', stop)
        resolve(isIn)
      }
      const stop = () => {
        reject(signal?.reason)
        go(false)
      }
      const wake = () => {
        this.#admit()
        go(false)
      }
      const timer = ms < Number.POSITIVE_INFINITY ? setTimeout(wake, ms) : undefined
      signal?.addEventListener('abort', stop, { once: true })
      if (isInLine) this.#waiting.add(go)
    })
  }
}
