import type { Unread } from '../state/job-rows.ts'
import type { Refusals } from './import-refusals.ts'

/** How the records of one file are imported. */
export interface RecordImport {
  /** Columns that are not imported. */
  readonly unknown: readonly string[]
  /** Imports a record, whose cells are as many as the header's; may throw a problem as well. */
  apply(cells: readonly string[]): Refusals
  /** Is told how far the file was read. */
  readTo?(unread: Unread): void
}
