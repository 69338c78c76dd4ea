import { fromBase64, toBase64 } from './files/base64.ts'
import { createDataExplorerExportBody, createExportBody } from './generated/validators.ts'
import { isPlainObject } from './plain-object.ts'
import { unlessRefused } from './problems.ts'
import { rangeMustFit, reportIds } from './rules/exports.ts'
import { isMoment } from './state/clock.ts'
import type { ExportRow, ImportRow, Unread } from './state/job-rows.ts'

/** An import as a snapshot has it: its file as Base64. */
export type ImportState = Omit<ImportRow, 'unread'> & {
  /** What is left to read; undefined once the import has ended. */
  readonly unread:
    | (Omit<Unread, 'bytes'> & {
        /** The whole file, as Base64. */
        readonly bytes: string
      })
    | undefined
}

/** An export as a snapshot has it: its file as Base64. */
export type ExportState = Omit<ExportRow, 'file'> & {
  /** The ZIP; undefined until the export is begun. */
  readonly file: string | undefined
}

/** What a snapshot has of an import. */
export function importState({ unread, ...row }: ImportRow): ImportState {
  return { ...row, unread: unread && { ...unread, bytes: toBase64(unread.bytes) } }
}

/** What a snapshot has of an export. */
export function exportState({ file, ...row }: ExportRow): ExportState {
  return { ...row, file: file && toBase64(file) }
}

/** The import that a snapshot has, which has no flaws. */
export function importFrom({ unread, ...row }: ImportState): ImportRow {
  const bytes = unread && (fromBase64(unread.bytes) as Uint8Array)
  return { ...row, unread: unread && bytes && { ...unread, bytes } }
}

/** The export that a snapshot has, which has no flaws. */
export function exportFrom({ file, ...row }: ExportState): ExportRow {
  return { ...row, file: fromBase64(file) }
}

/** A record as it stands in a file: any of its members may be missing or of another type. */
export type Unchecked<Record> = { readonly [Member in keyof Record]?: unknown }

/** What is wrong with an import, in words; undefined when nothing is. */
export function flawOfImport(row: Unchecked<ImportState>): string | undefined {
  const { type, options, total, success, errors, report, unread } = row
  if (!['contacts', 'products', 'coupons'].includes(type as string)) return 'it is of no known type'
  if (!isPlainObject(options)) return 'it lacks its options'
  if (![total, success, errors].every(isCount)) return 'its counts are no whole numbers'
  if ((success as number) + (errors as number) > (total as number))
    return 'its counts do not add up'
  if (!Array.isArray(report) || !report.flat().every(isReportLine)) return 'its report is broken'
  if (isOver(row) !== (unread === undefined)) return 'it has ended and has not'
  if (unread !== undefined && !isUnread(unread)) return 'what is left of its file is broken'
  return flawOfJob(row)
}

/** What is wrong with an export, in words; undefined when nothing is. */
export function flawOfExport(row: Unchecked<ExportState>): string | undefined {
  const { exportType, delimiter, dateFormat, filters, version, total, progress, file, status } = row
  const asked = { exportType, delimiter, dateFormat, filters, version }
  if (!couldBeAskedFor(asked)) return 'it is none that could be asked for'
  if (![total, progress].every(isCount)) return 'its counts are no whole numbers'
  const isWritten = status === 'inProgress' || status === 'finished'
  if (isWritten && !fromBase64(file)) return 'its file is missing'
  if (status === 'queued' && file !== undefined) return 'its file is there too early'
  return flawOfJob(row)
}

/** Whether an export is one that an operation would take; its segment may be gone. */
function couldBeAskedFor({ exportType, ...asked }: Record<string, unknown>): boolean {
  const { delimiter, filters } = asked
  const isReport = exportType === 'data-explorer'
  // What is undefined is not in JSON.
  const body = JSON.parse(JSON.stringify(isReport ? { delimiter, filters } : asked))
  if (isReport ? !createDataExplorerExportBody(body) : !createExportBody({ exportType, ...body })) {
    return false
  }
  if (isReport && !reportIds.includes(body.filters.reportId)) return false
  return unlessRefused(
    () => {
      rangeMustFit(exportType as ExportRow['exportType'], body.filters)
      return true
    },
    () => false,
  )
}

type Job = Unchecked<Pick<ImportRow, 'status' | 'createdAt' | 'startedAt' | 'finishedAt'>> & {
  readonly cancelledAt?: unknown
}

function flawOfJob(row: Job) {
  const { status, createdAt, startedAt, finishedAt, cancelledAt } = row
  if (!statuses.includes(status as string)) return 'it has no known status'
  const moments = [startedAt, finishedAt, cancelledAt].filter((at) => at !== undefined)
  if (!isMoment(createdAt) || !moments.every(isMoment)) return 'its dates are not moments'
  if (status === 'inProgress' && startedAt === undefined) return 'it is begun without a date'
  return undefined
}

const over = ['finished', 'error', 'cancelled']
const statuses = ['queued', 'inProgress', ...over]

function isOver({ status }: { readonly status?: unknown }) {
  return over.includes(status as string)
}

function isCount(value: unknown) {
  return Number.isInteger(value) && (value as number) >= 0
}

function isReportLine(line: unknown) {
  if (!isPlainObject(line)) return false
  const { line: number, column, value, rule, reason } = line as Record<string, unknown>
  return isCount(number) && [column, value, rule, reason].every((one) => typeof one === 'string')
}

function isUnread(unread: unknown) {
  if (!isPlainObject(unread)) return false
  const { bytes, header, at, line } = unread as Record<string, unknown>
  const length = fromBase64(bytes)?.length
  if (length === undefined || !isCount(at) || (at as number) > length || !isCount(line))
    return false
  return Array.isArray(header) && header.every((name) => typeof name === 'string')
}
