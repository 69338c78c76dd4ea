import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMock, type Mock } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

const view = (mock: Mock, trackerId: string) => mock.tracking.web().pageView({ trackerId })

describe('a clock that runs', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('purges at the exact moment, however late somebody looks', () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
    const mock = createMock()
    const id = view(mock, 't')

    vi.setSystemTime(new Date('2026-12-24T12:00:00Z'))

    expect(mock.contacts.count).toBe(0)
    const at = Date.parse('2026-04-01T00:00:00Z')
    expect(mock.activities()).toMatchObject([{ type: 'contact-purged', contactId: id, at }])
  })

  test('purges everybody when their own 90 days end, also where the machine goes back', () => {
    vi.useFakeTimers({ now: new Date('2026-06-01T00:00:00Z') })
    const mock = createMock()
    const [later, sooner] = ['2026-06-01', '2026-01-01'].map((day) => {
      vi.setSystemTime(new Date(day))
      return view(mock, day)
    })

    vi.setSystemTime(new Date('2026-06-01'))
    expect(mock.contacts.all().map(({ id }) => id)).toEqual([later])
    vi.setSystemTime(new Date('2026-12-24'))

    expect(mock.activities().map(({ contactId }) => contactId)).toEqual([sooner, later])
  })

  test('purges before a call is carried out', () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
    const mock = createMock()
    view(mock, 't')

    vi.setSystemTime(new Date('2026-12-24T12:00:00Z'))
    ask(mock, 'PATCH /contacts/external-id/42', {})

    expect(mock.activities().map(({ type }) => type)).toEqual(['contact-purged', 'contact-created'])
  })
})

test('time that passes at once purges as time that passes in steps', () => {
  const step = fc.record({
    days: fc.integer({ min: 0, max: 50 }),
    tracker: fc.constantFrom('1', '2', '3'),
  })
  const live = (steps: readonly { days: number; tracker: string }[], parts: number) => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
    for (const { days, tracker } of steps) {
      view(mock, tracker)
      for (let part = 0; part < parts; part++) mock.clock.advance({ days: days / parts })
    }
    mock.clock.advance({ days: 90 })
    return mock.activities()
  }

  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      expect(live(steps, 4)).toEqual(live(steps, 1))
    }),
    { numRuns: 100 },
  )
})
