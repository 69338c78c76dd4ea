import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { random } from '../../mock/builders/random.ts'
import { aProduct } from '../../mock/builders/samples.ts'
import { serve } from '../../mock/carriers/server.ts'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { clear, type LoadingQueue, produce, report } from '../../sdk/queue/index.ts'
import { somePurchases, someRows, written } from '../property/loaded.ts'
import { aRedis, hasRedis } from './redis.ts'

/** At night, the documented limit. */
const isNight = process.env.CONNECTIF_RUNS !== undefined
const script = fileURLToPath(new URL('./worker.ts', import.meta.url))

describe.runIf(hasRedis)('two worker processes', { timeout: 400_000 }, () => {
  let redis: Awaited<ReturnType<typeof aRedis>>
  let queue: LoadingQueue
  beforeAll(async () => {
    redis = await aRedis()
    queue = { connection: { path: redis.path } }
  })
  beforeEach(() => clear(queue))
  afterAll(() => redis.stop())

  async function twoWorkersOf(options: MockOptions) {
    const mock = createMock({ seed: { products: [aProduct()] }, ...options })
    const server = await serve(mock, { port: 0 })
    const workers: ChildProcess[] = [1, 2].map(() =>
      spawn(process.execPath, [script, redis.path, server.url], { stdio: 'inherit' }),
    )
    onTestFinished(async () => {
      for (const worker of workers) {
        if (worker.exitCode === null && worker.signalCode === null) {
          const ended = once(worker, 'exit')
          worker.kill('SIGKILL')
          await ended
        }
      }
      await server.close()
    })
    return { mock, workers }
  }

  /** The report, once nothing is left to do. */
  const finished = () =>
    vi.waitFor(
      async () => {
        const all = await report(queue)
        if (all.jobsLeft > 0 || all.done < all.items) throw new Error(`${all.done} of ${all.items}`)
        return all
      },
      { timeout: 350_000, interval: 300 },
    )

  test('one is killed in the middle: all is there as in the source, and nothing twice', async () => {
    const { fraction } = random(7)
    const rows = someRows(300, fraction)
    const purchases = somePurchases(150, fraction).map((one, at) => {
      const contactExternalId = rows[one.totalPrice]?._externalId ?? ''
      return { ...one, purchaseId: `T-${at}`, contactExternalId }
    })
    await produce(queue, 'contacts.upsertMany', rows, { itemsPerJob: 40 })
    await produce(queue, 'purchases.ensureMany', purchases, { itemsPerJob: 40 })

    const { mock, workers } = await twoWorkersOf({})
    const stop = mock.journal.subscribe(() => {
      if (mock.purchases.count < 40) return
      workers[0]?.kill('SIGKILL')
      stop()
    })
    const all = await finished()
    if (workers[0]?.signalCode === null) await once(workers[0], 'exit')

    const expected = written(rows)
    expect(workers[0]?.signalCode).toBe('SIGKILL')
    expect(all).toMatchObject({ items: 450, done: 450, failed: 0, failures: [], jobsLeft: 0 })
    expect(all.created + all.updated + all.unchanged).toBe(450)
    const stored = mock.contacts.all().map(({ _externalId, _points }) => [_externalId, _points])
    expect(new Map(stored as [string, number][])).toEqual(
      new Map([...expected].map(([id, { _points }]) => [id, _points])),
    )
    expect(mock.contacts.count).toBe(expected.size)
    expect(mock.purchases.count).toBe(150)
    expect(mock.verdict().findings.map(({ sentence }) => sentence)).toEqual([])
  })

  test('they share the quota: at most one call a window is refused', async () => {
    const rateLimit = isNight ? 'documented' : { limit: 25, windowSeconds: 3 }
    const count = isNight ? 350 : 90
    const rows = Array.from({ length: count }, (_, at) => ({ _externalId: `POS ${at}` }))

    await produce(queue, 'contacts.upsertMany', rows, { itemsPerJob: 10 })
    const { mock } = await twoWorkersOf({ rateLimit })
    const all = await finished()

    expect(all).toMatchObject({ created: count, failed: 0 })
    const windows = new Map<string, number[]>()
    for (const { headers, status } of mock.journal.calls()) {
      const reset = headers['x-ratelimit-reset'] ?? ''
      windows.set(reset, [...(windows.get(reset) ?? []), status])
    }
    const refused = [...windows.values()].map((all) => all.filter((one) => one === 429).length)
    expect(refused.length).toBeGreaterThanOrEqual(4)
    expect(Math.max(...refused)).toBeLessThanOrEqual(1)
  })
})
