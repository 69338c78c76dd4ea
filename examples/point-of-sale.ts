/**
 * A ticket of a till becomes a purchase of the card's owner. The till knows neither whether the
 * contact exists nor which products the catalogue has: the answers of the API tell it.
 *
 *     npm run build
 *     node examples/point-of-sale.ts
 */
import assert from 'node:assert/strict'
import { ApiError, Connectif, type PurchaseCreation } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock()
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

interface Ticket {
  number: string
  card: string
  at: Date
  lines: { code: string; name: string; quantity: number; price: number }[]
}

const ticket: Ticket = {
  number: 'T-2026-000017',
  card: 'CARD-001',
  at: new Date('2026-01-02T10:30:00Z'),
  lines: [
    { code: 'SOCK-1', name: 'Merino socks', quantity: 2, price: 14.5 },
    { code: 'BELT-7', name: 'Leather belt', quantity: 1, price: 39 },
  ],
}

await record(ticket)

const ada = await connectif.contacts.get({ externalId: 'CARD-001' })
console.log(`${ada._totalPurchases} purchase, for ${ada._totalPurchasesAmount} in all`)
assert.equal(ada._totalPurchasesAmount, 68)

// The till sends its tickets again after a breakdown: there is one purchase per ticket.
await record(ticket)
assert.equal(mock.purchases.count, 1)

/** Records a ticket, with what the account lacks for it; once, however often it is called. */
async function record(ticket: Ticket): Promise<void> {
  for (;;) {
    try {
      await connectif.purchases.create(purchaseOf(ticket))
      return console.log(`${ticket.number}: recorded`)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const mended = await mend(ticket, error)
      console.log(`${ticket.number}: ${error.code ?? error.status}, ${mended}`)
      if (mended === 'it was there already') return
    }
  }
}

/** Adds what a purchase lacked. */
async function mend(ticket: Ticket, error: ApiError): Promise<string> {
  switch (error.code) {
    case 'E0101':
      await connectif.contacts.upsert({ externalId: ticket.card }, {})
      return 'so the contact of the card is made'
    case 'E0102': {
      const { productIds } = error.body as { productIds: string[] }
      for (const line of ticket.lines.filter(({ code }) => productIds.includes(code))) {
        await connectif.products.upsert(line.code, productOf(line))
      }
      return `so ${productIds.join(' and ')} are added`
    }
  }
  await connectif.purchases.getByPurchaseId(ticket.number).catch(() => Promise.reject(error))
  return 'it was there already'
}

function productOf({ code, name, price }: Ticket['lines'][number]) {
  const productDetailUrl = `https://shop.example/p/${code.toLowerCase()}`
  return { name, productDetailUrl, unitPrice: price }
}

function purchaseOf({ number, card, at, lines }: Ticket): PurchaseCreation {
  return {
    purchaseId: number,
    cartId: number,
    contactExternalId: card,
    purchaseDate: at.toISOString(),
    paymentMethod: 'card',
    totalPrice: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    products: lines.map((line) => ({
      productId: line.code,
      ...productOf(line),
      quantity: line.quantity,
      price: line.quantity * line.price,
    })),
  }
}
