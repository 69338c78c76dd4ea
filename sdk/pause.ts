import { endsInMs, rateLimitOf } from './rate-limit.ts'

/** A pause of all calls of a client that is about to start, as `onPause` hears of it. */
export interface PauseNotice {
  /** How long it is, in milliseconds; a 429 can make it longer. */
  waitMs: number
  /** `refused`: the API answered 429. `used-up`: an answer said that no call is left. */
  reason: 'refused' | 'used-up'
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const wake = () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
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
  /** Calls that wait for an answer to another one. */
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
   * @param isCall - whether it goes in, so that `leave` must follow
   */
  async over(
    ms: number,
    signal: AbortSignal | undefined,
    onWait: (ms: number) => void,
    isCall: boolean,
  ): Promise<void> {
    for (let own = ms; ; own = 0) {
      const closed = this.#closedFor()
      const wait = Math.max(own, closed)
      if (wait > 0) {
        if (closed > 0) this.#announce(closed)
        onWait(wait)
        await sleep(wait, signal)
      } else if (!isCall) return
      else if (this.#waiting.size === 0 && this.#hasRoom) {
        this.#inFlight += 1
        return
      } else if (await this.#turn(signal)) return
    }
  }

  /** A call is over; its answer, if any, tells what is left. */
  leave(headers: Headers | undefined): void {
    this.#inFlight -= 1
    const told = headers && rateLimitOf(headers)
    if (!told) this.#left = Number.isFinite(this.#until) ? this.#left - 1 : Number.POSITIVE_INFINITY
    else this.#note(told.limit, told.remaining, +told.resetAt, endsInMs(headers, told.resetAt))
    this.#admit()
  }

  #note(limit: number, remaining: number, reset: number, endsIn: number): void {
    if (this.#closedFor() > 0 && this.#refused) return
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
      const isClosed = this.#closedFor() > 0
      if (!isClosed && !this.#hasRoom) return
      this.#waiting.delete(go)
      if (!isClosed) this.#inFlight += 1
      go(!isClosed)
    }
  }

  get #hasRoom(): boolean {
    return this.#inFlight < this.#left
  }

  #closedFor(): number {
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

  /** Whether it was let in; if not, the gate has closed. */
  #turn(signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const stop = () => {
        this.#waiting.delete(go)
        reject(signal?.reason)
      }
      const go = (isIn: boolean) => {
        signal?.removeEventListener('abort', stop)
        resolve(isIn)
      }
      signal?.addEventListener('abort', stop, { once: true })
      this.#waiting.add(go)
    })
  }
}
