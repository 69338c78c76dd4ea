import { type Account, type JobSpeed, unfinished } from '../state/account.ts'
import { type ExportRow, type ImportRow, isUnfinished } from '../state/job-rows.ts'
import type { Table } from '../state/table.ts'
import { ExportWork } from './exports.ts'
import { readRecords } from './imports.ts'

/** The moment at which a record is due, by its number from 0. */
type MomentOf = (record: number) => number

/** What jobs of one kind do. */
interface Kind<Row extends ImportRow | ExportRow> {
  readonly jobs: (account: Account) => Table<Row, never, 'unfinished'>
  /** When the last of those that are gone ended; 0 where there is none. */
  readonly goneAt: (account: Account) => number
  readonly begun: (account: Account, row: Row) => Row
  /** How many records are behind it. */
  readonly done: (row: Row) => number
  readonly worked: (account: Account, row: Row, count: number, momentOf: MomentOf) => Row
  readonly ended: (account: Account, row: Row) => Row
}

const imports: Kind<ImportRow> = {
  jobs: (account) => account.imports,
  goneAt: () => 0,
  begun: (_, row) => row,
  done: ({ success, errors }) => success + errors,
  worked: readRecords,
  ended: (_, row) => ({ ...row, unread: undefined }),
}

const exports: Kind<ExportRow> = {
  jobs: (account) => account.exports,
  goneAt: (account) => account.exportsFreeSince,
  begun: (account, row) => ({ ...row, total: workOf(account, row).total }),
  done: ({ progress }) => progress,
  worked: (account, row, count) => {
    const written = row.file ? count : workOf(account, row).write(count)
    return { ...row, progress: row.progress + written }
  },
  ended: (account, row) => ({ ...row, file: row.file ?? fileOf(account, row) }),
}

/**
 * Writes the files of exports that are in progress to their ends, but shows no more of them: what
 * they hold was settled when they started, and a copy of the account could not know it.
 */
export function writeAhead(account: Account): void {
  for (const row of account.exports.of.unfinished.get(unfinished)) {
    if (row.status !== 'inProgress' || row.file) continue
    workOf(account, row).write(row.total - row.progress)
    account.exports.put({ ...row, file: fileOf(account, row) })
  }
}

function fileOf(account: Account, row: ExportRow): Uint8Array {
  const file = workOf(account, row).file()
  works.get(account)?.delete(row.id)
  return file
}

/** Files that are being written. */
const works = new WeakMap<Account, Map<string, ExportWork>>()

function workOf(account: Account, row: ExportRow): ExportWork {
  const own = works.get(account) ?? new Map<string, ExportWork>()
  works.set(account, own)
  for (const id of own.keys()) if (!isUnfinished(account.exports.get(id))) own.delete(id)
  const known = own.get(row.id)
  if (known) return known
  const work = account.during(row.startedAt ?? account.now(), () => new ExportWork(account, row))
  own.set(row.id, work)
  return work
}

/** Whether an account has jobs that have not ended. */
export function hasWork({ imports, exports }: Account): boolean {
  return imports.of.unfinished.has(unfinished) || exports.of.unfinished.has(unfinished)
}

/** How fast jobs are, and the moment before which none starts. */
interface Speed extends JobSpeed {
  readonly notBefore?: number
}

/** By when jobs are looked at, and what they may do. */
interface Time {
  readonly now: number
  /** How many records of each kind at most. */
  readonly most: number
  readonly speed: Speed
}

/**
 * Lets the jobs of an account do what is due by a moment, but at most so many records of each kind.
 * Says whether more is due.
 */
export function workDue(
  account: Account,
  now: number,
  most: number,
  speed: Speed = account.settings.jobs,
): boolean {
  // What an export holds is settled when it starts, so imports go no further before that.
  for (let at = startOfExport(account, speed); at <= now; at = startOfExport(account, speed)) {
    if (workKind(account, imports, { now: at, most, speed })) return true
    if (workKind(account, exports, { now: at, most, speed })) return true
  }
  const moreImports = workKind(account, imports, { now, most, speed })
  const moreExports = workKind(account, exports, { now, most, speed })
  return moreImports || moreExports
}

/** When the next export starts; never where none waits, or it is not known when it may. */
function startOfExport(account: Account, speed: Speed): number {
  const [first, second] = account.exports.of.unfinished.get(unfinished)
  if (first?.status === 'queued') return startOf(first, freeSince(account, exports), speed)
  if (first === undefined || second === undefined || isInstant(speed))
    return Number.POSITIVE_INFINITY
  return startOf(second, endOf(first, 0, speed), speed)
}

function startOf({ createdAt }: ImportRow | ExportRow, free: number, speed: Speed) {
  return Math.max(speed.notBefore ?? 0, Math.max(createdAt, free) + speed.startAfter)
}

/** One after the other, in the order in which they were queued. */
function workKind<Row extends ImportRow | ExportRow>(
  account: Account,
  kind: Kind<Row>,
  { now, most, speed }: Time,
): boolean {
  const jobs = kind.jobs(account)
  const waiting = jobs.of.unfinished.get(unfinished)
  let left = most
  let free = waiting[0]?.status === 'queued' ? freeSince(account, kind) : 0
  for (const queued of waiting) {
    const startedAt = startOf(queued, free, speed)
    if (queued.status === 'queued' && startedAt > now) return false
    const row: Row =
      queued.status === 'queued'
        ? kind.begun(account, { ...queued, status: 'inProgress', startedAt })
        : queued
    const after = worked(account, kind, row, { now, most: left, speed })
    left -= kind.done(after) - kind.done(row)
    free = endOf(after, now, speed)
    if (kind.done(after) < after.total || free > now) {
      jobs.put(after)
      return kind.done(after) < dueOf(after, now, speed)
    }
    jobs.put({ ...kind.ended(account, after), status: 'finished', finishedAt: free })
  }
  return false
}

/** When the last job of a kind ended that was worked on. */
function freeSince<Row extends ImportRow | ExportRow>(account: Account, kind: Kind<Row>) {
  let free = kind.goneAt(account)
  for (const { startedAt, finishedAt, cancelledAt = 0 } of kind.jobs(account).values()) {
    if (startedAt !== undefined) free = Math.max(free, finishedAt ?? cancelledAt)
  }
  return free
}

function worked<Row extends ImportRow | ExportRow>(
  account: Account,
  kind: Kind<Row>,
  row: Row,
  { now, most, speed }: Time,
): Row {
  const count = Math.min(dueOf(row, now, speed) - kind.done(row), most)
  const { startedAt = now } = row
  const { recordsPerSecond } = speed
  const momentOf: MomentOf = isInstant(speed)
    ? () => now
    : (record) => startedAt + Math.ceil((record * 1000) / recordsPerSecond)
  return count > 0 ? kind.worked(account, row, count, momentOf) : row
}

/** How many records of a job are due by a moment. */
function dueOf({ startedAt = 0, total }: ImportRow | ExportRow, now: number, speed: Speed) {
  if (isInstant(speed)) return total
  return Math.min(total, 1 + Math.floor(((now - startedAt) * speed.recordsPerSecond) / 1000))
}

/** When a job ends, or ended. */
function endOf({ startedAt = 0, total }: ImportRow | ExportRow, now: number, speed: Speed) {
  return isInstant(speed) ? now : startedAt + Math.ceil((total * 1000) / speed.recordsPerSecond)
}

function isInstant({ recordsPerSecond }: JobSpeed) {
  return recordsPerSecond === Number.POSITIVE_INFINITY
}
