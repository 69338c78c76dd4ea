import type { components } from '../../sdk/generated/schema.ts'
import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import {
  contactMustBeGiven,
  contactMustExist,
  contactsMustAgree,
  counted,
  type PurchaseContact,
  productDomainsMustBeAllowed,
  productsMustExist,
  purchaseIdMustBeFree,
  recordPurchase,
  withdraw,
} from '../rules/purchases.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/clock.ts'
import type { ContactRow, ProductRow, PurchaseRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'

/** Purchases by Connectif's id and by the store's own. */
export const purchases: Operations<'/purchases/'> = {
  'POST /purchases/': ({ account, query, body }) => {
    const named = contactsNamed(account, body)

    contactMustBeGiven(body)
    contactsMustAgree(named)
    const existing = purchaseIdMustBeFree(account, body.purchaseId)
    if (existing) return answer(201, purchaseBody(account, existing))
    const contact = contactMustExist(named)
    productsMustExist(account, body.products)
    productDomainsMustBeAllowed(account, body.products)

    const row = account.purchases.put(newPurchase(account, contact, body))
    account.contacts.put(counted(contact, row))
    recordPurchase(account, contact, row, query.triggerPurchaseEvent !== false)
    return answer(201, purchaseBody(account, row))
  },

  'GET /purchases/{id}': ({ account, params }) => read(account, account.purchases.get(params.id)),
  'DELETE /purchases/{id}': ({ account, params }) => {
    withdraw(account, account.purchases.get(params.id))

    return answer(204)
  },

  'GET /purchases/purchase-id/{id}': ({ account, params }) =>
    read(account, account.purchases.by.purchaseId.get(params.id)),
  'DELETE /purchases/purchase-id/{id}': ({ account, params }) => {
    withdraw(account, account.purchases.by.purchaseId.get(params.id))

    return answer(204)
  },
}

function read(account: Account, row: PurchaseRow | undefined): Answer {
  if (row === undefined) throw problems.purchaseUnknown()

  return answer(200, purchaseBody(account, row))
}

/** One entry per identifier given; undefined where it names nobody. */
function contactsNamed(account: Account, { contactEmail, contactExternalId }: PurchaseContact) {
  const { email, externalId } = account.contacts.by
  const named: (ContactRow | undefined)[] = []
  if (contactEmail !== undefined) named.push(email.get(contactEmail))
  if (contactExternalId !== undefined) named.push(externalId.get(contactExternalId))
  return named
}

function newPurchase(
  account: Account,
  contact: ContactRow,
  body: components['schemas']['PurchaseCreation'],
): PurchaseRow {
  const { contactEmail, contactExternalId, ...purchase } = body
  const products = body.products.map((item) => ({ id: productId(account, item), ...item }))
  const now = account.settings.now()
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

/** The purchase as the API shows it; its contact by the email that it has now. */
export function purchaseBody(
  account: Account,
  row: PurchaseRow,
): components['schemas']['Purchase'] {
  const contact = row.contactId === undefined ? undefined : account.contacts.get(row.contactId)
  const email = contact?.fields._email
  return {
    id: row.id,
    ...row.purchase,
    ...(email !== undefined && { contactEmail: email }),
    ...(contact && { contactId: contact.id }),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }
}
