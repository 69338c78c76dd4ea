import type { Contact } from '../sdk/resources/contacts.ts'
import type { Product } from '../sdk/resources/products.ts'
import type { Purchase } from '../sdk/resources/purchases.ts'
import {
  type ExportRecords,
  exportRecords,
  type ImportRecords,
  importRecords,
} from './job-records.ts'
import { type Jobs, jobsOf } from './jobs/jobs.ts'
import { contactBody } from './operations/contact-body.ts'
import { productBody } from './operations/products.ts'
import { purchaseBody } from './operations/purchases.ts'
import { type Records, recordList } from './record-list.ts'
import { type ContactAddress, contactAt } from './rules/external-id.ts'
import { type ContactSearch, type ContactsFound, searchContacts } from './search.ts'
import { type SegmentRecords, segmentsOf } from './segments.ts'
import type { Account } from './state/account.ts'
import type { Activity } from './state/activities.ts'
import type { ContactRow } from './state/rows.ts'
import { type Tracker, tracker } from './tracking.ts'

/** Contacts by email, by External ID, or by id; only by id where they are anonymous. */
export interface ContactRecords
  extends Records<
    | ContactAddress
    | {
        /** Connectif's own id. */
        readonly id: string
      },
    Contact
  > {
  /**
   * Looks for contacts by how their External ID or email begins, by a text, or by segment.
   *
   * @throws {Error} when there is no such segment, or the limit is no whole number from 1
   */
  search(search: ContactSearch): ContactsFound
}
/** Purchases by the store's id. */
export type PurchaseRecords = Records<Pick<Purchase, 'purchaseId'>, Purchase>
/** Products by the store's id. */
export type ProductRecords = Records<Pick<Product, 'productId'>, Product>

/** One account of the twin, as a test looks into it. */
export interface AccountRecords {
  /** The account's contacts, anonymous ones too. */
  readonly contacts: ContactRecords
  /** The account's purchases. */
  readonly purchases: PurchaseRecords
  /** The account's products. */
  readonly products: ProductRecords
  /** The account's imports, with what they refused. */
  readonly imports: ImportRecords
  /** The account's exports, with their files. */
  readonly exports: ExportRecords
  /** How its imports and exports go on. */
  readonly jobs: Jobs
  /** Named filters of its contacts. */
  readonly segments: SegmentRecords
  /** What happened in the account, or to one contact of it; oldest first. */
  activities(contactId?: string): readonly Activity[]
  /** What people do on the web and in the app of the store. */
  readonly tracking: {
    /** On the web site. */
    web(): Tracker
    /** In the app. */
    mobile(): Tracker
  }
}

/** The records of the account that is looked up at the moment of asking. */
export function recordsOf(account: () => Account): AccountRecords {
  return {
    contacts: contactRecords(account),
    purchases: purchaseRecords(account),
    products: productRecords(account),
    imports: importRecords(account),
    exports: exportRecords(account),
    jobs: jobsOf(account),
    segments: segmentsOf(account),
    activities: (contactId) => {
      const { activities } = account()
      return contactId === undefined ? activities.all() : activities.of(contactId)
    },
    tracking: { web: () => tracker(account, 'web'), mobile: () => tracker(account, 'mobile') },
  }
}

type ContactLookup = Parameters<ContactRecords['find']>[0]

function contactRecords(account: () => Account): ContactRecords {
  const list = recordList<ContactRow, ContactLookup, Contact>(account, {
    rows: ({ contacts }) => contacts,
    find: (held, address) =>
      'id' in address ? held.contacts.get(address.id) : contactAt(held, address),
    shown: (row, held) => contactBody(held, row),
  })
  return Object.assign(list, {
    search: (search: ContactSearch) => searchContacts(account(), search),
  })
}

function purchaseRecords(account: () => Account): PurchaseRecords {
  return recordList(account, {
    rows: ({ purchases }) => purchases,
    find: ({ purchases }, { purchaseId }) => purchases.by.purchaseId.get(purchaseId),
    shown: (row, held) => purchaseBody(held, row),
  })
}

function productRecords(account: () => Account): ProductRecords {
  return recordList(account, {
    rows: ({ products }) => products,
    find: ({ products }, { productId }) => products.by.productId.get(productId),
    shown: productBody,
  })
}
