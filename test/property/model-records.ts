import { isAnonymous, type Model, type ModelContact, type ModelPurchase } from './model.ts'
import { shownExport } from './model-exports.ts'
import { shownImport } from './model-imports.ts'

/** The contact as the API would show it, its totals counted anew. */
export function shownContact(model: Model, contact: ModelContact): Record<string, unknown> {
  const { name, email, externalId, fields, createdAt, updatedAt } = contact
  const purchases = model.purchases.filter((one) => one.contact === contact)
  const dates = purchases
    .map(({ sent }) => sent.purchaseDate)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
  const amount = purchases.reduce((sum, { sent }) => sum + sent.totalPrice, 0)
  return {
    id: name,
    ...(email !== undefined && { _email: email }),
    ...(externalId !== undefined && { _externalId: externalId }),
    ...fields,
    _isAnonymous: isAnonymous(contact),
    _hasPushSubscriptions: false,
    _createdAt: iso(createdAt),
    _updatedAt: iso(updatedAt),
    ...(dates.length > 0 && { _firstPurchaseDate: dates[0], _lastPurchaseDate: dates.at(-1) }),
    _totalPurchases: purchases.length,
    _totalPurchasesAmount: rounded(amount),
    _averagePurchasesAmount: purchases.length === 0 ? 0 : rounded(amount / purchases.length),
    ...notComputed,
  }
}

const notComputed = {
  _churnRate: null,
  _pAlive: null,
  _clv: null,
  _expectedPurchases: null,
  _recency: null,
  _frequency: null,
  _monetary: null,
  _rfm: null,
}

/** The purchase as the API would show it: with the email that its contact has now. */
export function shownPurchase({ name, sent, contact, createdAt }: ModelPurchase) {
  const { contactEmail, contactExternalId, ...kept } = sent
  const { email } = contact ?? {}
  return {
    id: name,
    ...kept,
    products: sent.products.map((item) => ({ id: `product ${item.productId}`, ...item })),
    ...(contact && { contactId: contact.name }),
    ...(email !== undefined && { contactEmail: email }),
    createdAt: iso(createdAt),
    updatedAt: iso(createdAt),
  }
}

/** Everything that the account would show. */
export function shownAccount(model: Model) {
  return {
    contacts: model.contacts.map((contact) => shownContact(model, contact)),
    purchases: model.purchases.map(shownPurchase),
    activities: model.log.map(({ contact, ...one }) => ({ ...one, contactId: contact.name })),
    imports: model.imports.jobs.map(shownImport),
    exports: model.exports.jobs.map(shownExport),
  }
}

/** Sums of decimal fractions, without the noise of binary ones. */
function rounded(amount: number) {
  return Number(amount.toFixed(6))
}

function iso(moment: number) {
  return new Date(moment).toISOString()
}
