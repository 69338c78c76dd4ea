import {
  byEmail,
  byExternalId,
  created,
  log,
  type Model,
  type ModelContact,
  type ModelPurchase,
  type Outcome,
  refused,
  touch,
} from './model.ts'
import { isEmail, isExternalId } from './model-contacts.ts'
import { shownPurchase } from './model-records.ts'

/** The products that the account has. */
export const catalogue = ['SKU-1', 'SKU-2']

/** POST of a purchase: first what is wrong with its fields, then the error codes in order. */
export function buy(model: Model, sent: ModelPurchase['sent'], triggers = true): Outcome {
  const { contactEmail, contactExternalId } = sent
  const ofEmail = contactEmail === undefined ? undefined : byEmail(model, contactEmail)
  const ofId = contactExternalId === undefined ? undefined : byExternalId(model, contactExternalId)
  const named = [contactEmail, contactExternalId].filter((one) => one !== undefined)
  const found = [ofEmail, ofId].filter((one) => one !== undefined)
  const bad =
    identifiersRefused(sent) ??
    cartRefused(sent) ??
    (named.length === 0 ? contactRefused('contactEmail') : undefined) ??
    (new Set(found).size === 2 ? contactRefused('contactExternalId') : undefined) ??
    repeated(model, sent)
  if (bad) return bad
  const [contact] = found
  if (contact === undefined || found.length < named.length) {
    return refused(400, 'purchase-contact-exists', { code: 'E0101' })
  }
  const missing = productsRefused(sent)
  if (missing) return missing
  const purchase = bought(model, sent, contact, triggers ? 'api' : undefined)
  return { status: 201, shown: shownPurchase(purchase) }
}

/** What a visitor buys whom the account tracks. */
export function buyTracked(
  model: Model,
  trackerId: string,
  sent: ModelPurchase['sent'],
  origin: string,
): Outcome {
  const bad =
    offeredRefused(sent) ?? cartRefused(sent) ?? repeated(model, sent) ?? productsRefused(sent)
  if (bad) return { status: bad.status, rule: bad.rule }
  const { name } = bought(model, sent, visitor(model, trackerId, origin), origin)
  return { status: 200, shown: name }
}

/** GET of a purchase. */
export function readPurchase(_: Model, purchase: ModelPurchase | undefined): Outcome {
  return purchase ? { status: 200, shown: shownPurchase(purchase) } : { status: 404 }
}

/** DELETE of a purchase; an unknown one is no error. */
export function withdraw(model: Model, purchase: ModelPurchase | undefined): Outcome {
  model.purchases = model.purchases.filter((one) => one !== purchase)
  model.log = model.log.filter((one) => !purchase || one.subject !== purchase.name)
  return { status: 204 }
}

/** The contact that a tracker stands for; an unknown one is a new anonymous contact. */
export function visitor(model: Model, trackerId: string, origin: string): ModelContact {
  const known = model.trackers.find(({ id }) => id === trackerId)?.contact
  const contact = known ?? created(model, origin)
  if (!known) model.trackers.push({ id: trackerId, contact })
  touch(model, contact)
  return contact
}

/** Whose the purchase is, the tracker tells. */
function offeredRefused({ contactEmail, contactExternalId }: ModelPurchase['sent']) {
  if (contactExternalId !== undefined) return refused(422, 'external-id-not-tracked')
  return contactEmail === undefined ? undefined : refused(422, 'body-shape')
}

function identifiersRefused({ contactEmail, contactExternalId }: ModelPurchase['sent']) {
  if (contactEmail !== undefined && !isEmail(contactEmail)) {
    return refused(422, 'email-valid', { field: 'contactEmail' })
  }
  if (contactExternalId !== undefined && !isExternalId(contactExternalId)) {
    return refused(422, 'external-id-length', { field: 'contactExternalId' })
  }
  return undefined
}

function cartRefused({ cartId }: ModelPurchase['sent']) {
  return cartId === undefined ? refused(422, 'purchase-cart-given', { field: 'cartId' }) : undefined
}

function contactRefused(field: string) {
  return refused(422, 'purchase-contact-given', { field })
}

function repeated(model: Model, { purchaseId }: ModelPurchase['sent']) {
  return model.purchases.some(({ sent }) => sent.purchaseId === purchaseId)
    ? refused(422, 'purchase-id-unique', { field: 'purchaseId' })
    : undefined
}

function productsRefused({ products }: ModelPurchase['sent']) {
  return products.every(({ productId }) => catalogue.includes(productId))
    ? undefined
    : refused(400, 'purchase-products-exist', { code: 'E0102' })
}

function bought(
  model: Model,
  sent: ModelPurchase['sent'],
  contact: ModelContact,
  origin: string | undefined,
): ModelPurchase {
  model.made.purchases += 1
  const name = `purchase ${model.made.purchases}`
  const purchase = { name, sent, contact, createdAt: model.now }
  model.purchases.push(purchase)
  touch(model, contact)
  if (origin !== undefined) log(model, 'purchase', contact, origin, { subject: name })
  return purchase
}
