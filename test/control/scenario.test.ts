import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MockServer, serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'

/** As a test in PHP would: it knows a URL and plain HTTP, and nothing else. */
let server: MockServer

beforeAll(async () => {
  server = await serve(createMock({ clock: '2026-01-01T00:00:00Z' }), { port: 0 })
})
afterAll(() => server.close())

const json = { 'Content-Type': 'application/json' }
const key = { Authorization: 'apiKey shop:secret', ...json }

function http(method: string, path: string, body?: object, headers: HeadersInit = json) {
  const sent = body && { body: JSON.stringify(body) }
  return fetch(server.url + path, { method, headers, ...sent })
}

test('an order is sent again after its answer was lost, and exists once', async () => {
  await http('POST', '/__twin/reset')
  await http('POST', '/__twin/seed?account=shop', {
    contacts: [{ _externalId: 'POS-1', _name: 'Ada' }],
    products: [
      { productId: 'B-1', name: 'Boots', productDetailUrl: 'https://shop.example/b', unitPrice: 9 },
    ],
  })
  const before = await (await http('GET', '/__twin/snapshot')).json()
  const broken = { on: 'POST /purchases/', kind: 'lost-reply' }
  await http('POST', '/__twin/faults', broken)

  const order = {
    purchaseId: 'T-1',
    cartId: 'C-1',
    contactExternalId: 'POS-1',
    paymentMethod: 'card',
    purchaseDate: '2026-01-01T00:00:00.000Z',
    totalPrice: 9,
    totalQuantity: 1,
    products: [
      {
        productId: 'B-1',
        name: 'Boots',
        productDetailUrl: 'https://shop.example/b',
        unitPrice: 9,
        quantity: 1,
        price: 9,
      },
    ],
  }
  await expect(http('POST', '/purchases/', order, key)).rejects.toThrow()
  const again = await http('POST', '/purchases/', order, key)

  expect(again.status).toBe(422)
  const changed = await (await http('POST', '/__twin/diff', before)).json()
  expect(changed.purchases.created).toMatchObject([{ purchaseId: 'T-1' }])
  expect(changed.contacts.updated).toMatchObject([{ after: { _totalPurchases: 1 } }])
  const asked = await http('GET', '/__twin/journal?fault=lost-reply')
  expect(await asked.json()).toMatchObject({ total: 1, calls: [{ status: 201, account: 'shop' }] })

  await http('PUT', '/__twin/snapshot', before)
  const gone = await http('GET', '/purchases/purchase-id/T-1', undefined, key)
  expect(gone.status).toBe(404)
})

test('a visitor is gone after 90 days, a customer is not', async () => {
  await http('POST', '/__twin/reset')
  await http('POST', '/__twin/seed?account=shop', { contacts: [{ _externalId: 'POS-1' }] })
  await http('POST', '/__twin/tracking/web/page-view', { trackerId: 'browser-1' })

  await http('POST', '/__twin/clock/advance', { days: 91 })

  const left = await (await http('GET', '/__twin/accounts/shop/contacts')).json()
  expect(left.items).toMatchObject([{ _externalId: 'POS-1' }])
  const log = await (await http('GET', '/__twin/accounts/shop/activities')).json()
  expect(log.items).toContainEqual(expect.objectContaining({ type: 'contact-purged' }))
})
