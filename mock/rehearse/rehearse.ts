import type { ImportRow, ReportLine } from '../state/job-rows.ts'
import { bytesOf } from './file-bytes.ts'
import { hintFor } from './hints.ts'
import { fileProblem, headerOf, imported, queued, ruleOf } from './import-file.ts'
import type { RehearsalOptions, RehearsalSource } from './options.ts'
import type { FileProblem, Rehearsal, RehearsalRefusal, RehearsalStart } from './result.ts'
import { type Started, started } from './start.ts'
import { Witness } from './witness.ts'

const nothing = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0 }
const none = { refusals: [], fights: [], unknownColumns: [] }
const keyColumns = { 'external-id': '_externalId', email: '_email' }

/**
 * Runs a file of contacts or products through the rules of the twin, without any network, and tells
 * what an import of it would do: what it would create, update and refuse, and which of its rows
 * fight over one identifier. Nothing is kept. Files may be larger than the 50 MB of one import.
 *
 * It works in slices, and gives others a turn between them; the file is in memory as a whole.
 *
 * @throws {Error} when an option makes no sense, or the snapshot is broken or has several accounts
 * @throws {ConnectifError} when `source` is no file, or a row cannot be written as CSV; what a
 *   stream or an iterable throws is thrown on, and the reason of `signal`. A file that cannot be
 *   read as an import is no error: the result says so in `file`.
 * @example
 * ```ts
 * const { created, updated, refusals } = await rehearse({ path: 'customers.csv' }, {
 *   key: 'external-id',
 *   start: { path: 'contacts-of-today.zip' },
 * })
 * ```
 */
export async function rehearse(
  source: RehearsalSource,
  options: RehearsalOptions = {},
): Promise<Rehearsal> {
  const { delimiter = ',', signal } = options
  const bytes = await bytesOf(source, delimiter, signal)
  const header = headerOf(bytes, delimiter)
  const before = await started(options, header)
  const { start } = before
  if (start.file) return { ...nothing, ...none, start }
  return onAccount(before, bytes, options)
}

async function onAccount(
  { account, start }: Started,
  bytes: Uint8Array,
  options: RehearsalOptions,
): Promise<Rehearsal> {
  const { type = 'contacts', delimiter = ',', overrideExisting = true } = options
  const { updateOnlyEmptyFields = false, key, onProgress, signal } = options
  const how = { type, delimiter, overrideExisting, updateOnlyEmptyFields }
  const row = queued(account, { bytes, ...how })
  if ('reason' in row) return unread(row, start)
  const header = row.unread?.header ?? []
  const keyColumn = key && type === 'contacts' ? keyColumns[key] : undefined
  if (keyColumn && !header.includes(keyColumn)) {
    return unread(fileProblem(`has no column ${keyColumn}, which is the key`), start)
  }
  const witness = new Witness({ account, type, header })
  const onSlice = (done: number, total: number) => onProgress?.({ part: 'file', done, total })
  const after = await imported(account, row, { witness, onSlice, signal })
  return {
    rows: after.total,
    ...witness.counts,
    refused: after.errors,
    refusals: after.report.flatMap((piece) => piece.filter(isOfRow).map(refusalOf)),
    fights: witness.fights.all(updateOnlyEmptyFields),
    unknownColumns: unknownColumnsIn(after),
    start,
  }
}

function unread(file: FileProblem, start: RehearsalStart): Rehearsal {
  return { ...nothing, ...none, file, start }
}

/** The header begins at the first line, and no row can. */
function isOfRow({ line }: ReportLine): boolean {
  return line > 1
}

function unknownColumnsIn({ report }: ImportRow): string[] {
  const [first = []] = report
  return first.filter((line) => !isOfRow(line)).map(({ column }) => column)
}

function refusalOf({ rule, ...line }: ReportLine): RehearsalRefusal {
  return { ...line, rule: ruleOf(rule), hint: hintFor(rule, line.reason) }
}
