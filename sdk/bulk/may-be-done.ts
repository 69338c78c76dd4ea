import { ApiError, mayRetry } from '../errors.ts'

/**
 * Whether to look for what a call that failed so was to create, since the API may have carried it
 * out; also where nothing reached the API this time.
 */
export function mayBeDone(error: unknown): boolean {
  return mayRetry('GET', error) && !(error instanceof ApiError && error.status === 429)
}
