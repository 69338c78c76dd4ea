/**
 * A visitor buys before saying who she is. Her email then leads to the contact that the shop had
 * already, and what she did anonymously becomes part of it.
 *
 *     npm run build
 *     node examples/tracking-merge.ts
 */
import assert from 'node:assert/strict'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })
const web = mock.tracking.web()
const socks = {
  productId: 'SOCK-1',
  name: 'Merino socks',
  productDetailUrl: 'https://shop.example/p/merino-socks',
  unitPrice: 14.5,
}

const { productId, ...fields } = socks
await connectif.products.upsert(productId, fields)
const ada = await connectif.contacts.upsert({ email: 'ada@example.com' }, { _name: 'Ada' })

const visitor = web.pageView({ trackerId: 'browser-1', url: socks.productDetailUrl })
web.purchase({
  trackerId: 'browser-1',
  purchaseId: 'T-1',
  cartId: 'C-1',
  purchaseDate: '2026-01-01T00:00:00Z',
  totalPrice: 14.5,
  totalQuantity: 1,
  products: [{ ...socks, quantity: 1, price: 14.5 }],
})
console.log(`Two contacts: ${ada._name}, and somebody in a browser.`)
assert.equal(mock.contacts.find({ id: visitor })?._isAnonymous, true)
assert.equal(mock.contacts.count, 2)

const survivor = web.identify({
  trackerId: 'browser-1',
  email: 'ada@example.com',
  _surname: 'Lovelace',
})
const merged = await connectif.contacts.get({ email: 'ada@example.com' })
console.log(
  `One contact: ${merged._name} ${merged._surname}, who bought for ${merged._totalPurchasesAmount}.`,
)
assert.equal(survivor, ada.id)
assert.equal(mock.contacts.count, 1)
assert.equal(merged._totalPurchasesAmount, 14.5)

const log = mock.activities(ada.id)
for (const { type, origin } of log) console.log(`  ${type} (${origin})`)
assert.ok(log.some(({ type, subject }) => type === 'contact-merged' && subject === visitor))

// An External ID is never set by tracking: the whole is refused.
assert.throws(
  () => web.identify({ trackerId: 'browser-1', _externalId: 'POS-000123' }),
  /external-id-not-tracked/,
)
