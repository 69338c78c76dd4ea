import fc from 'fast-check'
import type { SeedPurchase } from '../../mock/index.ts'
import type { Model, ModelPurchase, Outcome } from './model.ts'
import { happen } from './model-events.ts'
import { buy, readPurchase, withdraw } from './model-purchases.ts'
import { emails, externalIds, productIds, purchaseIds } from './pools.ts'
import { callStep, Step } from './steps.ts'

const items = productIds.map((productId) => ({
  productId,
  name: 'A thing',
  productDetailUrl: 'https://shop.example/thing',
  quantity: 1,
  price: 9.9,
  unitPrice: 9.9,
}))

/** No two dates are the same moment, so that the first and the last purchase are certain. */
const dates = fc.constantFrom(
  '2025-03-01T00:00:00Z',
  '2025-12-31T23:30:00-02:00',
  '2026-01-01T00:30:00+01:00',
  '2026-06-15T12:00:00.250Z',
)

/** A purchase without its contact; one in twenty without its cart. */
export const sales: fc.Arbitrary<Omit<SeedPurchase, 'cartId'> & { cartId?: string }> = fc
  .record({
    purchaseId: purchaseIds,
    cartId: fc.option(fc.constant('C-1'), { freq: 20, nil: undefined }),
    purchaseDate: dates,
    totalPrice: fc.constantFrom(0, 0.1, 0.2, 19.99, 120),
    totalQuantity: fc.integer({ min: 1, max: 3 }),
    products: fc.array(items, { minLength: 1, maxLength: 2 }),
  })
  .map(({ cartId, ...sale }) => (cartId === undefined ? sale : { ...sale, cartId }))

const buyers = fc.oneof(
  { arbitrary: emails.map((contactEmail) => ({ contactEmail })), weight: 4 },
  { arbitrary: externalIds.map((contactExternalId) => ({ contactExternalId })), weight: 4 },
  { arbitrary: fc.record({ contactEmail: emails, contactExternalId: externalIds }), weight: 3 },
  { arbitrary: fc.constant({}), weight: 1 },
)

const posts = fc.tuple(sales, buyers, fc.boolean()).map(([sale, buyer, triggers]) => {
  const sent = { ...sale, ...buyer }
  const line = `POST /purchases/${triggers ? '' : '?triggerPurchaseEvent=false'}`
  return callStep(line, sent, (model) => buy(model, sent, triggers))
})

/** The alias of the account's event type; one in ten names none. */
export const aliases: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constant('visit'), weight: 9 },
  fc.constant('unknown'),
)

/** What custom events tell beside the email; one in six is refused. */
export const eventFields: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { arbitrary: fc.constantFrom({}, { note: 'long' }), weight: 5 },
  fc.constantFrom<Record<string, string>>({ colour: 'green' }, { _externalId: '42' }),
)

const events = fc
  .record({
    alias: aliases,
    email: emails,
    more: eventFields,
    createContact: fc.boolean(),
  })
  .map(({ alias, email, more, createContact }) => {
    const fields = { email, ...more }
    const line = `POST /custom-events/alias/${alias}?createContact=${createContact}`
    return callStep(line, fields, (model) => happen(model, alias, fields, createContact))
  })

/** Purchases are made, read, and deleted, by either id; custom events happen. */
export const purchaseSteps: readonly fc.Arbitrary<Step>[] = [
  posts,
  posts,
  events,
  byEitherId('GET', readPurchase),
  byEitherId('DELETE', withdraw),
]

type OfPurchase = (model: Model, purchase: ModelPurchase | undefined) => Outcome

function byEitherId(method: string, expected: OfPurchase): fc.Arbitrary<Step> {
  const byStores = purchaseIds.map((id) => {
    const purchase = (model: Model) => model.purchases.find(({ sent }) => sent.purchaseId === id)
    const line = `${method} /purchases/purchase-id/${id}`
    return new Step(line, (model) => expected(model, purchase(model)))
  })
  const byConnectifs = fc.integer({ min: 1, max: 6 }).map((number) => {
    const name = `purchase ${number}`
    const purchase = (model: Model) => model.purchases.find((one) => one.name === name)
    return new Step(
      `${method} /purchases/{id of ${name}}`,
      (model) => expected(model, purchase(model)),
      (twin) => twin.call(`${method} /purchases/${twin.idOf(name)}`),
    )
  })
  return fc.oneof(byStores, byConnectifs)
}
