import { describe, expect, test, vi } from 'vitest'
import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { deferred } from '../../sdk/bulk/deferred.ts'
import type { PurchaseCreation } from '../../sdk/index.ts'
import { produce } from '../../sdk/queue/index.ts'
import { connected } from '../../sdk/queue/queue.ts'
import { aLoad, silence } from './load.ts'
import { hasRedis } from './redis.ts'

const { contactEmail: _, ...bought } = aPurchase() as PurchaseCreation
const purchase = { ...bought, contactExternalId: 'POS' }
const lookUp = 'GET /purchases/purchase-id/{id}'
const creation = 'POST /purchases/'

const aShop = () =>
  createMock({ seed: { products: [aProduct()], contacts: [{ _externalId: 'POS' }] } })

describe.runIf(hasRedis)('a load in a queue', { timeout: 120_000 }, () => {
  const load = aLoad(8)
  const alone = aLoad(1)

  test('a worker that is closed leaves its jobs to the next, which repeats nothing', async () => {
    const mock = createMock()
    const rows = Array.from({ length: 60 }, (_, at) => ({ _externalId: `POS ${at}` }))
    await produce(load.queue, 'contacts.upsertMany', rows)
    let sent = 0
    const fetch = (request: Request) => (sent++ < 10 ? mock.fetch(request) : silence(request))

    const first = await load.working({ fetch })
    await load.done(10)
    await first.close()
    const before = mock.journal.count
    const all = await load.worked(mock)

    expect(all).toMatchObject({ done: 60, created: 60, failed: 0, jobsLeft: 0 })
    expect([before, mock.journal.count, mock.contacts.count]).toEqual([10, 60, 60])
  })

  test('a purchase is looked up before the next attempt, and not sent again', async () => {
    const mock = aShop()
    mock.faults.add({ on: creation, kind: 'lost-reply' })
    mock.faults.add({ on: lookUp, kind: 'status', status: 503 })

    await produce(load.queue, 'purchases.ensureMany', [purchase])
    const all = await load.worked(mock, { maxRetries: 0 }, { backOff: 1 })

    expect(all).toMatchObject({ done: 1, created: 1, failed: 0 })
    const operations = mock.journal.calls().map(({ operation }) => operation)
    expect(operations).toEqual([creation, lookUp, lookUp])
  })

  test('a purchase that a worker had in flight is looked up by the next one', async () => {
    const mock = aShop()
    const sent = deferred<void>()
    const fetch = async (request: Request) => {
      await mock.fetch(request.clone())
      sent.resolve()
      return silence(request)
    }
    await produce(load.queue, 'purchases.ensureMany', [purchase])
    const first = await load.working({ fetch })
    await sent.promise

    await first.close()
    const all = await load.worked(mock)

    expect(all).toMatchObject({ done: 1, created: 1, failed: 0 })
    const operations = mock.journal.calls().map(({ operation }) => operation)
    expect(operations).toEqual([creation, lookUp])
  })

  test('an error of Redis costs a job neither its place nor an attempt', async () => {
    const mock = createMock()
    const rows = Array.from({ length: 4 }, (_, at) => ({ _externalId: 'POS', _points: at }))
    const { redis, key, close } = await connected(alone.queue)
    await produce(alone.queue, 'contacts.upsertMany', rows, { itemsPerJob: 1, attempts: 1 })
    await redis.set(key('chunks'), 'of another kind')

    await alone.working(mock)
    const errors = async () => String(await redis.info()).match(/errorstat_WRONGTYPE:count=(\d+)/)
    await vi.waitUntil(async () => Number((await errors())?.[1]) > 1, { timeout: 100_000 })
    await redis.del(key('chunks'))
    const all = await alone.ended()
    await close()

    expect(all).toMatchObject({ done: 4, failed: 0 })
    const sent = mock.journal.calls().map(({ requestBody }) => requestBody)
    expect(sent).toEqual(rows.map(({ _points }) => JSON.stringify({ _points })))
  })

  test.for([
    { status: 200, headers: { 'x-ratelimit-remaining': '0' } },
    { status: 429, headers: { 'retry-after': '3600' } },
  ])('an answer %j holds nobody back for longer than maxRetryWait', async (answer) => {
    const mock = createMock()
    const hour = { 'x-ratelimit-limit': '9', 'x-ratelimit-reset': `${Date.now() / 1000 + 3600}` }
    let sent = 0
    const fetch = async (request: Request) => {
      if (sent++ > 0) return mock.fetch(request)
      const { status } = answer
      const body = status === 200 ? await (await mock.fetch(request)).text() : null
      return new Response(body, { status, headers: { ...hour, ...answer.headers } })
    }

    await produce(load.queue, 'contacts.upsertMany', [{ _externalId: '1' }, { _externalId: '2' }])
    const all = await load.worked({ fetch }, { maxRetryWait: 10 })

    expect(all).toMatchObject({ done: 2, created: 2, failed: 0 })
  })

  test('what fails at the last attempt holds back no item after it', async () => {
    const mock = createMock()
    mock.faults.add({ kind: 'status', status: 500, address: 'POS', times: 2 })
    const rows = [
      { _externalId: 'POS', _points: 1 },
      { _externalId: 'POS', _points: 2 },
    ]

    await produce(load.queue, 'contacts.upsertMany', rows, { attempts: 2 })
    const all = await load.worked(mock, { maxRetries: 0 }, { backOff: 1 })

    expect(all).toMatchObject({ done: 2, created: 1, failed: 1, jobsLeft: 0 })
    expect(mock.contacts.find({ externalId: 'POS' })?._points).toBe(2)
  })
})
