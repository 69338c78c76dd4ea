import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMock, type Duration } from '../../mock/index.ts'

const start = '2026-01-01T00:00:00.000Z'
const aFrozenTwin = () => createMock({ clock: start })
const timeOf = ({ clock }: ReturnType<typeof createMock>) => clock.now().toISOString()

describe('a clock with a start', () => {
  test('stands still, and now() is a copy that nobody can move it by', () => {
    const { clock } = aFrozenTwin()

    clock.now().setFullYear(2030)

    expect(clock.now()).toEqual(new Date(start))
    expect(clock.milliseconds()).toBe(Date.parse(start))
    expect(clock.isFrozen).toBe(true)
  })

  test.for<[Duration, string]>([
    [{ days: 1 }, '2026-01-02T00:00:00.000Z'],
    [{ hours: 25 }, '2026-01-02T01:00:00.000Z'],
    [{ minutes: 90 }, '2026-01-01T01:30:00.000Z'],
    [{ seconds: 1.5 }, '2026-01-01T00:00:01.500Z'],
    [{ milliseconds: 1 }, '2026-01-01T00:00:00.001Z'],
    [{ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 }, '2026-01-02T02:03:04.005Z'],
    [{ days: 0 }, start],
    [{ days: 365 * 7000 }, '9021-05-10T00:00:00.000Z'],
  ])('advance(%j) leads to %s', ([duration, moment]) => {
    const mock = aFrozenTwin()

    mock.clock.advance(duration)

    expect(timeOf(mock)).toBe(moment)
    expect(mock.clock.isFrozen).toBe(true)
  })

  test.for([
    ['2026-02-01T09:30:00Z', '2026-02-01T09:30:00.000Z'],
    ['2026-02-01', '2026-02-01T00:00:00.000Z'],
    [new Date('2026-02-01T00:00:00.007Z'), '2026-02-01T00:00:00.007Z'],
    [start, start],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ] as const)('set(%s) leads to %s', ([given, moment]) => {
    const mock = aFrozenTwin()

    mock.clock.set(given)

    expect(timeOf(mock)).toBe(moment)
  })

  test('the Date that it was set by, or made of, does not move it later', () => {
    const [made, moment] = [new Date(start), new Date('2026-02-01')]
    const mock = createMock({ clock: made })

    mock.clock.set(moment)
    for (const date of [made, moment]) date.setFullYear(2030)

    expect(timeOf(mock)).toBe('2026-02-01T00:00:00.000Z')
    mock.reset()
    expect(timeOf(mock)).toBe(start)
  })
})

describe('a clock never goes back', () => {
  test.for(['2025-12-31T23:59:59.999Z', '1970-01-01', new Date(0)])(
    'set(%s) is refused',
    (past) => {
      const mock = aFrozenTwin()

      expect(() => mock.clock.set(past)).toThrow('the clock cannot go back')
      expect(timeOf(mock)).toBe(start)
    },
  )

  test.for<Duration>([{ days: -1 }, { milliseconds: -1 }, { hours: 1, minutes: -61 }])(
    'advance(%j) is refused',
    (duration) => {
      const mock = aFrozenTwin()

      expect(() => mock.clock.advance(duration)).toThrow('the clock cannot go back')
      expect(timeOf(mock)).toBe(start)
    },
  )
})

describe('a clock that is asked for what is no moment', () => {
  test.for(['', 'yesterday', '2026-13-01', new Date(Number.NaN), '+010000-01-01T00:00:00Z'])(
    'set(%s) is refused, and nothing moves',
    (moment) => {
      const mock = aFrozenTwin()

      expect(() => mock.clock.set(moment)).toThrow(/^the clock can only be set to a moment/)
      expect(timeOf(mock)).toBe(start)
    },
  )

  test.for<Duration>([
    { days: Number.NaN },
    { hours: Number.POSITIVE_INFINITY },
    { days: 1e9 },
    { milliseconds: 1e300 },
    { days: Number.POSITIVE_INFINITY, hours: Number.NEGATIVE_INFINITY },
  ])('advance(%j) is refused, and nothing moves, nobody is purged', (duration) => {
    const mock = aFrozenTwin()
    mock.tracking.web().pageView({ trackerId: 't' })

    expect(() => mock.clock.advance(duration)).toThrow(/^the clock can only be set to a moment/)
    expect(timeOf(mock)).toBe(start)
    expect(mock.contacts.count).toBe(1)
  })

  test.for([90, '90 days', { day: 90 }, { weeks: 1 }, { hours: '1', days: 1 }, null])(
    'advance(%j), which is no duration, is not taken for one of 0',
    (duration) => {
      const mock = aFrozenTwin()

      expect(() => mock.clock.advance(duration as Duration)).toThrow(Error)
      expect(timeOf(mock)).toBe(start)
    },
  )

  test.for(['yesterday', '+010000-01-01', '1969-12-31T23:59:59Z', new Date(Number.NaN)])(
    'createMock({ clock: %s }) is refused',
    (clock) => {
      expect(() => createMock({ clock })).toThrow('clock is not a moment')
    },
  )
})

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
