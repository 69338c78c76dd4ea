import { expect, test } from 'vitest'
import type { PurchaseCreation } from '../../sdk/index.ts'
import { json, scripted, status } from './scripted.ts'

const purchase: PurchaseCreation = {
  purchaseId: 'T-1',
  cartId: 'C-1',
  contactEmail: 'ada@example.com',
  purchaseDate: '2026-01-01T10:00:00Z',
  totalPrice: 0,
  totalQuantity: 0,
  products: [],
}

test('an upsert is a PATCH with the key and a JSON body, and gives the whole contact', async () => {
  let body: unknown
  const { connectif, requests } = scripted([
    async (request) => {
      body = await request.json()
      return Response.json({ id: '1', _name: 'Ada' })
    },
  ])

  const contact = await connectif.contacts.upsert({ email: 'ada@example.com' }, { _name: 'Ada' })

  expect(contact).toEqual({ id: '1', _name: 'Ada' })
  const [request] = requests
  expect(request?.method).toBe('PATCH')
  expect(request?.url).toBe('https://api.connectif.cloud/contacts/email/ada%40example.com')
  expect(request?.headers.get('authorization')).toBe('apiKey id:secret')
  expect(request?.headers.get('content-type')).toBe('application/json')
  expect(body).toEqual({ _name: 'Ada' })
})

test('each method sends the method and path of the reference', async () => {
  const { connectif, requests } = scripted([json({})])
  const { contacts, purchases, products } = connectif

  await contacts.get({ email: 'a@b.c' })
  await contacts.delete({ email: 'a@b.c' })
  await contacts.get({ externalId: 'x' })
  await contacts.upsert({ externalId: 'x' }, {})
  await contacts.delete({ externalId: 'x' })
  await purchases.create(purchase)
  await purchases.get('1')
  await purchases.delete('1')
  await purchases.getByPurchaseId('T-1')
  await purchases.deleteByPurchaseId('T-1')
  await products.upsert('SKU-1', { name: 'x', productDetailUrl: 'https://a.b/', unitPrice: 1 })
  await products.get('1')
  await products.delete('1')
  await products.getByProductId('SKU-1')
  await products.deleteByProductId('SKU-1')

  expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    'GET /contacts/email/a%40b.c',
    'DELETE /contacts/email/a%40b.c',
    'GET /contacts/external-id/x',
    'PATCH /contacts/external-id/x',
    'DELETE /contacts/external-id/x',
    'POST /purchases/',
    'GET /purchases/1',
    'DELETE /purchases/1',
    'GET /purchases/purchase-id/T-1',
    'DELETE /purchases/purchase-id/T-1',
    'PATCH /products/product-id/SKU-1',
    'GET /products/1',
    'DELETE /products/1',
    'GET /products/product-id/SKU-1',
    'DELETE /products/product-id/SKU-1',
  ])
})

test('triggerPurchaseEvent stands in the query only when it is given', async () => {
  const { connectif, requests } = scripted([json({}, 201)])

  await connectif.purchases.create(purchase)
  await connectif.purchases.create(purchase, { triggerPurchaseEvent: false })

  expect(requests.map(({ url }) => new URL(url).search)).toEqual([
    '',
    '?triggerPurchaseEvent=false',
  ])
})

test('a path in the base URL is kept, with or without a trailing slash', async () => {
  for (const baseUrl of ['https://proxy.example.com/v1', 'https://proxy.example.com/v1//']) {
    const { connectif, requests } = scripted([json({})], { baseUrl })

    await connectif.purchases.get('1')

    expect(requests[0]?.url).toBe('https://proxy.example.com/v1/purchases/1')
  }
})

test('a deletion resolves to undefined, whatever 2xx answers it', async () => {
  const { connectif } = scripted([status(204), json({ deleted: true }), status(200)])

  for (let call = 0; call < 3; call += 1) {
    expect(await connectif.contacts.delete({ externalId: 'x' })).toBeUndefined()
  }
})

test('an answer is read once and whole, with a Content-Length or without one', async () => {
  const body = JSON.stringify({ id: '1', _name: 'Ñandú' })
  const length = String(new TextEncoder().encode(body).length)
  const { connectif } = scripted([
    () => new Response(body, { headers: { 'content-length': length } }),
    () => new Response(body),
  ])

  const first = await connectif.contacts.get({ externalId: 'x' })
  const second = await connectif.contacts.get({ externalId: 'x' })

  expect([first._name, second._name]).toEqual(['Ñandú', 'Ñandú'])
})

test('a redirect is not followed: it could take the key elsewhere', async () => {
  const { connectif, requests } = scripted([status(302, { location: 'https://evil.example.com' })])

  const call = connectif.purchases.create(purchase)

  await expect(call).rejects.toMatchObject({ name: 'ApiError', status: 302 })
  expect(requests).toHaveLength(1)
  expect(requests[0]?.redirect).toBe('manual')
})

test('the fetch of the runtime is looked up at each call, so it can be replaced', async () => {
  const { connectif } = scripted([], { fetch: undefined })
  const original = globalThis.fetch

  globalThis.fetch = async () => Response.json({ id: 'intercepted' })
  const contact = await connectif.contacts.get({ externalId: 'x' })
  globalThis.fetch = original

  expect(contact.id).toBe('intercepted')
})
