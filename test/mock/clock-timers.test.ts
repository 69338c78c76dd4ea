import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMock } from '../../mock/index.ts'

const start = '2026-01-01T00:00:00.000Z'
const timeOf = ({ clock }: ReturnType<typeof createMock>) => clock.now().toISOString()

describe('beside the fake timers of vitest', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(start) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a clock without a start goes with them', () => {
    const mock = createMock()

    vi.advanceTimersByTime(1500)

    expect(timeOf(mock)).toBe('2026-01-01T00:00:01.500Z')
    expect(mock.clock.isFrozen).toBe(false)
  })

  test('advance and set lead ahead of them, and it goes on from there', () => {
    const mock = createMock()

    mock.clock.advance({ days: 1 })
    vi.advanceTimersByTime(1000)
    expect(timeOf(mock)).toBe('2026-01-02T00:00:01.000Z')
    expect(() => mock.clock.set('2026-01-02')).toThrow('the clock cannot go back')

    mock.clock.set('2026-03-01')
    vi.advanceTimersByTime(1000)
    expect(timeOf(mock)).toBe('2026-03-01T00:00:01.000Z')
  })

  test('a clock that is frozen does not go with them, until it runs from where it stands', () => {
    const mock = createMock()
    mock.clock.freeze()
    vi.advanceTimersByTime(60_000)
    expect(timeOf(mock)).toBe(start)

    mock.clock.run()
    expect(timeOf(mock)).toBe(start)
    vi.advanceTimersByTime(1000)

    expect(timeOf(mock)).toBe('2026-01-01T00:00:01.000Z')
    expect(mock.clock.isFrozen).toBe(false)
  })

  test('freezing twice, or running twice, changes nothing', () => {
    const mock = createMock()

    for (const _ of [1, 2]) mock.clock.freeze()
    vi.advanceTimersByTime(1000)
    for (const _ of [1, 2]) mock.clock.run()
    vi.advanceTimersByTime(1000)
    mock.clock.run()

    expect(timeOf(mock)).toBe('2026-01-01T00:00:01.000Z')
  })

  test('calls are answered while they stand still', async () => {
    const mock = createMock()
    const headers = { authorization: 'apiKey a:1' }

    const { status } = await mock.fetch('https://any.example/contacts/email/a@b.example', {
      headers,
    })

    expect(status).toBe(404)
  })
})
