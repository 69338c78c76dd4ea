import type { Account } from '../../mock/state/account.ts'
import type { UniqueIndex } from '../../mock/state/indexes.ts'
import type { ContactRow, PurchaseRow } from '../../mock/state/rows.ts'
import { jobsMustBeSound } from './invariants-of-jobs.ts'

/** What holds of every account, whatever was done to it. Looks through all of its rows. */
export function mustBeSound(account: Account): void {
  const contacts = [...account.contacts.values()]
  const purchases = [...account.purchases.values()]
  const { behaviors } = account.settings
  const email = behaviors.emailComparison === 'exact' ? same : folded
  const externalId = behaviors.externalIdComparison === 'exact' ? same : lowered

  mustFind(account.contacts.by.email, contacts, ({ fields }) => fields._email, email)
  mustFind(account.contacts.by.externalId, contacts, ({ fields }) => fields._externalId, externalId)
  mustFind(account.purchases.by.purchaseId, purchases, ({ purchase }) => purchase.purchaseId)
  mustFind(account.products.by.productId, [...account.products.values()], (row) => row.productId)
  mustFind(account.eventTypes.by.alias, [...account.eventTypes.values()], (row) => row.alias)
  for (const contact of contacts) {
    mustAddUp(
      contact,
      purchases.filter((row) => row.contactId === contact.id),
      account.purchases.of.contact.get(contact.id),
    )
  }
  mustListAnonymous(account, contacts)
  mustReferToRows(account, purchases)
  jobsMustBeSound(account)
}

/** No two rows share a value, and the index finds each row by its own and has no other. */
function mustFind<Row>(
  index: UniqueIndex<Row>,
  rows: readonly Row[],
  of: (row: Row) => string | undefined,
  normal: (value: string) => string = same,
) {
  const held = rows.filter((row) => of(row) !== undefined)
  const values = held.map((row) => normal(of(row) as string))
  must(new Set(values).size === values.length, `two rows share a value: ${values}`)
  must(index.size === held.length, `the index holds ${index.size} rows of ${held.length}`)
  for (const row of held) {
    const value = of(row) as string
    must(index.get(value) === row && index.get(normal(value)) === row, `${value} is not found`)
  }
}

/** The totals of a contact are those of its purchases, which the group holds, and no others. */
function mustAddUp(
  { id, totals }: ContactRow,
  own: readonly PurchaseRow[],
  group: readonly PurchaseRow[],
) {
  const grouped = new Set(group)
  must(group.length === own.length && own.every((row) => grouped.has(row)), `group of ${id}`)
  const moments = own.map(({ purchase }) => Date.parse(purchase.purchaseDate))
  const sum = own.reduce((total, { purchase }) => total + purchase.totalPrice, 0)
  const amount = Math.min(sum, Number.MAX_VALUE)
  must((totals?.count ?? 0) === own.length, `${id} counts ${totals?.count} of ${own.length}`)
  if (totals === undefined) return
  must(Math.abs(totals.amount - amount) <= Math.abs(amount) * 1e-9, `${id} has ${totals.amount}`)
  must(Date.parse(totals.first) === Math.min(...moments), `${id} first bought ${totals.first}`)
  must(Date.parse(totals.last) === Math.max(...moments), `${id} last bought ${totals.last}`)
}

/** Anonymous, and so in the list, are those with neither identifier, whose 90 days go on. */
function mustListAnonymous({ anonymous, settings }: Account, contacts: readonly ContactRow[]) {
  const ids = contacts
    .filter(({ fields }) => fields._email === undefined && fields._externalId === undefined)
    .map(({ id }) => id)
  const listed = new Map(anonymous.entries())
  must(ids.length === listed.size && ids.every((id) => listed.has(id)), 'the anonymous are others')
  const moments = [...listed.values()]
  must(
    moments.every((at, index) => index === 0 || at >= (moments[index - 1] as number)),
    'the anonymous are out of order',
  )
  const due = moments.filter((at) => at + 90 * 86_400_000 <= settings.now())
  must(due.length === 0, `${due.length} contacts have outlived their 90 days`)
}

function mustReferToRows(account: Account, purchases: readonly PurchaseRow[]) {
  for (const { contactId, id } of purchases) {
    const isKnown = contactId === undefined || account.contacts.get(contactId) !== undefined
    must(isKnown, `the contact of purchase ${id} is gone`)
  }
  for (const [tracker, contactId] of account.trackers.entries()) {
    must(account.contacts.get(contactId) !== undefined, `the contact of ${tracker} is gone`)
  }
}

function must(holds: boolean, what: string) {
  if (!holds) throw new Error(what)
}

const same = (value: string) => value
const lowered = (value: string) => value.toLowerCase()
const folded = (value: string) => value.trim().toLowerCase()
