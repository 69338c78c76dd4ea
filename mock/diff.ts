import type { components } from '../sdk/generated/schema.ts'
import { contactBody } from './operations/contact-body.ts'
import { productBody } from './operations/products.ts'
import { purchaseBody } from './operations/purchases.ts'
import type { Account } from './state/account.ts'

type Schemas = components['schemas']

/** What changed among the records of one kind. */
export interface Changes<Record> {
  /** Records that were not there before. */
  readonly created: readonly Record[]
  /** Records that are not the same as before. */
  readonly updated: readonly {
    /** As it was. */
    readonly before: Record
    /** As it is. */
    readonly after: Record
  }[]
  /** Records that are gone. */
  readonly deleted: readonly Record[]
}

/** What changed between a snapshot and now, as the API shows the records. */
export interface Diff {
  /** Changes of contacts. */
  readonly contacts: Changes<Schemas['Contact']>
  /** Changes of purchases. */
  readonly purchases: Changes<Schemas['Purchase']>
  /** Changes of products. */
  readonly products: Changes<Schemas['Product']>
}

/** What changed in all accounts since a snapshot. `before` opens its accounts. */
export function diffOf(
  before: ReadonlyMap<string, Account>,
  after: ReadonlyMap<string, Account>,
  empty: Account,
): Diff {
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  const pairs = ids.map((id) => [before.get(id) ?? empty, after.get(id) ?? empty] as const)
  return {
    contacts: changes(pairs, (account) => account.contacts, contactBody),
    purchases: changes(pairs, (account) => account.purchases, purchaseBody),
    products: changes(
      pairs,
      (account) => account.products,
      (_, row) => productBody(row),
    ),
  }
}

interface Rows<Row> {
  get(id: string): Row | undefined
  values(): Iterable<Row>
}

function changes<Row extends { readonly id: string }, Body>(
  pairs: readonly (readonly [Account, Account])[],
  rows: (account: Account) => Rows<Row>,
  body: (account: Account, row: Row) => Body,
): Changes<Body> {
  const found = {
    created: [] as Body[],
    updated: [] as { before: Body; after: Body }[],
    deleted: [] as Body[],
  }
  for (const [before, after] of pairs) {
    for (const row of rows(after).values()) {
      const old = rows(before).get(row.id)
      if (old === undefined) found.created.push(body(after, row))
      else if (!same(old, row)) {
        found.updated.push({ before: body(before, old), after: body(after, row) })
      }
    }
    for (const row of rows(before).values()) {
      if (rows(after).get(row.id) === undefined) found.deleted.push(body(before, row))
    }
  }
  return found
}

/** A row that was not replaced is the same object, unless the snapshot came from a file. */
function same(a: unknown, b: unknown) {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
