import { type CsvRecord, recordsAt } from '../files/csv-read.ts'
import { type Problem, unlessRefused } from '../problems.ts'
import { cellsMustFit, columnsMustBeKnown } from '../rules/import-values.ts'
import type { Account } from '../state/account.ts'
import type { ImportRow, ReportLine, Unread } from '../state/job-rows.ts'
import { contactImport } from './import-contacts.ts'
import { couponImport } from './import-coupons.ts'
import { productImport } from './import-products.ts'
import type { ImportWitness, RecordImport, Wrote } from './import-records.ts'
import { none, type Refusals, reportOf } from './import-refusals.ts'

/** Records that are parsed together. */
const sliceSize = 250

const makers = { contacts: contactImport, products: productImport, coupons: couponImport }

/**
 * Reads further records of an import and writes what they say, each at its own moment. What is
 * refused is counted and reported, and nothing of it is written.
 */
export function readRecords(
  account: Account,
  row: ImportRow,
  count: number,
  momentOf: (record: number) => number,
  witness?: ImportWitness,
): ImportRow {
  if (row.unread === undefined) return row
  const { header } = row.unread
  const work = makers[row.type](account, row, header)
  let { success, errors } = row
  let unread: Unread = row.unread
  const report = success + errors === 0 ? unknownColumns(work, header) : []
  let record: CsvRecord = { line: 0, cells: undefined }
  const wrote: Wrote | undefined = witness && ((written) => witness.wrote(record, written))
  const apply = () => work.apply(cellsMustFit(header, record.cells), wrote)
  const applied = () => unlessRefused<Refusals>(apply, alone)

  for (let left = count; left > 0; left -= sliceSize) {
    const slice = recordsAt(unread, row.options.delimiter, Math.min(left, sliceSize))
    for (record of slice.records) {
      const refusals = account.during(momentOf(success + errors), applied)
      if (refusals === none) success++
      else {
        errors++
        witness?.refused(record, refusals)
      }
      for (const refusal of refusals) report.push(...reportOf(refusal, header, record))
    }
    unread = { ...unread, at: slice.at, line: slice.line }
  }
  work.readTo?.(unread)
  const pieces = report.length === 0 ? row.report : [...row.report, report]
  return { ...row, success, errors, report: pieces, unread }
}

const alone = (refusal: Problem): Refusals => [refusal]

function unknownColumns({ unknown }: RecordImport, header: readonly string[]): ReportLine[] {
  return unlessRefused<ReportLine[]>(
    () => {
      columnsMustBeKnown(unknown)
      return []
    },
    (problem) => reportOf(problem, header, { line: 1, cells: [] }),
  )
}
