import { type ApiError, type FailedCall, TimeoutError } from './errors.ts'

/** A wait that is about to start, as `onRetry` hears of it. */
export interface RetryNotice extends FailedCall {
  /** Number of the retry that comes after the wait, from 1; 0 when the call was not tried yet. */
  attempt: number
  /** How long the wait is, in milliseconds. */
  waitMs: number
  /**
   * `status`: the API answered 408, 429 or 5xx. `timeout`, `connection`: no whole answer arrived.
   * `pause`: all calls of the client wait, after a 429 or where none is left.
   */
  reason: 'status' | 'timeout' | 'connection' | 'pause'
  /** The status, where that is the reason. */
  status?: number
}

/** Milliseconds to wait before a retry (from 1): what the API asks for, else a random back-off. */
export function waitBefore(retry: number, error: unknown, maxMs: number): number {
  const { retryAfterMs: asked = 0 } = error as Partial<ApiError>
  const backOff = Math.random() * Math.min(8000, 300 * 2 ** (retry - 1))
  return Math.min(maxMs, Math.ceil(asked > 0 ? asked : backOff))
}

/** Why a call that failed so is repeated. */
export function whyRetry(error: unknown): Pick<RetryNotice, 'reason' | 'status'> {
  const { status } = error as Partial<ApiError>
  if (status) return { reason: 'status', status }
  return { reason: error instanceof TimeoutError ? 'timeout' : 'connection' }
}
