import type { components } from '../../sdk/generated/schema.ts'
import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { save } from '../rules/anonymity.ts'
import {
  cartMustBeGiven,
  contactMustBeGiven,
  contactMustExist,
  contactsMustAgree,
  counted,
  type NamedContacts,
  type PurchaseContact,
  productDomainsMustBeAllowed,
  productsMustExist,
  purchaseIdMustBeFree,
  recordPurchase,
  withdraw,
} from '../rules/purchases.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/moment.ts'
import type { ContactRow, ProductRow, PurchaseRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'

/** Purchases by Connectif's id and by the store's own. */
export const purchases: Operations<'/purchases/'> = {
  'POST /purchases/': ({ account, query, body }) => {
    const named = contactsNamed(account, body)

    cartMustBeGiven(account, body)
    contactMustBeGiven(account, body)
    contactsMustAgree(account, named)
    const existing = purchaseIdMustBeFree(account, body.purchaseId)
    if (existing && account.settings.behaviors.repeatedPurchaseId === 'existing') {
      return answer(201, purchaseBody(account, existing))
    }
    const contact = contactMustExist(account, body, named)
    productsMustExist(account, body.products)
    productDomainsMustBeAllowed(account, body.products)

    withdraw(account, existing)
    const row = account.purchases.put(newPurchase(account, contact, body))
    save(account, counted(account.contacts.get(contact.id) as ContactRow, row))
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

function contactsNamed(
  account: Account,
  { contactEmail, contactExternalId }: PurchaseContact,
): NamedContacts {
  const { email, externalId } = account.contacts.by
  return {
    byEmail: contactEmail === undefined ? undefined : email.get(contactEmail),
    byExternalId: contactExternalId === undefined ? undefined : externalId.get(contactExternalId),
  }
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
  const contactId = contact?.id ?? row.formerContact?.id
  const email = contact?.fields._email ?? row.formerContact?.email
  return {
    id: row.id,
    ...row.purchase,
    ...(email !== undefined && { contactEmail: email }),
    ...(contactId !== undefined && { contactId }),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }
}
