/** How many calls a key has. */
export interface RateLimit {
  /** Calls per window and key. */
  limit: number
  /** Length of a window, in seconds. @default 60 */
  windowSeconds?: number
  /** Whether a 429 carries `Retry-After`; undocumented. @default false */
  retryAfter?: boolean
}

/** The calls that a key has left in its window. Windows begin with the first call after the last. */
export class Quota {
  readonly #limit: number
  readonly #windowMs: number
  readonly #retryAfter: boolean
  #used = 0
  #endsAt = Number.NEGATIVE_INFINITY

  constructor({ limit, windowSeconds = 60, retryAfter = false }: RateLimit) {
    this.#limit = limit
    this.#windowMs = windowSeconds * 1000
    this.#retryAfter = retryAfter
  }

  /** Takes one call; false when there is none left. */
  take(now: number): boolean {
    if (now >= this.#endsAt) {
      this.#endsAt = now + this.#windowMs
      this.#used = 0
    }
    if (this.#used >= this.#limit) return false
    this.#used += 1
    return true
  }

  /** What `Retry-After` says, where the twin sends it. */
  retryAfterSeconds(now: number): number | undefined {
    return this.#retryAfter ? Math.ceil((this.#endsAt - now) / 1000) : undefined
  }

  /** The headers of every answer; the reset is in Unix seconds, rounded up. */
  headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(this.#limit),
      'x-ratelimit-remaining': String(this.#limit - this.#used),
      'x-ratelimit-reset': String(Math.ceil(this.#endsAt / 1000)),
    }
  }
}
