/**
 * The SDK and the twin in one process: no account, no network.
 *
 *     npm run build
 *     node examples/quickstart.ts
 */
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock()
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

// A customer of the shop in the street: a card number, no email yet.
await connectif.contacts.upsert({ externalId: 'POS-000123' }, { _name: 'Ada', _points: 10 })

// Later she leaves her email. What a patch leaves out keeps its value.
const ada = await connectif.contacts.upsert(
  { externalId: 'POS-000123' },
  { _email: 'ada@example.com' },
)
console.log(`${ada._name} has ${ada._points} points and the email ${ada._email}.`)

// From now on both addresses lead to her.
const same = await connectif.contacts.get({ email: 'ada@example.com' })
console.log(`The contact with that email has the External ID ${same._externalId}.`)

// A purchase needs its contact and its products to exist.
await connectif.products.upsert('SOCK-1', {
  name: 'Merino socks',
  productDetailUrl: 'https://shop.example/p/merino-socks',
  unitPrice: 14.5,
})
const purchase = await connectif.purchases.create({
  purchaseId: 'T-100001',
  cartId: 'T-100001',
  contactExternalId: 'POS-000123',
  purchaseDate: '2026-01-02T10:30:00Z',
  paymentMethod: 'card',
  totalPrice: 29,
  totalQuantity: 2,
  products: [
    {
      productId: 'SOCK-1',
      name: 'Merino socks',
      productDetailUrl: 'https://shop.example/p/merino-socks',
      quantity: 2,
      unitPrice: 14.5,
      price: 29,
    },
  ],
})
console.log(`Purchase ${purchase.purchaseId} is recorded for ${purchase.contactEmail}.`)

const { _totalPurchases, _totalPurchasesAmount } = await connectif.contacts.get({
  externalId: 'POS-000123',
})
console.log(`She has bought ${_totalPurchases} time, for ${_totalPurchasesAmount} in all.`)
