import { recordsAt } from '../files/csv-read.ts'
import { codeMustBeNew, keyMustBeGiven } from '../rules/import-records.ts'
import type { Account } from '../state/account.ts'
import type { ImportRow, Unread } from '../state/job-rows.ts'
import type { RecordImport } from './import-records.ts'
import { none } from './import-refusals.ts'

/** The codes before a place in a file, which copies of an account may each go on from. */
const codesBefore = new WeakMap<Unread, Set<string>>()

/** Codes are counted; the twin has no coupon sets to add them to. */
export function couponImport(_: Account, row: ImportRow): RecordImport {
  const from = row.unread as Unread
  const codes = codesBefore.get(from) ?? readBefore(from, row.options.delimiter)
  codesBefore.delete(from)

  return {
    unknown: [],
    apply([code = '']) {
      keyMustBeGiven('code', code)
      codeMustBeNew(codes, code)
      codes.add(code)
      return none
    },
    readTo: (unread) => codesBefore.set(unread, codes),
  }
}

/** What a copy of the account, or one that was restored, has to read once more. */
function readBefore({ bytes, at }: Unread, delimiter: string): Set<string> {
  const codes = new Set<string>()
  let place = recordsAt({ bytes, at: 0, line: 1 }, delimiter, 1)
  while (place.at < at) {
    place = recordsAt({ ...place, bytes: bytes.subarray(0, at) }, delimiter, 1000)
    for (const { cells } of place.records) if (cells?.[0]) codes.add(cells[0])
  }
  return codes
}
