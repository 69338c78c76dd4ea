import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Waits } from '../../mock/cli/waits.ts'

const call = { method: 'GET', path: '/', attempt: 1 } as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a pause is told with what is left of it, until it is over', () => {
  const waits = new Waits()
  waits.onPause({ waitMs: 12_000, reason: 'used-up' })

  expect(waits.note).toBe('waits 12 s for quota')
  vi.advanceTimersByTime(11_500)
  expect(waits.note).toBe('waits 1 s for quota')
  vi.advanceTimersByTime(500)
  expect(waits.note).toBe('')
})

test('a retry is told with its cause, unless the pause has told it', () => {
  const waits = new Waits()
  waits.onRetry({ ...call, waitMs: 60_000, reason: 'pause' })
  waits.onRetry({ ...call, waitMs: 60_000, reason: 'status', status: 429 })
  expect(waits.note).toBe('')

  waits.onRetry({ ...call, waitMs: 3_000, reason: 'status', status: 503 })
  expect(waits.note).toBe('waits 3 s after 503')
})

test('what nobody notices is not told', () => {
  const waits = new Waits()

  waits.onRetry({ ...call, waitMs: 300, reason: 'connection' })

  expect(waits.note).toBe('')
})
