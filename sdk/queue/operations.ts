import type { ContactAddress } from '../address.ts'
import type { ContactKey } from '../bulk/contact-options.ts'
import {
  deletions,
  keysOf,
  keysOfAddress,
  keysOfRow,
  type Row,
  sendable,
  upserts,
} from '../bulk/contacts.ts'
import { ensures } from '../bulk/ensure.ts'
import type { Plan } from '../bulk/run.ts'
import type { Connectif } from '../client.ts'
import type { ContactImportRow } from '../files/import-file.ts'
import type { PurchaseCreation } from '../resources/purchases.ts'

/** What the items of each operation are: as those of the method of that name. */
export interface Loadable {
  /** Contacts to update or create. */
  'contacts.upsertMany': ContactImportRow
  /** Addresses of contacts to delete for good. */
  'contacts.deleteMany': ContactAddress
  /** Purchases to create unless they are there. */
  'purchases.ensureMany': PurchaseCreation
}

/** What is done with items. */
export type LoadOperation = keyof Loadable

/** What goes with the items of a job. */
export interface ItemSettings {
  readonly key?: ContactKey | undefined
  readonly triggerPurchaseEvent?: boolean | undefined
}

/** How the items of a job are carried out. */
export type LoadPlan = Plan<unknown, string, unknown>

/** What an item writes to or needs: items with one of these in common keep their order. */
export function identitiesOf(operation: LoadOperation, item: unknown): string[] {
  if (operation === 'contacts.upsertMany') return keysOfRow(item as Row)
  if (operation === 'contacts.deleteMany') return keysOfAddress(item as ContactAddress)
  const { purchaseId, contactEmail, contactExternalId } = Object(item) as PurchaseCreation
  return [`p${purchaseId}`, ...keysOf(contactEmail, contactExternalId)]
}

/** An item as JSON can hold it, of which the same comes as of the item. */
export function storable(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item ?? null
  const entries = Object.entries(item)
  if (!entries.some(([, value]) => value instanceof Date)) return item
  return Object.fromEntries(entries.map(([name, value]) => [name, sendable(value)]))
}

/**
 * How items are carried out by the bulk layer.
 *
 * @param begunAt - when they may have been sent first, where a worker had begun with them before
 */
export function planOf(
  operation: LoadOperation,
  { contacts, purchases }: Connectif,
  { key = 'externalId', triggerPurchaseEvent }: ItemSettings,
  begunAt: number | undefined,
): LoadPlan {
  if (operation === 'contacts.upsertMany') return upserts(contacts, key, begunAt) as LoadPlan
  if (operation === 'contacts.deleteMany') return deletions(contacts) as LoadPlan
  const plan = ensures(purchases, triggerPurchaseEvent, begunAt)
  return { ...plan, keysOf: (purchase) => identitiesOf(operation, purchase) } as LoadPlan
}
