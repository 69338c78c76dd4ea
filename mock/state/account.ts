import type { ContactFields } from '../../sdk/contact-fields.ts'
import { Activities } from './activities.ts'
import type { Behaviors } from './behaviors.ts'
import type { ContactRow, ProductRow, PurchaseRow } from './rows.ts'
import { Table } from './table.ts'

/** What is the same for every account of a twin. */
export interface AccountSettings {
  readonly behaviors: Behaviors
  readonly contactFields: ContactFields
  /** Authorised domains of product URLs; none means that every domain is. */
  readonly domains: readonly string[]
  /** The time, in milliseconds since 1970. */
  readonly now: () => number
}

/** Emails are the same when they differ only in case or outer spaces. Undocumented, but usual. */
export const sameEmail = (email: string) => email.trim().toLowerCase()

/** Everything that one Connectif account holds. */
export class Account {
  readonly settings: AccountSettings
  readonly contacts: Table<ContactRow, 'email' | 'externalId'>
  readonly purchases: Table<PurchaseRow, 'purchaseId', 'contact'>
  readonly products: Table<ProductRow, 'productId'>
  readonly activities: Activities
  #lastId: number

  constructor(settings: AccountSettings, from?: Account) {
    this.settings = settings
    this.contacts = new Table(contactKeys, from?.contacts)
    this.purchases = new Table(purchaseKeys, from?.purchases)
    this.products = new Table(productKeys, from?.products)
    this.activities = new Activities(from?.activities)
    this.#lastId = from === undefined ? 0 : from.#lastId
  }

  /** The next internal id: 24 hex characters, in the order of creation. */
  nextId(): string {
    this.#lastId += 1
    return this.#lastId.toString(16).padStart(24, '0')
  }
}

const contactKeys = {
  unique: {
    email: { of: (row: ContactRow) => row.fields._email, normal: sameEmail },
    externalId: { of: (row: ContactRow) => row.fields._externalId },
  },
  groups: {},
}

const purchaseKeys = {
  unique: { purchaseId: { of: (row: PurchaseRow) => row.purchase.purchaseId } },
  groups: { contact: (row: PurchaseRow) => row.contactId },
}

const productKeys = {
  unique: { productId: { of: (row: ProductRow) => row.productId } },
  groups: {},
}
