import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { Connectif, type RetryNotice } from '../../sdk/index.ts'
import { apiKey, checked } from '../support/carriers.ts'

const start = '2026-01-01T00:00:00.000Z'
const ada = { externalId: 'POS-000001' }
const day = 86_400_000

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(start) })
})
afterEach(() => {
  vi.useRealTimers()
})

function aShop(options: MockOptions = {}) {
  const mock = createMock(options)
  const connectif = new Connectif({ apiKey, fetch: checked(mock.fetch), maxRetries: 0 })
  return { mock, connectif }
}

/** Resolves when the next call has reached the twin. */
function taken(mock: Mock) {
  return new Promise((resolve) => mock.journal.subscribe(resolve))
}

test('calls are answered while every timer stands still', async () => {
  const { connectif } = aShop()

  const [first, second] = await Promise.all([
    connectif.contacts.upsert(ada, { _name: 'Ada' }),
    connectif.contacts.get(ada),
  ])

  expect(second).toEqual(first)
  expect(vi.getTimerCount()).toBe(0)
})

test.for([
  { toFake: ['setTimeout', 'clearTimeout'] },
  { toFake: ['setImmediate', 'clearImmediate'] },
  { toFake: ['Date', 'performance'] },
] as const)('calls are answered with %j', async ({ toFake }) => {
  vi.useRealTimers()
  vi.useFakeTimers({ toFake: [...toFake] })
  const { connectif, mock } = aShop({ clock: start })

  await connectif.contacts.upsert(ada, {})

  expect(mock.contacts.count).toBe(1)
})

test('a clock that runs goes with the faked time', async () => {
  const { connectif, mock } = aShop()
  await connectif.contacts.upsert(ada, {})
  mock.tracking.web().pageView({ trackerId: 'browser' })

  vi.advanceTimersByTime(90 * day - 1)
  expect(mock.contacts.count).toBe(2)
  vi.advanceTimersByTime(1)

  expect(mock.contacts.all()).toMatchObject([{ _externalId: 'POS-000001' }])
  expect(await connectif.contacts.upsert(ada, { _points: 1 })).toMatchObject({
    _createdAt: start,
    _updatedAt: '2026-04-01T00:00:00.000Z',
  })
})

test('a clock that stands still does not go with the faked time', async () => {
  const { connectif, mock } = aShop({ clock: '2020-01-01T00:00:00.000Z' })
  mock.tracking.web().pageView({ trackerId: 'browser' })

  vi.advanceTimersByTime(1000 * day)

  expect(mock.contacts.count).toBe(1)
  expect(await connectif.contacts.upsert(ada, {})).toMatchObject({
    _createdAt: '2020-01-01T00:00:00.000Z',
  })
})

test('a clock that is advanced leaves the faked time alone, and runs on from there', async () => {
  const { connectif, mock } = aShop()

  mock.clock.advance({ days: 1 })
  vi.advanceTimersByTime(1000)

  expect(Date.now()).toBe(Date.parse(start) + 1000)
  expect(await connectif.contacts.upsert(ada, {})).toMatchObject({
    _createdAt: '2026-01-02T00:00:01.000Z',
  })
})

test('an answer that a fault delays takes faked time', async () => {
  const { connectif, mock } = aShop()
  mock.faults.add({ kind: 'delay', ms: 5000 })
  const arrived = vi.fn()

  const call = connectif.contacts.upsert(ada, {}).then(arrived)
  await taken(mock)

  await vi.advanceTimersByTimeAsync(4999)
  expect(arrived).not.toHaveBeenCalled()
  expect(mock.contacts.count).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  await call
  expect(arrived).toHaveBeenCalledOnce()
})

test('a call that is never answered times out in faked time', async () => {
  const { connectif, mock } = aShop()
  mock.faults.add({ kind: 'timeout' })

  const call = connectif.contacts.upsert(ada, {})
  const failing = expect(call).rejects.toMatchObject({ name: 'TimeoutError' })
  await vi.advanceTimersByTimeAsync(30_000)

  await failing
  expect(mock.contacts.count).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('a full minute of calls is waited for in faked time, which the limits follow', async () => {
  const { mock } = aShop({ rateLimit: { limit: 2 } })
  const waits = new EventEmitter()
  const onRetry = (notice: RetryNotice) => waits.emit('wait', notice)
  const connectif = new Connectif({ apiKey, fetch: mock.fetch, onRetry })

  const calls = Array.from({ length: 3 }, (_, at) =>
    connectif.contacts.upsert({ externalId: `POS-${at}` }, {}),
  )
  expect(await once(waits, 'wait')).toMatchObject([{ waitMs: 60_000, status: 429 }])
  await vi.advanceTimersByTimeAsync(59_999)
  expect(mock.journal.count).toBe(3)
  await vi.advanceTimersByTimeAsync(100)

  await Promise.all(calls)
  expect(mock.contacts.count).toBe(3)
})
