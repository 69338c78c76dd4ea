import { ApiError, type ConnectifError } from '../errors.ts'
import type { BulkFailure } from './report.ts'

/** An item whose call failed for good. */
export function failureOf<Item>(
  error: ConnectifError,
  item: Item,
  position: number,
): BulkFailure<Item> {
  const rule = error instanceof ApiError ? error.rule : undefined
  return {
    position,
    item,
    outcome: 'failed',
    reason: error.message,
    ...(rule !== undefined && { rule }),
    error,
  }
}
