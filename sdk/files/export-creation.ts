import type { Schema } from '../contract.ts'

/** How the file of an export is written. */
export interface ExportFormat {
  /**
   * What is between the values of a line.
   *
   * @default ','
   */
  delimiter?: Schema<'Delimiter'> | undefined
  /**
   * How dates are written.
   *
   * @default 'ISO'
   */
  dateFormat?: Schema<'DateFormat'> | undefined
  /**
   * Which columns the file has.
   *
   * @default 'v1', by the API
   */
  version?: Schema<'ExportVersion'>
}

/** Contacts to export, all of them where there are no filters. */
export interface ContactExport extends ExportFormat {
  /** What the file holds. */
  exportType: 'contacts'
  /** Which contacts; the dates are those of their creation (assumed). */
  filters?: Omit<Schema<'ExportFilters'>, 'activityTypes'>
}

/** Which activities are exported: those between two moments, in ISO 8601. */
export interface ActivityFilters extends Omit<Schema<'ExportFilters'>, 'fromDate' | 'toDate'> {
  /** The first moment, ISO 8601. */
  fromDate: string
  /** The last moment, ISO 8601, at most 31 days after the first. */
  toDate: string
}

/** Activities to export. */
export interface ActivityExport extends ExportFormat {
  /** What the file holds. */
  exportType: 'activities'
  /** Which activities: their range of dates is needed, types and segment are not. */
  filters: ActivityFilters
}

/** Contacts or activities to export. */
export type ExportCreation = ContactExport | ActivityExport

/** A Data Explorer report to export. */
export interface DataExplorerExportCreation extends Pick<ExportFormat, 'delimiter'> {
  /** The report, and its first and last day, `YYYY-MM-DD`, at most 31 days apart. */
  filters: Schema<'DataExplorerFilters'>
}
