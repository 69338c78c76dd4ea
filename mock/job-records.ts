import type { Export } from '../sdk/resources/exports.ts'
import type { Import } from '../sdk/resources/imports.ts'
import { exportBody } from './operations/exports.ts'
import { importBody } from './operations/imports.ts'
import { type Records, recordList } from './record-list.ts'
import type { Account } from './state/account.ts'
import type { ExportRow, ImportRow, ReportLine } from './state/job-rows.ts'

/** By Connectif's own id. */
export interface JobAddress {
  /** Connectif's own id. */
  readonly id: string
}

/** An import as the API would show it, but with what it refused in place of a link to that. */
export type ImportRecord = Omit<Import, 'errorReportFileUrl'> & {
  /** The values that were refused, in the order of the file. */
  readonly report: readonly ReportLine[]
}

/** An export as the API would show it, but with its file in place of a link to that. */
export type ExportRecord = Omit<Export, 'fileUrl'> & {
  /** The ZIP; undefined until it is finished. */
  readonly file: Uint8Array | undefined
}

/** Imports by Connectif's own id. */
export type ImportRecords = Records<JobAddress, ImportRecord>
/** Exports by Connectif's own id. */
export type ExportRecords = Records<JobAddress, ExportRecord>

/** The imports of the account that is looked up at the moment of asking. */
export function importRecords(account: () => Account): ImportRecords {
  return recordList(account, {
    rows: ({ imports }) => imports,
    find: ({ imports }, { id }: JobAddress) => imports.get(id),
    shown: importRecord,
  })
}

/** What an import looks like to a test. */
export function importRecord(row: ImportRow): ImportRecord {
  return { ...importBody(row), report: row.report.flat() }
}

/** The exports of the account that is looked up at the moment of asking. */
export function exportRecords(account: () => Account): ExportRecords {
  return recordList(account, {
    rows: ({ exports }) => exports,
    find: ({ exports }, { id }: JobAddress) => exports.get(id),
    shown: exportRecord,
  })
}

function exportRecord(row: ExportRow): ExportRecord {
  return { ...exportBody(row), file: row.status === 'finished' ? row.file : undefined }
}
