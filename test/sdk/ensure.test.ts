import { afterEach, expect, test, vi } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type FaultKind, type MockOptions } from '../../mock/index.ts'
import { Connectif, PurchaseConflictError, type PurchaseCreation } from '../../sdk/index.ts'
import { inFakedTime } from '../support/faked-time.ts'

const post = 'POST /purchases/'
const purchase: PurchaseCreation = { ...aPurchase(), contactEmail: 'ada@example.com' }

function aShop(options: MockOptions = {}) {
  const seed = { contacts: [aContact({ _email: 'ada@example.com' })], products: [aProduct()] }
  const mock = createMock({ seed, ...options })
  const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch, timeout: 1000 })
  const operations = () => mock.journal.calls().map(({ operation }) => operation)
  return { mock, connectif, operations }
}

afterEach(() => {
  vi.useRealTimers()
})

test('a purchase that is not there is created by one call', async () => {
  const { connectif, operations } = aShop()

  const { outcome, purchase: created } = await connectif.purchases.ensure(purchase)

  expect([outcome, created.purchaseId]).toEqual(['created', purchase.purchaseId])
  expect(operations()).toEqual([post])
})

test('a purchase that is there is found, whatever the case of its email', async () => {
  const { connectif, mock } = aShop()
  const created = await connectif.purchases.create(purchase)

  const sent = { ...purchase, contactEmail: 'ADA@example.com' }

  expect(await connectif.purchases.ensure(sent)).toEqual({ outcome: 'existed', purchase: created })
  expect(mock.purchases.count).toBe(1)
})

test('one that a proxy delivers twice is there once, and found', async () => {
  const { connectif, mock } = aShop()
  mock.faults.add({ on: post, kind: 'duplicate' })

  expect(await connectif.purchases.ensure(purchase)).toMatchObject({ outcome: 'existed' })
  expect(mock.purchases.count).toBe(1)
})

test.for<[FaultKind, (string | undefined)[]]>([
  [{ kind: 'lost-reply' }, [post, 'GET /purchases/purchase-id/{id}']],
  [{ kind: 'truncate' }, [post, 'GET /purchases/purchase-id/{id}']],
  [{ kind: 'delay', ms: 3000 }, [post, 'GET /purchases/purchase-id/{id}']],
  [{ kind: 'reset' }, [post, 'GET /purchases/purchase-id/{id}', post]],
  [{ kind: 'timeout' }, [post, 'GET /purchases/purchase-id/{id}', post]],
  [{ kind: 'status', status: 503 }, [post, 'GET /purchases/purchase-id/{id}', post]],
  [{ kind: 'status', status: 429 }, [post, post]],
  [{ kind: 'slow-body', ms: 20 }, [post]],
])('%j: it is created once, and looked up before it is sent again', async ([fault, calls]) => {
  await aShop().connectif.purchases.ensureMany([])
  vi.useFakeTimers()
  const { connectif, mock, operations } = aShop()
  mock.faults.add({ on: post, ...fault })

  const { outcome } = await inFakedTime(connectif.purchases.ensure(purchase))

  expect(outcome).toBe('created')
  expect(operations()).toEqual(calls)
  expect(mock.purchases.count).toBe(1)
})

test('one with the same id and other content is an error that says what differs', async () => {
  const { connectif, mock } = aShop()
  await connectif.purchases.create(purchase)
  const [product] = purchase.products
  const other = {
    ...purchase,
    totalPrice: 1,
    purchaseDate: '2026-03-01T10:00:00Z',
    products: [{ ...product, quantity: 9 }, product] as PurchaseCreation['products'],
  }

  const error = await connectif.purchases.ensure(other).catch((error: unknown) => error)

  const { stored, differences } = error as PurchaseConflictError
  expect(error).toBeInstanceOf(PurchaseConflictError)
  expect(stored.purchaseId).toBe(purchase.purchaseId)
  expect(differences.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toMatchObject([
    { path: 'products[0].quantity', sent: 9, stored: product?.quantity },
    { path: 'products[1]', stored: undefined },
    { path: 'purchaseDate', sent: '2026-03-01T10:00:00Z' },
    { path: 'totalPrice', sent: 1, stored: purchase.totalPrice },
  ])
  expect(mock.purchases.all()).toMatchObject([{ totalPrice: purchase.totalPrice }])
})

test('the same moment in another zone is no difference', async () => {
  const { connectif } = aShop()
  const utc = { ...purchase, purchaseDate: '2026-01-01T10:00:00Z' }
  await connectif.purchases.create(utc)

  const { outcome } = await connectif.purchases.ensure({
    ...utc,
    purchaseDate: '2026-01-01T12:00:00.000+02:00',
  })

  expect(outcome).toBe('existed')
})

test('what cannot be sent again is refused at once, without a look-up', async () => {
  const { connectif, operations } = aShop()
  const nobody = { ...purchase, contactEmail: 'nobody@example.com' }

  await expect(connectif.purchases.ensure(nobody)).rejects.toMatchObject({ code: 'E0101' })

  expect(operations()).toEqual([post])
})

test('it fails with the error of the call when the API stays down', async () => {
  const { connectif, mock } = aShop()
  mock.faults.add({ on: post, kind: 'status', status: 503, times: 3 })

  await expect(connectif.purchases.ensure(purchase, { maxRetries: 2 })).rejects.toMatchObject({
    status: 503,
  })

  expect(mock.journal.calls({ operation: post })).toHaveLength(3)
  expect(mock.purchases.count).toBe(0)
})
