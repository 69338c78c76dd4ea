import { describe, expect } from 'vitest'
import { clock as start, test } from './steer.ts'

describe('the clock', () => {
  test('tells the time', async ({ steer }) => {
    expect((await steer('GET clock')).json).toEqual({ now: start, frozen: true })
  })

  test('is advanced; the parts of the duration add up', async ({ steer, mock }) => {
    const duration = { days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 }

    const { json } = await steer('POST clock/advance', duration)

    expect(json).toEqual({ now: '2026-01-02T02:03:04.005Z', frozen: true })
    expect(mock.clock.now().toISOString()).toBe(json.now)
  })

  test('lets happen what falls due on the way', async ({ steer, mock }) => {
    await steer('POST tracking/web/page-view?account=test', { trackerId: 't' })

    await steer('POST clock/advance', { days: 90 })

    expect(mock.activities()).toMatchObject([{ type: 'contact-purged' }])
  })

  test.for([
    ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31T09:30:00.5+01:00', '2026-01-31T08:30:00.500Z'],
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ] as const)('is set to %s', async ([moment, now], { steer }) => {
    expect((await steer('POST clock/set', { now: moment })).json.now).toBe(now)
  })

  test('runs, and is frozen', async ({ steer, mock }) => {
    expect((await steer('POST clock/run')).json.frozen).toBe(false)
    expect(mock.clock.isFrozen).toBe(false)

    expect((await steer('POST clock/freeze')).json.frozen).toBe(true)
    expect(mock.clock.isFrozen).toBe(true)
  })

  test.for([
    ['advance', {}],
    ['advance', { days: '1' }],
    ['advance', { days: null }],
    ['advance', { days: -1 }],
    ['advance', { weeks: 1 }],
    ['advance', { days: 1e9 }],
    ['advance', []],
    ['set', {}],
    ['set', { now: 0 }],
    ['set', { now: '5' }],
    ['set', { now: '2026-13-01' }],
    ['set', { now: '2026-01-31T09:30:00' }],
    ['set', { now: '2025-12-31T23:59:59Z' }],
  ] as const)('is not moved by %s %j', async ([verb, body], { steer }) => {
    expect((await steer(`POST clock/${verb}`, body)).status).toBe(422)
    expect((await steer('GET clock')).json.now).toBe(start)
  })
})
