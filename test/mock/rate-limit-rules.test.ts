import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions, type RateLimit } from '../../mock/index.ts'
import { quotaMustLast } from '../../mock/rules/rate-limit.ts'
import { Quota } from '../../mock/state/quota.ts'
import { refusalOf } from '../support/accounts.ts'
import { ask, callOf } from '../support/ask.ts'

const line = 'PATCH /contacts/external-id/42'

function aTwin(rateLimit: 'documented' | RateLimit, more: MockOptions = {}) {
  return createMock({ clock: '2026-01-01T00:00:00Z', rateLimit, ...more })
}

/** The statuses of as many calls. */
function statuses(mock: Mock, count: number, key = 'test:secret') {
  const headers = { authorization: `apiKey ${key}`, 'content-type': 'application/json' }
  return Array.from({ length: count }, () => ask(mock, line, {}, { headers }).status)
}

describe('rate-limit', () => {
  test('as many calls as the limit pass, the next one is refused', () => {
    const quota = new Quota({ limit: 2 })
    const refusals = [0, 0, 0].map(() => refusalOf(() => quotaMustLast(quota, 0)))

    expect(refusals).toEqual([undefined, undefined, { status: 429, rule: 'rate-limit' }])
  })

  test('a window ends to the millisecond, 60 seconds after its first call', () => {
    const quota = new Quota({ limit: 1 })
    const passes = (now: number) => refusalOf(() => quotaMustLast(quota, now)) === undefined

    expect([5, 5, 60_004, 60_005].map(passes)).toEqual([true, false, false, true])
    expect([60_006, 120_004, 120_005].map(passes)).toEqual([false, false, true])
  })

  test('a window may have another length, and begins anew with the first call after it', () => {
    const quota = new Quota({ limit: 1, windowSeconds: 0.5 })
    const passes = (now: number) => refusalOf(() => quotaMustLast(quota, now)) === undefined

    expect([0, 499, 700, 1199, 1200].map(passes)).toEqual([true, false, true, false, true])
  })

  test('without the option no call is counted', () => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z' })

    expect(new Set(statuses(mock, 500))).toEqual(new Set([200]))
    expect(Object.keys(ask(mock, line, {}).headers)).toEqual(['content-type', 'date'])
  })

  test('the documented limit is 100 calls in 60 seconds of the clock', () => {
    const mock = aTwin('documented')

    expect(statuses(mock, 101)).toEqual([...Array(100).fill(200), 429])
    mock.clock.advance({ milliseconds: 59_999 })
    expect(statuses(mock, 1)).toEqual([429])
    mock.clock.advance({ milliseconds: 1 })
    expect(statuses(mock, 101)).toEqual([...Array(100).fill(200), 429])
  })

  test('every key has calls of its own, also of one account', () => {
    const scopes = ['contacts:write'] as const
    const keys = { 'a:1': scopes, 'b:2': scopes }
    const declared = aTwin({ limit: 2 }, { accounts: { main: { keys } } })
    const undeclared = aTwin({ limit: 2 })

    for (const mock of [declared, undeclared]) {
      expect(statuses(mock, 3, 'a:1')).toEqual([200, 200, 429])
      expect(statuses(mock, 3, 'b:2')).toEqual([200, 200, 429])
    }
  })

  test('a refused call does nothing, and has no body', () => {
    const mock = aTwin({ limit: 1 }, { seed: { contacts: [aContact()] } })
    ask(mock, 'GET /contacts/email/ada@example.com')
    const before = mock.snapshot()

    const reply = ask(mock, 'PATCH /contacts/email/ada@example.com', { _points: 1 })

    expect(reply).toMatchObject({ status: 429, rule: 'rate-limit', text: '' })
    expect(reply.headers).not.toHaveProperty('content-type')
    expect(mock.snapshot()).toEqual(before)
  })

  test('with the option, a refused call has a body of the vendor’s kind', () => {
    const mock = aTwin({ limit: 1, body: 'http-error' })
    statuses(mock, 1)

    const { status, body } = mock.handle(callOf(line, {}))

    expect([status, JSON.parse(body)]).toEqual([
      429,
      { status: 429, title: 'Too Many Requests', detail: 'The key has no calls left.' },
    ])
  })

  test('a refused call does not lengthen the wait', () => {
    const mock = aTwin({ limit: 1 })
    statuses(mock, 1)
    mock.clock.advance({ seconds: 59 })
    statuses(mock, 10)

    mock.clock.advance({ seconds: 1 })

    expect(statuses(mock, 1)).toEqual([200])
  })

  test('reset gives every key all its calls back', () => {
    const mock = aTwin({ limit: 1 })
    statuses(mock, 2)

    mock.reset()

    expect(statuses(mock, 2)).toEqual([200, 429])
  })

  test('an answer tells the time of the twin, by which the reset can be waited for', () => {
    const mock = aTwin('documented')
    mock.clock.advance({ days: 31 })

    expect(ask(mock, line, {}).headers.date).toBe('Sun, 01 Feb 2026 00:00:00 GMT')
  })
})
