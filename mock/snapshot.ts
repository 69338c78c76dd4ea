import { Account, type AccountSettings } from './state/account.ts'
import type { Activity } from './state/activities.ts'
import type {
  ContactFieldRow,
  ContactRow,
  EventTypeRow,
  ProductRow,
  PurchaseRow,
} from './state/rows.ts'

const format = 'connectif-mock'
const version = 1

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
  readonly lastId: number
  readonly contacts: readonly ContactRow[]
  readonly purchases: readonly PurchaseRow[]
  readonly products: readonly ProductRow[]
  readonly contactFields: readonly ContactFieldRow[]
  readonly eventTypes: readonly EventTypeRow[]
  readonly activities: readonly Activity[]
  readonly anonymous: readonly (readonly [string, number])[]
  readonly trackers: readonly (readonly [string, string])[]
}

const tables = ['contacts', 'purchases', 'products', 'contactFields', 'eventTypes'] as const
const lists = [...tables, 'activities', 'anonymous', 'trackers'] as const

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
  const { now, accounts } = snapshot
  if (!Number.isFinite(now) || typeof accounts !== 'object' || accounts === null) {
    throw new Error('the snapshot is broken: it lacks its time or its accounts')
  }
  for (const [id, state] of Object.entries(accounts)) {
    const missing = lists.find((name) => !Array.isArray(state?.[name]))
    if (missing) throw new Error(`the snapshot is broken: account ${id} lacks its ${missing}`)
  }
  return snapshot
}

/**
 * An account that holds what a snapshot says.
 *
 * @throws {Error} when two records share what is unique
 */
export function accountFrom(settings: AccountSettings, id: string, state: AccountState): Account {
  const account = new Account(settings)
  for (const name of tables) {
    const table = account[name]
    for (const row of state[name]) {
      if (typeof row?.id !== 'string') throw new Error(`a record of ${name} in ${id} has no id`)
      table.add(row as never)
    }
  }
  for (const activity of state.activities) account.activities.record(activity)
  for (const [contactId, at] of state.anonymous) account.anonymous.touch(contactId, at)
  for (const [tracker, contactId] of state.trackers) account.trackers.set(tracker, contactId)
  account.lastId = state.lastId
  return account
}

function stateOf(account: Account): AccountState {
  return {
    lastId: account.lastId,
    contacts: [...account.contacts.values()],
    purchases: [...account.purchases.values()],
    products: [...account.products.values()],
    contactFields: [...account.contactFields.values()],
    eventTypes: [...account.eventTypes.values()],
    activities: account.activities.all(),
    anonymous: [...account.anonymous.entries()],
    trackers: [...account.trackers],
  }
}
