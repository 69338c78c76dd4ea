/** How many calls a key has. */
export interface RateLimit {
  /** Calls per window and key. */
  limit: number
  /** Length of a window, in seconds. @default 60 */
  windowSeconds?: number
  /** Whether a 429 carries `Retry-After`; undocumented. @default false */
  retryAfter?: boolean
  /** What a 429 has for a body; the pages document none. @default 'empty' */
  body?: 'empty' | 'http-error'
}

/** What a key has left, and of how much. */
export interface QuotaState {
  readonly limit: number
  readonly remaining: number
  /** When the window ends, in Unix seconds, rounded up; undefined while none is running. */
  readonly reset: number | undefined
}

/** The calls that a key has left in its window. One begins with the first call after the last. */
export class Quota {
  readonly #limit: number
  readonly #windowMs: number
  readonly #retryAfter: boolean
  /** What a 429 has for a body. */
  readonly body: 'empty' | 'http-error'
  #used = 0
  #reset = ''
  #endsAt = Number.NEGATIVE_INFINITY

  constructor({ limit, windowSeconds = 60, retryAfter = false, body = 'empty' }: RateLimit) {
    this.#limit = limit
    this.#windowMs = windowSeconds * 1000
    this.#retryAfter = retryAfter
    this.body = body
  }

  /** Takes one call; false when there is none left. */
  take(now: number): boolean {
    this.#begin(now)
    if (this.#used >= this.#limit) return false
    this.#used += 1
    return true
  }

  /** What `Retry-After` says, where the twin sends it. */
  retryAfterSeconds(now: number): number | undefined {
    return this.#retryAfter ? Math.ceil((this.#endsAt - now) / 1000) : undefined
  }

  /** The headers of every answer. The reset is in Unix seconds, rounded up. */
  headers(now: number): Record<string, string> {
    this.#begin(now)
    return {
      'x-ratelimit-limit': String(this.#limit),
      'x-ratelimit-remaining': String(this.#limit - this.#used),
      'x-ratelimit-reset': this.#reset,
    }
  }

  /** The calls that are left, without beginning a window; the reset is in Unix seconds. */
  state(now: number): QuotaState {
    const limit = this.#limit
    if (!this.#isRunning(now)) return { limit, remaining: limit, reset: undefined }
    return { limit, remaining: limit - this.#used, reset: Number(this.#reset) }
  }

  /** A window begins unless one is running. A snapshot can take the clock back to before it. */
  #begin(now: number) {
    if (this.#isRunning(now)) return
    this.#endsAt = now + this.#windowMs
    this.#reset = String(Math.ceil(this.#endsAt / 1000))
    this.#used = 0
  }

  #isRunning(now: number) {
    return now < this.#endsAt && now >= this.#endsAt - this.#windowMs
  }
}
