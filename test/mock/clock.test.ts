import { describe, expect, test } from 'vitest'
import { createMock, type Duration } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

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

  test.for<Duration>([{ milliseconds: 0.4 }, { seconds: 1 / 3 }, { days: 1e-9 }])(
    'advance(%j) leads to a whole millisecond, as the API writes them',
    (duration) => {
      const mock = aFrozenTwin()

      mock.clock.advance(duration)

      const { json } = ask(mock, 'PATCH /contacts/external-id/42', {})
      expect(json?._createdAt).toMatch(/T00:00:00\.\d{3}Z$/)
      expect(mock.clock.milliseconds() % 1).toBe(0)
    },
  )

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
