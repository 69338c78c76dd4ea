import type { Account } from '../../mock/state/account.ts'
import { type ExportRow, type ImportRow, isUnfinished } from '../../mock/state/job-rows.ts'

/** What holds of the imports and exports of every account, whatever was done to it. */
export function jobsMustBeSound({ imports, exports, settings }: Account): void {
  const now = settings.now()
  mustQueue([...imports.values()], 10)
  mustQueue([...exports.values()], 5)
  for (const row of imports.values()) {
    mustBeInTime(row, now)
    mustCount(row)
  }
  for (const row of exports.values()) {
    mustBeInTime(row, now)
    mustHaveItsFile(row)
  }
}

/** So many at most have not ended, and of these only the first one is begun. */
function mustQueue(rows: readonly (ImportRow | ExportRow)[], most: number) {
  const left = rows.filter(isUnfinished)
  must(left.length <= most, `${left.length} jobs have not ended`)
  must(
    left.every(({ status }, at) => status === 'queued' || at === 0),
    'a job was begun before its turn',
  )
}

/** The moments are in order, none is still to come, and there are those of the status. */
function mustBeInTime(row: ImportRow | ExportRow, now: number) {
  const { id, status, createdAt, startedAt, finishedAt, cancelledAt } = row
  const moments = [createdAt, startedAt, finishedAt, cancelledAt, now].filter(
    (moment) => moment !== undefined,
  )
  must(
    moments.every((moment, at) => at === 0 || moment >= (moments[at - 1] as number)),
    `the moments of ${id} are out of order: ${moments}`,
  )
  const isBegun = ['inProgress', 'finished'].includes(status)
  must(!isBegun || startedAt !== undefined, `${id} is ${status}, but never began`)
  must(status !== 'queued' || startedAt === undefined, `${id} is queued, but began`)
  const hasEnded = ['finished', 'error'].includes(status)
  must(hasEnded === (finishedAt !== undefined), `${id} is ${status}, and ended ${finishedAt}`)
  const isCancelled = status === 'cancelled'
  must(isCancelled === (cancelledAt !== undefined), `${id} is ${status}: ${cancelledAt}`)
}

/** Every record that was read is counted once; those that failed are in the report. */
function mustCount({ id, status, total, success, errors, report, unread }: ImportRow) {
  const read = success + errors
  must(read <= total, `${id} has read ${read} of ${total} records`)
  must(status !== 'finished' || read === total, `${id} ended after ${read} of ${total} records`)
  must(status !== 'queued' || read === 0, `${id} is queued, but has read ${read} records`)
  const isOver = !['queued', 'inProgress'].includes(status)
  must(isOver === (unread === undefined), `${id} is ${status}, and its file is kept or lost`)
  const lines = report.flat().map(({ line }) => line)
  const failed = new Set(lines.filter((line) => line > 1)).size
  must(failed === errors, `${id} has ${errors} errors, and reports ${failed}`)
  const next = unread && read < total ? unread.line : Number.POSITIVE_INFINITY
  must(
    lines.every((line) => line < next || line === 1),
    `${id} reports what it has not read`,
  )
}

/** What is finished has its file; what waits has none. */
function mustHaveItsFile({ id, status, total, progress, file }: ExportRow) {
  must(progress <= total, `${id} has written ${progress} of ${total} records`)
  const isFinished = status === 'finished'
  must(!isFinished || progress === total, `${id} ended after ${progress} of ${total} records`)
  must(!isFinished || file !== undefined, `${id} is finished without a file`)
  must(status !== 'queued' || file === undefined, `${id} is queued, and yet has a file`)
}

function must(holds: boolean, what: string) {
  if (!holds) throw new Error(what)
}
