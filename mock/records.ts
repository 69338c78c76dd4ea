import type { Contact } from '../sdk/resources/contacts.ts'
import type { Product } from '../sdk/resources/products.ts'
import type { Purchase } from '../sdk/resources/purchases.ts'
import { contactBody } from './operations/contacts.ts'
import { productBody } from './operations/products.ts'
import { purchaseBody } from './operations/purchases.ts'
import { type ContactAddress, contactAt } from './rules/external-id.ts'
import type { Account } from './state/account.ts'
import type { Activity } from './state/activities.ts'

/** What an account holds of one kind, for the assertions of a test. */
export interface Records<Address, Record> {
  /** How many there are. */
  readonly count: number
  /** The record with this address, as the API would show it; undefined when there is none. */
  find(address: Address): Record | undefined
  /** All records, oldest first, as the API would show them. */
  all(): Record[]
}

/** Contacts by email or by External ID. */
export type ContactRecords = Records<ContactAddress, Contact>
/** Purchases by the store's id. */
export type PurchaseRecords = Records<Pick<Purchase, 'purchaseId'>, Purchase>
/** Products by the store's id. */
export type ProductRecords = Records<Pick<Product, 'productId'>, Product>

/** One account of the twin, as a test looks into it. */
export interface AccountRecords {
  /** The account's contacts. */
  readonly contacts: ContactRecords
  /** The account's purchases. */
  readonly purchases: PurchaseRecords
  /** The account's products. */
  readonly products: ProductRecords
  /** What happened to a contact, oldest first. Empty when there is no such contact. */
  activities(contactId: string): readonly Activity[]
}

/** The records of the account that is looked up at the moment of asking. */
export function recordsOf(account: () => Account): AccountRecords {
  return {
    contacts: contactRecords(account),
    purchases: purchaseRecords(account),
    products: productRecords(account),
    activities: (contactId) => account().activities.of(contactId),
  }
}

function contactRecords(account: () => Account): ContactRecords {
  return {
    get count() {
      return account().contacts.size
    },
    find(address) {
      const row = contactAt(account(), address)
      return row && contactBody(row)
    },
    all: () => Array.from(account().contacts.values(), contactBody),
  }
}

function purchaseRecords(account: () => Account): PurchaseRecords {
  return {
    get count() {
      return account().purchases.size
    },
    find({ purchaseId }) {
      const row = account().purchases.by.purchaseId.get(purchaseId)
      return row && purchaseBody(account(), row)
    },
    all: () => Array.from(account().purchases.values(), (row) => purchaseBody(account(), row)),
  }
}

function productRecords(account: () => Account): ProductRecords {
  return {
    get count() {
      return account().products.size
    },
    find({ productId }) {
      const row = account().products.by.productId.get(productId)
      return row && productBody(row)
    },
    all: () => Array.from(account().products.values(), productBody),
  }
}
