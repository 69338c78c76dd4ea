import { segmentIn, testOf } from '../rules/segments.ts'
import type { Account } from '../state/account.ts'
import type { ExportRow } from '../state/job-rows.ts'
import type { ContactRow } from '../state/rows.ts'

/** What an export covers, by its filters. */
export interface Scope {
  /** Whether a moment is in its range; both ends are. */
  readonly covers: (moment: number) => boolean
  /** Whether a contact is in its segment, by what the contact is now. */
  readonly includes: (contact: ContactRow) => boolean
}

const day = 86_400_000

/** A segment that was removed since the export was asked for has nobody in it. */
export function scopeOf(account: Account, { exportType, filters = {} }: ExportRow): Scope {
  const { fromDate, toDate, segmentId } = filters
  const first = fromDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(fromDate)
  const last = toDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(toDate)
  const end = exportType === 'data-explorer' ? last + day - 1 : last
  const segment = segmentId === undefined ? {} : segmentIn(account, segmentId)
  return {
    covers: (moment) => moment >= first && moment <= end,
    includes: segment ? testOf(account, segment) : () => false,
  }
}

/** Whether a version of the file has what came with another one. Assumed: `v6` is as `v5`. */
export function isSince({ version = 'v1' }: ExportRow, first: 'v4' | 'v5'): boolean {
  return version >= first
}
