import { ApiError, ConnectionError } from '../errors.ts'

/** Whether the API may have carried out a call that failed so. */
export function mayBeDone(error: unknown): boolean {
  if (error instanceof ConnectionError) return true
  return error instanceof ApiError && (error.status === 408 || error.status >= 500)
}
