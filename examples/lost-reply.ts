/**
 * A purchase whose answer gets lost: was it made or not? The client cannot know, so `ensure` looks
 * before it repeats. The twin plays both cases.
 *
 *     npm run build
 *     node examples/lost-reply.ts
 */
import assert from 'node:assert/strict'
import { Connectif, type PurchaseCreation } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({ seed: { contacts: [{ _externalId: 'POS-000123' }] } })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

const socks = {
  productId: 'SOCK-1',
  name: 'Merino socks',
  productDetailUrl: 'https://shop.example/p/merino-socks',
  unitPrice: 14.5,
}
const { productId, ...fields } = socks
await connectif.products.upsert(productId, fields)

for (const [purchaseId, kind] of [
  ['T-1', 'lost-reply'], // it is done, and then the connection breaks
  ['T-2', 'reset'], // the connection breaks before anything is done
] as const) {
  mock.faults.add({ on: 'POST /purchases/', kind })

  const { outcome } = await connectif.purchases.ensure(ticket(purchaseId))
  const posts = mock.journal.calls({ operation: 'POST /purchases/' }).length
  console.log(`${purchaseId}, ${kind}: ${outcome}, after ${posts} creations in all`)
}

assert.deepEqual(
  mock.purchases.all().map(({ purchaseId }) => purchaseId),
  ['T-1', 'T-2'],
)
assert.equal(mock.journal.calls({ operation: 'POST /purchases/' }).length, 3)
assert.equal(mock.contacts.find({ externalId: 'POS-000123' })?._totalPurchases, 2)

function ticket(purchaseId: string): PurchaseCreation {
  return {
    purchaseId,
    cartId: purchaseId,
    contactExternalId: 'POS-000123',
    purchaseDate: '2026-01-02T10:30:00Z',
    totalPrice: 14.5,
    totalQuantity: 1,
    products: [{ ...socks, quantity: 1, price: 14.5 }],
  }
}
