import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { ExportWork } from '../../mock/jobs/exports.ts'
import type { Account } from '../../mock/state/account.ts'
import type { ExportRow } from '../../mock/state/job-rows.ts'

/** An export of contacts that was begun. */
export function anExport(more: Partial<ExportRow> = {}): ExportRow {
  return {
    id: 'e'.repeat(24),
    exportType: 'contacts',
    status: 'inProgress',
    delimiter: ',',
    dateFormat: 'ISO',
    filters: undefined,
    version: 'v1',
    createdAt: 0,
    total: 0,
    progress: 0,
    file: undefined,
    ...more,
  }
}

/** The ZIP of an export, written at once. */
export function zipOf(account: Account, more: Partial<ExportRow> = {}): Uint8Array {
  const work = new ExportWork(account, anExport(more))
  work.write(work.total)
  return work.file()
}

/** The one CSV file in the ZIP of an export, with its byte order mark. */
export function csvIn(zip: Uint8Array): string {
  const files = Object.values(unzipSync(zip))
  if (files.length !== 1) throw new Error(`the ZIP has ${files.length} files`)
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files[0])
}

/** The text of an export, without its byte order mark. */
export function textOf(account: Account, more: Partial<ExportRow> = {}): string {
  return csvIn(zipOf(account, more)).slice(1)
}

/** The records of an export by the names of its columns. */
export function recordsOf(account: Account, more: Partial<ExportRow> = {}) {
  const { delimiter = ',' } = more
  return parse<Record<string, string>>(textOf(account, more), { columns: true, delimiter })
}
