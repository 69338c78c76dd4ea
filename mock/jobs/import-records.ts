import type { CsvRecord } from '../files/csv-read.ts'
import type { Unread } from '../state/job-rows.ts'
import type { ContactRow, ProductRow } from '../state/rows.ts'
import type { Refusals } from './import-refusals.ts'

/** A row of a table that an import writes. */
export type ImportedRow = ContactRow | ProductRow

/** By what a record was looked for. */
export interface FoundBy {
  readonly identifier: 'external-id' | 'email' | 'product-id'
  readonly value: string
}

/** What a record wrote. */
export interface Written {
  readonly after: ImportedRow
  /** What was there before; the same row where nothing changed. */
  readonly before: ImportedRow | undefined
  readonly foundBy: FoundBy
}

/** Hears what a record wrote. */
export type Wrote = (written: Written) => void

/** Hears what becomes of every record of an import. */
export interface ImportWitness {
  wrote(record: CsvRecord, written: Written): void
  refused(record: CsvRecord, refusals: Refusals): void
}

/** How the records of one file are imported. */
export interface RecordImport {
  /** Columns that are not imported. */
  readonly unknown: readonly string[]
  /** Imports a record, whose cells are as many as the header's; may throw a problem as well. */
  apply(cells: readonly string[], wrote?: Wrote): Refusals
  /** Is told how far the file was read. */
  readTo?(unread: Unread): void
}
