/** Quota of the API key, as the answer told it. */
export interface RateLimit {
  /** Calls allowed per window. */
  limit: number
  /** Calls left in this window. */
  remaining: number
  /** When the window ends and `remaining` is full again, on the API's clock. */
  resetAt: Date
}

/** The quota that an answer tells, or `undefined` when it tells none. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const limit = numberIn(headers, 'x-ratelimit-limit')
  const remaining = numberIn(headers, 'x-ratelimit-remaining')
  const reset = numberIn(headers, 'x-ratelimit-reset')
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined
  return { limit, remaining, resetAt: new Date(reset * 1000) }
}

/**
 * How long the API asks to wait, in milliseconds; zero or less when that moment has passed.
 * `X-RateLimit-Reset` counts for a 429 only, since it stands on every answer. Moments are compared
 * with the answer's own `Date`, so that a wrong clock here does no harm.
 */
export function askedWaitMs(status: number, headers: Headers): number | undefined {
  const seconds = numberIn(headers, 'retry-after')
  if (seconds !== undefined) return seconds * 1000

  const now = Date.parse(headers.get('date') ?? '') || Date.now()
  const moment = Date.parse(headers.get('retry-after') ?? '')
  if (!Number.isNaN(moment)) return moment - now

  const reset = status === 429 ? numberIn(headers, 'x-ratelimit-reset') : undefined
  return reset === undefined ? undefined : reset * 1000 - now
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
