import { describe, expect } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { test } from './steer.ts'

describe('the overview', () => {
  test('counts contacts by what identifies them, by day, up to today', async ({
    steer,
    mock,
    call,
  }) => {
    await call('PATCH /contacts/external-id/1', {})
    await call('PATCH /contacts/email/a@example.com', {})
    mock.clock.advance({ days: 2 })
    mock.tracking.web().pageView({ trackerId: 't' })
    await call('PATCH /contacts/external-id/2', { _email: 'b@example.com' })
    mock.clock.advance({ days: 1 })

    const { json } = await steer('GET accounts/test/overview')

    const none = { days: 1, externalId: 0, emailOnly: 0, anonymous: 0 }
    expect(json.contacts).toEqual({
      total: 4,
      byKind: { externalId: 2, emailOnly: 1, anonymous: 1 },
    })
    expect(json.contactsOverTime).toEqual([
      { ...none, day: '2026-01-01', externalId: 1, emailOnly: 1 },
      { ...none, day: '2026-01-02' },
      { ...none, day: '2026-01-03', externalId: 1, anonymous: 1 },
      { ...none, day: '2026-01-04' },
    ])
  })

  test.for([
    [59, 60, 1],
    [60, 31, 2],
    [365, 53, 7],
    [20_000, 60, 334],
  ])(
    'after %d days has %d spans of %d days',
    async ([days, spans, length], { steer, mock, call }) => {
      await call('PATCH /contacts/external-id/1', {})
      mock.clock.advance({ days: days as number })
      await call('PATCH /contacts/external-id/2', {})

      const { contactsOverTime } = (await steer('GET accounts/test/overview')).json

      expect([contactsOverTime.length, contactsOverTime[0].days]).toEqual([spans, length])
      expect(contactsOverTime[0].externalId).toBe(1)
      expect(contactsOverTime.at(-1).externalId).toBe(1)
    },
  )

  test('of an empty account is empty', async ({ steer, call }) => {
    await call('GET /contacts/external-id/1')

    expect((await steer('GET accounts/test/overview')).json).toEqual({
      contacts: { total: 0, byKind: { externalId: 0, emailOnly: 0, anonymous: 0 } },
      contactsOverTime: [],
      calls: [{ operation: 'GET /contacts/external-id/{externalId}', status: 404, count: 1 }],
      purged: [],
    })
  })

  test('counts the calls of its account, by operation and status', async ({ steer, call }) => {
    for (const _ of [1, 2])
      await call('PATCH /contacts/external-id/1', aContact({ _externalId: undefined }))
    await call('GET /contacts/email/none@example.com')
    await call('GET /contacts/email/none@example.com', undefined, 'other:1')
    await steer('POST accounts/test/call', { method: 'GET', path: '/none' })

    expect((await steer('GET accounts/test/overview')).json.calls).toEqual([
      { operation: 'PATCH /contacts/external-id/{externalId}', status: 200, count: 2 },
      { operation: 'GET /contacts/email/{email}', status: 404, count: 1 },
      { operation: null, status: 404, count: 1 },
    ])
  })

  test('tells the last 50 that went by the clock, the latest first', async ({
    steer,
    mock,
    call,
  }) => {
    await call('GET /contacts/external-id/1')
    const web = mock.tracking.web()
    const ids = Array.from({ length: 60 }, (_, at) => {
      mock.clock.advance({ minutes: 1 })
      return web.pageView({ trackerId: `${at}` })
    })
    mock.clock.advance({ days: 90 })

    const { purged, contacts } = (await steer('GET accounts/test/overview')).json

    expect(purged.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed().slice(0, 50))
    expect(purged[0].at).toBe('2026-04-01T01:00:00.000Z')
    expect(contacts.total).toBe(0)
  })
})

describe('the limits', () => {
  test('say so when no calls are counted', async ({ steer, call }) => {
    await call('GET /contacts/external-id/1')

    expect((await steer('GET limits')).json.limits).toEqual([
      { key: 'test', account: 'test', on: false, limit: null, remaining: null, reset: null },
    ])
  })

  describe('where they are on', () => {
    test.override('mockOptions', { rateLimit: 'documented' as const })

    test('tell what each key has left, and begin no window', async ({ steer, mock, call }) => {
      mock.account('b:1')
      await call('GET /contacts/external-id/1')
      await call('GET /contacts/external-id/1')
      const first = await steer('GET limits')
      mock.clock.advance({ minutes: 1 })
      const second = await steer('GET limits')

      const b = { key: 'b', account: 'b', on: true, limit: 100, remaining: 100, reset: null }
      const own = { ...b, key: 'test', account: 'test' }
      const reset = Date.parse('2026-01-01T00:01:00Z') / 1000
      expect(first.json.limits).toEqual([b, { ...own, remaining: 98, reset }])
      expect(second.json.limits).toEqual([b, own])
    })
  })
})
