import type { components } from '../../sdk/generated/schema.ts'
import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { withdraw } from '../rules/purchase-effects.ts'
import {
  cartMustBeGiven,
  contactMustBeGiven,
  contactMustExist,
  contactsMustAgree,
  type NamedContacts,
  type PurchaseContact,
} from '../rules/purchases.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/moment.ts'
import type { ContactRow, PurchaseRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'
import { writePurchase } from './write-purchase.ts'

/** Purchases by Connectif's id and by the store's own. */
export const purchases: Operations<'/purchases/'> = {
  'POST /purchases/': ({ account, query, body }) => {
    const named = contactsNamed(account, body)

    cartMustBeGiven(account, body)
    contactMustBeGiven(account, body)
    contactsMustAgree(account, named)
    const row = writePurchase(account, body, {
      contact: () => {
        const { id } = contactMustExist(account, body, named)
        return () => account.contacts.get(id) as ContactRow
      },
      triggers: query.triggerPurchaseEvent !== false,
      origin: 'api',
    })
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
