import { csvText } from '../files/csv-write.ts'
import type { ImportRow } from '../state/job-rows.ts'

const columns = ['line', 'column', 'value', 'rule', 'reason'] as const

/** What an import refused, as CSV with the delimiter of its file; undefined where there is none. */
export function reportCsv({ report, options }: ImportRow): Uint8Array | undefined {
  if (report.length === 0) return undefined
  const lines = report.flat().map((line) => columns.map((name) => String(line[name])))
  return new TextEncoder().encode(csvText([columns, ...lines], options.delimiter))
}
