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
  if (Number.isNaN(limit + remaining + reset)) return undefined
  return { limit, remaining, resetAt: new Date(reset * 1000) }
}

/** Milliseconds until the window ends. Moments are compared with the answer's own `Date`. */
export function endsInMs(headers: Headers, resetAt: Date): number {
  return +resetAt - nowIn(headers)
}

/**
 * How long the API asks to wait, in milliseconds; zero or less when that moment has passed.
 * `X-RateLimit-Reset` counts for a 429 only, since it stands on every answer. Moments are compared
 * with the answer's own `Date`.
 */
export function askedWaitMs(status: number, headers: Headers): number | undefined {
  const seconds = numberIn(headers, 'retry-after')
  if (seconds >= 0) return seconds * 1000

  const reset = status === 429 ? numberIn(headers, 'x-ratelimit-reset') * 1000 : 0
  const moment = dateIn(headers, 'retry-after') || reset
  return moment ? moment - nowIn(headers) : undefined
}

function numberIn(headers: Headers, name: string): number {
  return Number(headers.get(name) || Number.NaN)
}

/** The time on the API's clock, so that a wrong one here does no harm. */
function nowIn(headers: Headers): number {
  return dateIn(headers, 'date') || Date.now()
}

function dateIn(headers: Headers, name: string): number {
  return Date.parse(headers.get(name) ?? '')
}
