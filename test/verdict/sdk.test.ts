import { afterEach, describe, expect, test, vi } from 'vitest'
import '../../mock/vitest.ts'
import { createMock, type FaultOptions, type Mock } from '../../mock/index.ts'
import { Connectif, ConnectionError, type PauseNotice } from '../../sdk/index.ts'
import { collected } from '../support/collected.ts'
import { inFakedTime } from '../support/faked-time.ts'
import { purchase as anyPurchase, aShop, seed } from './clients.ts'

const kinds: readonly FaultOptions[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 408 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  { kind: 'delay', ms: 5 },
  { kind: 'timeout' },
  { kind: 'reset' },
  { kind: 'lost-reply' },
  { kind: 'truncate' },
  { kind: 'duplicate' },
  { kind: 'slow-body', ms: 5 },
]
const ada = { externalId: 'POS-000001' }
const purchase = { ...anyPurchase, contactExternalId: 'POS-000001' }
const product = { name: 'Boots', productDetailUrl: 'https://shop.example/boots', unitPrice: 9 }

/** Calls of every resource; what creates goes on only where it knows what became of it. */
async function goThroughAll(
  { contacts, purchases, products, ...sdk }: Connectif,
  timeout = 400,
): Promise<void> {
  const ignored = () => {}
  await contacts.upsert(ada, { _points: 1 })
  await contacts.upsert({ email: 'ada+ñ@example.com' }, { _externalId: '100% a/b' }).catch(ignored)
  await Promise.all([1, 2, 3].map((id) => contacts.upsert({ externalId: `K ${id}` }, {})))
  await contacts.get(ada)
  await products.upsert('a/b c', product).catch(ignored)
  await purchases.create(purchase).catch(async (error) => {
    if (!(error instanceof ConnectionError)) return
    const known = await purchases.getByPurchaseId(purchase.purchaseId).catch(ignored)
    if (!known) await purchases.create(purchase)
  })
  await purchases.deleteByPurchaseId(purchase.purchaseId)
  const file = '_email\nbad\nbob@example.com\n'
  const creating = sdk.imports.create({ type: 'contacts', file }, { timeout })
  const { id } = await creating.catch(() => ({ id: '' }))
  if (id !== '') {
    await sdk.imports.waitFor(id, { interval: 1 })
    await collected(sdk.imports.errorReport(id)).catch(ignored)
  }
  await contacts.delete(ada)
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the SDK has a clean verdict', () => {
  test.for(kinds)('where every operation meets %j once', async (fault) => {
    const { mock } = aShop({ jobs: { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY } })
    const asks = 'headers' in fault
    const connectif = new Connectif({
      apiKey: 'test:secret',
      fetch: mock.fetch,
      timeout: 400,
      maxRetryWait: asks ? 65_000 : 2,
    })
    const operations = asks ? (['GET /contacts/external-id/{externalId}'] as const) : onEach
    for (const on of operations) mock.faults.add({ ...fault, on })

    await goThroughAll(connectif)

    expect(mock.journal.count).toBeGreaterThan(13)
    expect(mock.faults.list().filter(({ hits }) => hits > 0).length).toBe(operations.length)
    expect(mock).toHaveCleanVerdict()
  })

  test.for(kinds)('where the quota is small too, and they meet %j', async (fault) => {
    const jobs = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }
    const pauses: PauseNotice[] = []
    const clientOf = ({ fetch }: Mock) =>
      new Connectif({
        ...{ apiKey: 'test:secret', fetch },
        onPause: (notice) => pauses.push(notice),
      })
    // What it loads on first use is loaded before the time is faked.
    await clientOf(createMock()).contacts.upsertMany([])
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
    const mock = createMock({ jobs, rateLimit: { limit: 4 }, seed: seed() })
    for (const on of onEach) mock.faults.add({ ...fault, on })

    await inFakedTime(goThroughAll(clientOf(mock), 30_000))

    expect(pauses.length).toBeGreaterThanOrEqual(2)
    expect(mock.faults.list().filter(({ hits }) => hits > 0).length).toBe(onEach.length)
    expect(mock).toHaveCleanVerdict()
  })
})

const onEach = [
  'PATCH /contacts/external-id/{externalId}',
  'PATCH /contacts/email/{email}',
  'GET /contacts/external-id/{externalId}',
  'DELETE /contacts/external-id/{externalId}',
  'POST /purchases/',
  'DELETE /purchases/purchase-id/{id}',
  'POST /imports/',
] as const
