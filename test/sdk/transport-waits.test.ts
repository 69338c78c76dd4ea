import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RetryNotice } from '../../sdk/index.ts'
import { json, outcome, scripted, status } from './scripted.ts'

const someone = { externalId: 'x' }

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
  vi.spyOn(Math, 'random').mockReturnValue(1)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('the back-off doubles from 300 ms up to 8 s, times a random share', async () => {
  const notices: RetryNotice[] = []
  const { connectif } = scripted([status(503)], { maxRetries: 7, onRetry: (n) => notices.push(n) })

  await outcome(connectif.contacts.get(someone))
  vi.mocked(Math.random).mockReturnValue(0.5)
  await outcome(connectif.contacts.get(someone, { maxRetries: 1 }))

  const waits = notices.map((notice) => notice.waitMs)
  expect(waits).toEqual([300, 600, 1200, 2400, 4800, 8000, 8000, 150])
  expect(notices.slice(0, 2)).toEqual(
    [1, 2].map((attempt) => ({
      method: 'GET',
      path: '/contacts/external-id/{externalId}',
      attempt,
      waitMs: attempt * 300,
      reason: 'status',
      status: 503,
    })),
  )
})

const soon = new Date('2026-01-01T00:00:07Z')
test.for<[string, number, Record<string, string>, number]>([
  ['Retry-After in seconds', 503, { 'retry-after': '7' }, 7000],
  ['Retry-After as a date', 503, { 'retry-after': soon.toUTCString() }, 7000],
  ['X-RateLimit-Reset', 429, { 'x-ratelimit-reset': String(soon.getTime() / 1000) }, 7000],
  [
    'Retry-After before X-RateLimit-Reset',
    429,
    { 'retry-after': '2', 'x-ratelimit-reset': '9' },
    2000,
  ],
  ['no X-RateLimit-Reset after a 5xx', 503, { 'x-ratelimit-reset': '1767225607' }, 300],
  ['no moment that has passed', 429, { 'x-ratelimit-reset': '1580919168' }, 300],
  ['no header that is not a time', 429, { 'retry-after': 'soon', 'x-ratelimit-reset': '' }, 300],
  ['at most maxRetryWait', 429, { 'retry-after': '3600' }, 65_000],
])('a wait follows %s', async ([, code, headers, waitMs]) => {
  const onRetry = vi.fn()
  const { connectif } = scripted([status(code, headers), json({})], { onRetry })

  await outcome(connectif.contacts.get(someone))

  expect(onRetry.mock.calls).toMatchObject([[{ waitMs, status: code }]])
})

test('moments are told by the clock of the answer: a wrong clock here does no harm', async () => {
  const onRetry = vi.fn()
  const date = 'Sun, 01 Mar 2020 00:00:00 GMT'
  const reset = String(Date.parse(date) / 1000 + 20)
  const { connectif } = scripted([status(429, { date, 'x-ratelimit-reset': reset }), json({})], {
    onRetry,
  })

  await outcome(connectif.contacts.get(someone))

  expect(onRetry).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ waitMs: 20_000 }))
})

test('an abort ends a wait at once, and nothing is sent after it', async () => {
  const { connectif, requests } = scripted([status(429, { 'retry-after': '60' })])
  const controller = new AbortController()

  const call = connectif.contacts.get(someone, { signal: controller.signal })
  const rejected = expect(call).rejects.toThrow('enough')
  await vi.advanceTimersByTimeAsync(1000)
  controller.abort(new Error('enough'))

  await rejected
  expect(Date.now() - Date.parse('2026-01-01T00:00:00Z')).toBe(1000)
  expect(vi.getTimerCount()).toBe(0)
  expect(requests).toHaveLength(1)
})

test('what onRetry throws ends the call', async () => {
  const onRetry = () => {
    throw new Error('stop here')
  }
  const { connectif, requests } = scripted([status(500)], { onRetry })

  expect(await outcome(connectif.contacts.get(someone))).toMatchObject({ message: 'stop here' })
  expect(requests).toHaveLength(1)
})
