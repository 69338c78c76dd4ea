import { flawOfAccount } from './intact.ts'
import { flaws } from './intact-records.ts'
import { writeAhead } from './jobs/work.ts'
import {
  type ExportState,
  exportFrom,
  exportState,
  type ImportState,
  importFrom,
  importState,
} from './snapshot-jobs.ts'
import { Account, type AccountSettings } from './state/account.ts'
import type { Activity } from './state/activities.ts'
import { isMoment } from './state/clock.ts'
import type {
  ContactFieldRow,
  ContactRow,
  EventTypeRow,
  ProductRow,
  PurchaseRow,
} from './state/rows.ts'
import type { SegmentFilter } from './state/segments.ts'
import type { Table } from './state/table.ts'

const format = 'connectif-mock'
const version = 2

/** Everything that the accounts of a twin hold, and its time, at one moment. Plain JSON. */
export interface Snapshot {
  /** Tells snapshots of this package from other files. */
  readonly format: typeof format
  /** Grows when older versions cannot be restored any more. */
  readonly version: typeof version
  /** The twin's time, in milliseconds since 1970. */
  readonly now: number
  /** Whether it stood still. */
  readonly frozen: boolean
  /** The accounts that were open, by id. */
  readonly accounts: Readonly<Record<string, AccountState>>
}

/** What one account holds, as the twin keeps it. */
export interface AccountState {
  /** The last internal id that was given, as a number. */
  readonly lastId: number
  /** When the last export ended that was begun and is deleted; 0 where there is none. */
  readonly exportsFreeSince: number
  /** Contacts, oldest first. */
  readonly contacts: readonly ContactRow[]
  /** Purchases, oldest first. */
  readonly purchases: readonly PurchaseRow[]
  /** Products, oldest first. */
  readonly products: readonly ProductRow[]
  /** Custom fields of contacts. */
  readonly contactFields: readonly ContactFieldRow[]
  /** Types of custom events. */
  readonly eventTypes: readonly EventTypeRow[]
  /** Imports, oldest first. */
  readonly imports: readonly ImportState[]
  /** Exports, oldest first. */
  readonly exports: readonly ExportState[]
  /** Named filters of contacts, by their ids. */
  readonly segments: readonly (readonly [string, SegmentFilter])[]
  /** The activity log, oldest first. */
  readonly activities: readonly Activity[]
  /** Anonymous contacts by id, with the moment of their last activity. */
  readonly anonymous: readonly (readonly [string, number])[]
  /** Trackers, with the id of the contact that each belongs to. */
  readonly trackers: readonly (readonly [string, string])[]
}

const tables = ['contacts', 'purchases', 'products', 'contactFields', 'eventTypes'] as const
const jobs = ['imports', 'exports'] as const
const others = ['segments', 'activities', 'anonymous', 'trackers'] as const
const lists = [...tables, ...jobs, ...others] as const

/** What the snapshots of this process hold, ready to be restored; so their lists are frozen. */
const copies = new WeakMap<AccountState, Account>()

/** A snapshot of these accounts. Rows are shared with them, as rows are never changed. */
export function snapshotOf(
  accounts: Iterable<readonly [string, Account]>,
  now: number,
  frozen: boolean,
): Snapshot {
  const states = Array.from(accounts, ([id, account]) => [id, stateOf(account)] as const)
  return { format, version, now, frozen, accounts: Object.fromEntries(states) }
}

/**
 * The snapshot that a value is.
 *
 * @throws {Error} when it is none, or one of another version, or broken
 */
