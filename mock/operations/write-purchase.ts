import type { components } from '../../sdk/generated/schema.ts'
import { save } from '../rules/anonymity.ts'
import { counted, type PurchaseEvent, recordPurchase, withdraw } from '../rules/purchase-effects.ts'
import {
  productDomainsMustBeAllowed,
  productsMustExist,
  purchaseIdMustBeFree,
} from '../rules/purchases.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow, ProductRow, PurchaseRow } from '../state/rows.ts'

/** How a purchase comes in. */
export interface PurchaseWay extends PurchaseEvent {
  /** Refuses, or gives what opens its contact once nothing else is refused. */
  readonly contact: () => () => ContactRow
}

/** Creates a purchase, under the rules of every way in. */
export function writePurchase(
  account: Account,
  body: components['schemas']['PurchaseCreation'],
  way: PurchaseWay,
): PurchaseRow {
  const existing = purchaseIdMustBeFree(account, body.purchaseId)
  if (existing && account.settings.behaviors.repeatedPurchaseId === 'existing') return existing
  const open = way.contact()
  productsMustExist(account, body.products)
  productDomainsMustBeAllowed(account, body.products)

  withdraw(account, existing)
  const contact = open()
  const row = account.purchases.put(newPurchase(account, contact, body))
  save(account, counted(contact, row))
  recordPurchase(account, contact, row, way)
  return row
}

function newPurchase(
  account: Account,
  contact: ContactRow,
  body: components['schemas']['PurchaseCreation'],
): PurchaseRow {
  const { contactEmail, contactExternalId, ...purchase } = body
  const products = body.products.map((item) => ({ id: productId(account, item), ...item }))
  const now = account.now()
  return {
    id: account.nextId(),
    contactId: contact.id,
    purchase: { ...purchase, products },
    createdAt: now,
    updatedAt: now,
  }
}

/** Connectif's id of a product that is known to exist. */
function productId(account: Account, item: { readonly productId: string }) {
  return (account.products.by.productId.get(item.productId) as ProductRow).id
}
