import { problems } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow, PurchaseRow, PurchaseTotals } from '../state/rows.ts'
import { save } from './anonymity.ts'
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

/** The contacts that a purchase names; undefined where it names none, or an unknown one. */
export interface NamedContacts {
  readonly byEmail: ContactRow | undefined
  readonly byExternalId: ContactRow | undefined
}

/** Undocumented; both fields are optional on paper, and one of them is needed. */
export const contactMustBeGiven = rule(
  purchaseContact,
  (account: Account, { contactEmail, contactExternalId }: PurchaseContact) => {
    if (contactEmail !== undefined || contactExternalId !== undefined) return
    throw account.settings.behaviors.missingContact === 422
      ? problems.purchaseContactMissing()
      : problems.purchaseContactUnknown()
  },
)

/** Which of two different contacts was meant is not guessed. */
export const contactsMustAgree = rule(
  purchaseContact,
  (account: Account, { byEmail, byExternalId }: NamedContacts) => {
    const differ = byEmail && byExternalId && byEmail !== byExternalId
    if (differ && account.settings.behaviors.differingContacts === 'refuse') {
      throw problems.purchaseContactsDiffer()
    }
  },
)

/** Undocumented: the field has no mark of being optional. */
export const cartMustBeGiven = rule(
  {
    id: 'purchase-cart-given',
    grade: 'assumed',
    source: sources.postPurchase,
    says: 'A purchase names its cart.',
  },
  (account: Account, { cartId }: { readonly cartId?: string }) => {
    if (cartId === undefined && account.settings.behaviors.cartId === 'required') {
      throw problems.purchaseCartMissing()
    }
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
  (account: Account, body: PurchaseContact, named: NamedContacts): ContactRow => {
    const { byEmail, byExternalId } = named
    const missesEmail = body.contactEmail !== undefined && byEmail === undefined
    const missesId = body.contactExternalId !== undefined && byExternalId === undefined
    const emailFirst = account.settings.behaviors.differingContacts === 'email'
    const contact = emailFirst ? (byEmail ?? byExternalId) : (byExternalId ?? byEmail)
    if (contact === undefined || missesEmail || missesId) throw problems.purchaseContactUnknown()
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
    if (missing.length > 0) {
      const { productIdsField } = account.settings.behaviors
      throw problems.purchaseProductsUnknown([...new Set(missing)], productIdsField)
    }
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
    const { domains, behaviors } = account.settings
    const refused = items.filter((item) => !domainIsAllowed(domains, item.productDetailUrl))
    if (refused.length === 0) return
    const ids = [...new Set(refused.map(({ productId }) => productId))]
    throw problems.purchaseDomainRefused(ids, domains, behaviors.productIdsField)
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
    const { repeatedPurchaseId } = account.settings.behaviors
    if (existing && (repeatedPurchaseId === 'refuse' || repeatedPurchaseId === 'conflict')) {
      throw problems.purchaseIdTaken(repeatedPurchaseId)
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
    account.activities.forget(row.id)
    save(account, recounted(account, contact))
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
    account.activities.record({
      type: 'purchase',
      at,
      contactId: contact.id,
      origin: 'api',
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
    amount: totals.amount + totalPrice,
    first: Date.parse(date) < Date.parse(totals.first) ? date : totals.first,
    last: Date.parse(date) > Date.parse(totals.last) ? date : totals.last,
  }
}