export function checked(value: unknown): Snapshot {
  const snapshot = value as Snapshot | null
  if (typeof snapshot !== 'object' || snapshot?.format !== format) {
    throw new Error('this is not a snapshot of the twin')
  }
  if (snapshot.version !== version) {
    throw new Error(`the snapshot has version ${snapshot.version}; this twin reads ${version}`)
  }
  const { now, frozen, accounts } = snapshot
  if (!isMoment(now) || typeof frozen !== 'boolean') throw broken('it lacks its time')
  if (!isObject(accounts) || Array.isArray(accounts)) throw broken('it lacks its accounts')
  for (const [id, state] of Object.entries(accounts)) {
    const missing = lists.find((name) => !Array.isArray(state?.[name]))
    if (missing) throw broken(`account ${id} lacks its ${missing}`)
  }
  return snapshot
}

/**
 * An account that holds what a snapshot says.
 *
 * @throws {Error} when a record is broken, or two of them do not fit together
 */
export function accountFrom(settings: AccountSettings, id: string, state: AccountState): Account {
  const copy = copies.get(state)
  if (copy?.settings === settings) return new Account(settings, copy)
  const account = new Account(settings)
  for (const name of lists) {
    let at = 0
    for (const record of state[name]) {
      const flaw = isObject(record) ? flaws[name](record as never) : 'it is no object'
      if (flaw !== undefined) throw broken(`${name}[${at}] of account ${id}: ${flaw}`)
      at += 1
    }
  }
  // Seam: each list holds the rows of the table with its name.
  for (const name of tables) {
    fill(
      account[name] as unknown as Table<never, never>,
      state[name] as never,
      `${name} of account ${id}`,
    )
  }
  fill(account.imports as never, state.imports.map(importFrom) as never, `imports of account ${id}`)
  fill(account.exports as never, state.exports.map(exportFrom) as never, `exports of account ${id}`)
  for (const [segment, filter] of state.segments) account.segments.set(segment, filter)
  account.activities.fill(state.activities)
  for (const [contactId, at] of state.anonymous) account.anonymous.touch(contactId, at)
  for (const [tracker, contactId] of state.trackers) account.trackers.set(tracker, contactId)
  account.lastId = state.lastId
  account.exportsFreeSince = state.exportsFreeSince
  if (!isMoment(state.exportsFreeSince)) throw broken(`account ${id} lacks its exportsFreeSince`)
  const flaw = flawOfAccount(account) ?? flawOfIds(state)
  if (flaw !== undefined) throw broken(`account ${id}: ${flaw}`)
  return account
}

function fill(table: Table<never, never>, rows: readonly never[], of: string) {
  try {
    table.fill(rows)
  } catch (thrown) {
    throw broken(`${of}: ${(thrown as Error).message}`)
  }
}

const withInternalIds = ['contacts', 'purchases', 'products', 'eventTypes', ...jobs] as const

/** An id that is given twice would replace a record. */
function flawOfIds(state: AccountState) {
  let highest = ''
  for (const name of withInternalIds) {
    for (const { id } of state[name]) if (id > highest) highest = id
  }
  const { lastId } = state
  const follows = Number.isSafeInteger(lastId) && lastId >= Number.parseInt(highest || '0', 16)
  return follows ? undefined : 'its lastId is lower than an id in it'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function broken(flaw: string) {
  return new Error(`the snapshot is broken: ${flaw}`)
}

function stateOf(account: Account): AccountState {
  writeAhead(account)
  const state = {
    lastId: account.lastId,
    exportsFreeSince: account.exportsFreeSince,
    contacts: Object.freeze([...account.contacts.values()]),
    purchases: Object.freeze([...account.purchases.values()]),
    products: Object.freeze([...account.products.values()]),
    contactFields: Object.freeze([...account.contactFields.values()]),
    eventTypes: Object.freeze([...account.eventTypes.values()]),
    imports: Object.freeze(Array.from(account.imports.values(), importState)),
    exports: Object.freeze(Array.from(account.exports.values(), exportState)),
    segments: Object.freeze([...account.segments.entries()]),
    activities: Object.freeze(account.activities.all()),
    anonymous: Object.freeze([...account.anonymous.entries()]),
    trackers: Object.freeze([...account.trackers.entries()]),
  }
  copies.set(Object.freeze(state), new Account(account.settings, account))
  return state
}
