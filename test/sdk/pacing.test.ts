import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { Connectif, type ConnectifOptions, type PauseNotice } from '../../sdk/index.ts'
import { inFakedTime } from '../support/faked-time.ts'
import { json, scripted, silence, status } from './scripted.ts'

const start = Date.parse('2026-01-01T00:00:00.300Z')
const x = { externalId: 'x' }

beforeEach(() => {
  vi.useFakeTimers({ now: start })
})
afterEach(() => {
  vi.useRealTimers()
})

const quota = (remaining: number, seconds: number, more: Record<string, string> = {}) => ({
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(Math.floor(start / 1000) + seconds),
  ...more,
})

/** As many calls as the documented limit lets through in so many windows, and their statuses. */
async function loaded(calls: number, concurrency: number, options: Partial<ConnectifOptions> = {}) {
  const mock = createMock({ rateLimit: 'documented' })
  const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch, ...options })
  // What it loads on first use is loaded before the time is counted.
  await connectif.contacts.upsertMany([])
  const rows = Array.from({ length: calls }, (_, at) => ({ _externalId: `K ${at}` }))
  const report = await inFakedTime(connectif.contacts.upsertMany(rows, { concurrency }))
  const seconds = (Date.now() - start) / 1000
  return { report, seconds, refused: mock.journal.calls({ status: 429 }).length }
}

test.for([4, 10, 64, 250])(
  '%i at a time: the quota is used up, and no call is refused',
  async (n) => {
    const { report, seconds, refused } = await loaded(500, n)

    expect(report.created).toBe(500)
    expect(refused).toBe(0)
    // Of five windows the last ends with its last call, so that four were waited for.
    expect(400 / (100 * (seconds / 60))).toBeGreaterThanOrEqual(0.95)
  },
)

test('a key that others use up too: a client is refused what it has in flight, once a window', async () => {
  const mock = createMock({ rateLimit: 'documented' })
  const shared = { apiKey: 'test:secret', fetch: mock.fetch, maxRetries: 50 }
  const clients = [new Connectif(shared), new Connectif(shared), new Connectif(shared)]
  await clients[0]?.contacts.upsertMany([])
  const runs = clients.map(({ contacts }, client) =>
    contacts.upsertMany(
      Array.from({ length: 200 }, (_, at) => ({ _externalId: `K ${client} ${at}` })),
    ),
  )
  await inFakedTime(Promise.all(runs))

  const windows = Math.ceil((Date.now() - start) / 60_000)
  expect(mock.contacts.count).toBe(600)
  expect(mock.journal.calls({ status: 429 }).length).toBeLessThanOrEqual(
    windows * clients.length * 10,
  )
})

test('calls in flight are counted against what is left', async () => {
  const slow = (remaining: number) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    return Response.json({}, { headers: quota(remaining, 30) })
  }
  const { connectif, requests } = scripted([slow(2), slow(1), slow(0), json({})])

  await vi.advanceTimersByTimeAsync(0)
  const first = connectif.contacts.get(x)
  await vi.advanceTimersByTimeAsync(100)
  await first
  const calls = [connectif.contacts.get(x), connectif.contacts.get(x), connectif.contacts.get(x)]
  await vi.advanceTimersByTimeAsync(50)
  expect(requests).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(requests).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(2000)

  await Promise.all(calls)
  expect(requests).toHaveLength(4)
})

test('calls that wait for room go on when the window ends, though the one before them hangs', async () => {
  const { connectif, requests } = scripted([json({}, 200, quota(1, 5)), silence, json({})])
  await connectif.contacts.get(x)
  const hanging = connectif.contacts.get(x, { maxRetries: 0 }).catch(() => 'over')

  const calls = [connectif.contacts.get(x), connectif.contacts.get(x)]
  await vi.advanceTimersByTimeAsync(4600)
  expect(requests).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(200)

  expect(requests).toHaveLength(4)
  await Promise.all(calls)
  await vi.advanceTimersByTimeAsync(30_000)
  expect([await hanging, vi.getTimerCount()]).toEqual(['over', 0])
})

test('a wrong clock here does no harm where the answer says what the time is', async () => {
  vi.setSystemTime(start + 86_400_000)
  const date = new Date(start).toUTCString()
  const { connectif, requests } = scripted([json({}, 200, quota(0, 20, { date })), json({})])

  await connectif.contacts.get(x)
  const second = connectif.contacts.get(x)
  await vi.advanceTimersByTimeAsync(19_900)
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(200)

  await second
  expect(requests).toHaveLength(2)
})

test('it waits no longer than maxRetryWait, and then tries with one call', async () => {
  const { connectif, requests } = scripted(
    [json({}, 200, quota(0, 3600)), status(429, quota(0, 3600)), json({})],
    { maxRetryWait: 1000 },
  )

  await connectif.contacts.get(x)
  const calls = [connectif.contacts.get(x), connectif.contacts.get(x), connectif.contacts.get(x)]
  await vi.advanceTimersByTimeAsync(1000)
  expect(requests).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(999)
  expect(requests).toHaveLength(2)
  await vi.runAllTimersAsync()

  await Promise.all(calls)
  expect(requests).toHaveLength(5)
})

test('onPause hears of each pause once, however many calls wait', async () => {
  const heard: PauseNotice[] = []
  const { connectif } = scripted(
    [json({}, 200, quota(0, 10)), json({}), status(429, { 'retry-after': '7' }), json({})],
    { onPause: (notice) => heard.push(notice) },
  )

  await connectif.contacts.get(x)
  const calls = [connectif.contacts.get(x), connectif.contacts.get(x)]
  await vi.runAllTimersAsync()
  await Promise.all(calls)

  expect(heard).toEqual([
    { waitMs: 9700, reason: 'used-up' },
    { waitMs: 7000, reason: 'refused' },
  ])
})

test('a call that waits for room ends at once when it is aborted, and takes none', async () => {
  const { connectif, requests } = scripted([json({}, 200, quota(1, 30)), json({})])
  await connectif.contacts.get(x)
  const controller = new AbortController()

  const held = connectif.contacts.get(x)
  const aborted = connectif.contacts.get(x, { signal: controller.signal })
  controller.abort()

  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
  await held
  expect(requests).toHaveLength(2)
})

test('without pacing, calls are sent until one is refused', async () => {
  const { connectif, requests } = scripted([json({}, 200, quota(0, 30)), json({})], {
    pacing: false,
  })

  await connectif.contacts.get(x)
  await connectif.contacts.get(x)

  expect(requests).toHaveLength(2)
})
