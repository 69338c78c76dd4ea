import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RetryNotice } from '../../sdk/index.ts'
import { json, type Step, scripted, status } from './scripted.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

const x = { externalId: 'x' }
const y = { externalId: 'y' }

test('a 429 pauses all calls of the client, and they go on when it is over', async () => {
  const notices: RetryNotice[] = []
  const { connectif, requests } = scripted([status(429, { 'retry-after': '60' }), json({})], {
    onRetry: (notice) => notices.push(notice),
  })

  const first = connectif.contacts.get(x)
  await vi.advanceTimersByTimeAsync(20_000)
  const second = connectif.contacts.delete(y)
  await vi.advanceTimersByTimeAsync(39_000)
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_001)

  await Promise.all([first, second])
  expect(requests).toHaveLength(3)
  expect(notices).toMatchObject([
    { method: 'GET', attempt: 1, waitMs: 60_000, reason: 'status', status: 429 },
    { method: 'DELETE', attempt: 0, waitMs: 40_000, reason: 'pause' },
  ])
})

test('the pause does not count as time of a call', async () => {
  const { connectif } = scripted([status(429, { 'retry-after': '60' }), json({ id: '1' })], {
    timeout: 100,
  })

  const calls = Promise.all([connectif.contacts.get(x), connectif.contacts.get(y)])
  await vi.advanceTimersByTimeAsync(60_001)

  expect(await calls).toEqual([{ id: '1' }, { id: '1' }])
})

test('a call that may not repeat still pauses the others', async () => {
  const { connectif, requests } = scripted([status(429, { 'retry-after': '10' }), json({})])

  await expect(connectif.contacts.get(x, { maxRetries: 0 })).rejects.toMatchObject({ status: 429 })
  const next = connectif.contacts.get(y)
  await vi.advanceTimersByTimeAsync(9_999)
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2)

  await next
  expect(requests).toHaveLength(2)
})

test('a later 429 makes a pause longer, never shorter', async () => {
  const late: Step = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    return new Response(null, { status: 429, headers: { 'retry-after': '1' } })
  }
  const { connectif, requests } = scripted([late, status(429, { 'retry-after': '30' }), json({})])

  const calls = Promise.all([connectif.contacts.get(x), connectif.contacts.get(y)])
  await vi.advanceTimersByTimeAsync(29_999)
  expect(requests).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(10)

  await calls
  expect(requests).toHaveLength(4)
})

test('a call that waits goes on waiting when another 429 makes the pause longer', async () => {
  const { connectif, requests } = scripted([
    status(429, { 'retry-after': '5' }),
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return new Response(null, { status: 429, headers: { 'retry-after': '30' } })
    },
    json({}),
  ])

  const calls = Promise.all([connectif.contacts.get(x), connectif.contacts.get(y)])
  await vi.advanceTimersByTimeAsync(30_999)
  expect(requests).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(10)

  await calls
  expect(requests).toHaveLength(4)
})

test('a call in a pause ends at once when it is aborted', async () => {
  const { connectif, requests } = scripted([status(429, { 'retry-after': '60' }), json({})])
  const controller = new AbortController()

  const first = connectif.contacts.get(x)
  await vi.advanceTimersByTimeAsync(10)
  const waiting = connectif.contacts.get(y, { signal: controller.signal })
  const rejected = expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()

  await rejected
  expect(requests).toHaveLength(1)
  await vi.runAllTimersAsync()
  await first
})

test('many calls that wait on one signal print no warning', async () => {
  const warned = vi.spyOn(process, 'emitWarning')
  const { connectif } = scripted([status(429, { 'retry-after': '5' }), json({})])
  const { signal } = new AbortController()

  const calls = Array.from({ length: 50 }, () => connectif.contacts.get(x, { signal }))
  await vi.runAllTimersAsync()

  await Promise.all(calls)
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

test('clients do not pause each other', async () => {
  const paused = scripted([status(429, { 'retry-after': '60' }), json({})])
  const free = scripted([json({ id: 'free' })])

  const waiting = paused.connectif.contacts.get(x)
  await vi.advanceTimersByTimeAsync(10)

  expect(await free.connectif.contacts.get(x)).toEqual({ id: 'free' })
  await vi.runAllTimersAsync()
  await waiting
})
