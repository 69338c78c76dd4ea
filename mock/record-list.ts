import type { Account } from './state/account.ts'

/** What an account holds of one kind, for the assertions of a test. */
export interface Records<Address, Record> {
  /** How many there are. */
  readonly count: number
  /** The record with this address, as the API would show it; undefined when there is none. */
  find(address: Address): Record | undefined
  /** All records, oldest first, as the API would show them. */
  all(): Record[]
}

/** The rows of a kind, and how a test sees them. */
interface Kind<Row, Address, Record> {
  rows(account: Account): { readonly size: number; values(): Iterable<Row> }
  find(account: Account, address: Address): Row | undefined
  shown(row: Row, account: Account): Record
}

/** The records of the account that is looked up at the moment of asking. */
export function recordList<Row, Address, Record>(
  account: () => Account,
  { rows, find, shown }: Kind<Row, Address, Record>,
): Records<Address, Record> {
  return {
    get count() {
      return rows(account()).size
    },
    find(address) {
      const held = account()
      const row = find(held, address)
      return row && shown(row, held)
    },
    all() {
      const held = account()
      return Array.from(rows(held).values(), (row) => shown(row, held))
    },
  }
}
