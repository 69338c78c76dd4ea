import type { components } from '../../sdk/generated/schema.ts'

type Schemas = components['schemas']

/** How far an import or an export is. */
export type JobStatus = 'queued' | 'inProgress' | 'finished' | 'error' | 'cancelled'

/** What imports and exports have in common. Moments are milliseconds since 1970. */
interface JobRow {
  /** Connectif's own id. */
  readonly id: string
  /** How far it is. */
  readonly status: JobStatus
  /** When it was queued, in milliseconds since 1970. */
  readonly createdAt: number
  /** When its first record was worked on. */
  readonly startedAt?: number
  /** When it ended by itself. */
  readonly finishedAt?: number
  /** When it was cancelled. */
  readonly cancelledAt?: number
}

/** The part of a file that was not read yet. */
export interface Unread {
  /** The whole file. */
  readonly bytes: Uint8Array
  /** Names of its columns, in order. */
  readonly header: readonly string[]
  /** Where the next record begins, in bytes. */
  readonly at: number
  /** The line at which the next record begins, from 1. */
  readonly line: number
}

/** A value that a record could not be imported for. */
export interface ReportLine {
  /** The line of the file at which the record begins, from 1. */
  readonly line: number
  /** Name of the column; empty where it is about the record as a whole. */
  readonly column: string
  /** The value as it stands in the file. */
  readonly value: string
  /** Id of the rule that refused. */
  readonly rule: string
  /** What is wrong, in words. */
  readonly reason: string
}

/** An import as the twin keeps it. */
export interface ImportRow extends JobRow {
  /** What its records are. */
  readonly type: Schemas['ImportType']
  /** How it was asked for. */
  readonly options: Schemas['ImportOptions']
  /** How many records the file has. */
  readonly total: number
  /** How many of them were imported. */
  readonly success: number
  /** How many of them were refused. */
  readonly errors: number
  /** What was refused, in pieces, so that a long list is not copied again and again. */
  readonly report: readonly (readonly ReportLine[])[]
  /** What is left to read; undefined once the import has ended. */
  readonly unread: Unread | undefined
}

/** An export as the twin keeps it. */
export interface ExportRow extends JobRow {
  /** What the file holds. */
  readonly exportType: 'contacts' | 'activities' | 'data-explorer'
  /** What is between the values of a line. */
  readonly delimiter: Schemas['Delimiter']
  /** How dates are written; undefined for reports. */
  readonly dateFormat: Schemas['DateFormat'] | undefined
  /** What was asked for. */
  readonly filters: Schemas['ExportedFilters'] | undefined
  /** Which columns the file has; undefined for reports. */
  readonly version: Schemas['ExportVersion'] | undefined
  /** How many records the file has; 0 before it is begun. */
  readonly total: number
  /** How many of them were written. */
  readonly progress: number
  /** The ZIP; undefined until it is written, which can be before it is finished. */
  readonly file: Uint8Array | undefined
}

/** Whether there is a job, and it has not ended. */
export function isUnfinished<Row extends JobRow>(row: Row | undefined): row is Row {
  return row?.status === 'queued' || row?.status === 'inProgress'
}
