import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'
import type { ContactRow, PurchaseRow, PurchaseTotals } from '../state/rows.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** Whether and where from a purchase is an event. */
export interface PurchaseEvent {
  readonly triggers: boolean
  readonly origin: Origin
}

const purchaseTotals = {
  id: 'purchase-aggregates',
  grade: 'documented',
  source: sources.deletePurchases,
  says: 'The purchase totals of a contact follow every creation and deletion.',
} as const

/** The contact with one more purchase in its totals. */
export const counted = rule(
  purchaseTotals,
  (contact: ContactRow, row: PurchaseRow): ContactRow => ({
    ...contact,
    totals: added(contact.totals, row),
  }),
)

/** The contact with totals counted from its purchases. */
export const recounted = rule(purchaseTotals, (account: Account, contact: ContactRow) => ({
  ...contact,
  totals: account.purchases.of.contact
    .get(contact.id)
    .reduce<PurchaseTotals | undefined>(added, undefined),
}))

/** The contact, the products and what workflows did stay. */
export const withdraw = rule(
  {
    id: 'purchase-delete',
    grade: 'documented',
    source: sources.deletePurchases,
    says: 'Deleting a purchase answers 204, also when there is none; its contact stays.',
  },
  (account: Account, row: PurchaseRow | undefined) => {
    if (row === undefined) return
    account.purchases.delete(row)
    const contact = row.contactId === undefined ? undefined : account.contacts.get(row.contactId)
    if (contact === undefined) return
    account.activities.forget(row.id)
    const next = account.contacts.put(recounted(account, contact))
    account.reads.written(contact, next)
  },
)

/** Only the trigger is left out: the purchase counts in the totals either way. */
export const recordPurchase = rule(
  {
    id: 'purchase-event',
    grade: 'documented',
    source: sources.postPurchase,
    says: 'With triggerPurchaseEvent=false a purchase leaves no purchase event.',
  },
  (
    account: Account,
    contact: ContactRow,
    row: PurchaseRow,
    { triggers, origin }: PurchaseEvent,
  ) => {
    if (!triggers) return
    const at = account.now()
    account.activities.record({
      type: 'purchase',
      at,
      contactId: contact.id,
      origin,
      subject: row.id,
    })
  },
)

/** Totals with one more purchase in them. */
function added(totals: PurchaseTotals | undefined, { purchase }: PurchaseRow): PurchaseTotals {
  const { purchaseDate: date, totalPrice } = purchase
  if (totals === undefined) return { count: 1, amount: totalPrice, first: date, last: date }
  return {
    count: totals.count + 1,
    amount: sum(totals.amount, totalPrice),
    first: Date.parse(date) < Date.parse(totals.first) ? date : totals.first,
    last: Date.parse(date) > Date.parse(totals.last) ? date : totals.last,
  }
}

/** JSON has no Infinity. */
function sum(a: number, b: number) {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, a + b))
}
