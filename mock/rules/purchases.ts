import { problems } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow, PurchaseRow, PurchaseTotals } from '../state/rows.ts'
import { domainIsAllowed } from './domains.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** How a purchase names its contact. */
export interface PurchaseContact {
  readonly contactEmail?: string
  readonly contactExternalId?: string
}

const purchaseContact = {
  id: 'purchase-contact-given',
  grade: 'assumed',
  source: sources.undocumented,
  says: 'A purchase names its contact by email, by External ID, or by both of the same contact.',
} as const

/** Undocumented; both fields are optional on paper, and one of them is needed. */
export const contactMustBeGiven = rule(
  purchaseContact,
  ({ contactEmail, contactExternalId }: PurchaseContact) => {
    if (contactEmail === undefined && contactExternalId === undefined) {
      throw problems.purchaseContactMissing()
    }
  },
)

/** Which of two different contacts was meant is not guessed. */
export const contactsMustAgree = rule(
  purchaseContact,
  ([one, other]: readonly (ContactRow | undefined)[]) => {
    if (one && other && one !== other) throw problems.purchaseContactsDiffer()
  },
)

/** E0101. */
export const contactMustExist = rule(
  {
    id: 'purchase-contact-exists',
    grade: 'documented',
    source: sources.errorCodes,
    says: 'The contact of a purchase exists; creating a purchase never creates it.',
  },
  (found: readonly (ContactRow | undefined)[]): ContactRow => {
    const [contact] = found
    if (contact === undefined || found.includes(undefined)) throw problems.purchaseContactUnknown()
    return contact
  },
)

/** E0102. */
export const productsMustExist = rule(
  {
    id: 'purchase-products-exist',
    grade: 'documented',
    source: sources.errorCodes,
    says: 'Every product of a purchase is in the catalogue.',
  },
  (account: Account, items: readonly { readonly productId: string }[]) => {
    const missing = items
      .map(({ productId }) => productId)
      .filter((productId) => !account.products.by.productId.get(productId))
    if (missing.length > 0) throw problems.purchaseProductsUnknown([...new Set(missing)])
  },
)

/** E0103. */
export const productDomainsMustBeAllowed = rule(
  {
    id: 'purchase-domains-allowed',
    grade: 'documented',
    source: sources.errorCodes,
    says: 'Product URLs of a purchase are in the authorised domains of the account.',
  },
  (
    account: Account,
    items: readonly { readonly productId: string; readonly productDetailUrl: string }[],
  ) => {
    const { domains } = account.settings
    const refused = items.filter((item) => !domainIsAllowed(domains, item.productDetailUrl))
    if (refused.length === 0) return
    throw problems.purchaseDomainRefused([...new Set(refused.map((i) => i.productId))], domains)
  },
)

/** Undocumented. Reading by `purchaseId` gives one purchase, so there cannot be two. */
export const purchaseIdMustBeFree = rule(
  {
    id: 'purchase-id-unique',
    grade: 'assumed',
    source: sources.undocumented,
    says: 'There is one purchase per purchaseId.',
  },
  (account: Account, purchaseId: string): PurchaseRow | undefined => {
    const existing = account.purchases.by.purchaseId.get(purchaseId)
    if (existing && account.settings.behaviors.repeatedPurchaseId === 'refuse') {
      throw problems.purchaseIdTaken()
    }
    return existing
  },
)

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
    account.activities.forgetPurchase(contact.id, row.id)
    account.contacts.put(recounted(account, contact))
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
  (account: Account, contact: ContactRow, row: PurchaseRow, triggerPurchaseEvent: boolean) => {
    if (!triggerPurchaseEvent) return
    const at = account.settings.now()
    account.activities.record({ type: 'purchase', at, contactId: contact.id, purchaseId: row.id })
  },
)

/** Totals with one more purchase in them. */
function added(totals: PurchaseTotals | undefined, { purchase }: PurchaseRow): PurchaseTotals {
  const { purchaseDate: date, totalPrice } = purchase
  if (totals === undefined) return { count: 1, amount: totalPrice, first: date, last: date }
  return {
    count: totals.count + 1,
    amount: totals.amount + totalPrice,
    first: Date.parse(date) < Date.parse(totals.first) ? date : totals.first,
    last: Date.parse(date) > Date.parse(totals.last) ? date : totals.last,
  }
}
