import { problems } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow, PurchaseRow } from '../state/rows.ts'
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
