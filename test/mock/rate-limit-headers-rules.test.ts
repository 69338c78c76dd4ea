import { describe, expect, test } from 'vitest'
import { createMock, type Mock, type MockOptions, type RateLimit } from '../../mock/index.ts'
import { ask, callOf } from '../support/ask.ts'

/** 1 January 2026, in Unix seconds. */
const start = 1_767_225_600
const line = 'PATCH /contacts/external-id/42'

function aTwin(rateLimit: 'documented' | RateLimit, more: MockOptions = {}) {
  return createMock({ clock: '2026-01-01T00:00:00Z', rateLimit, ...more })
}

/** The statuses of as many calls. */
function statuses(mock: Mock, count: number) {
  return Array.from({ length: count }, () => ask(mock, line, {}).status)
}

/** Limit, remaining and reset, as the answer to a call has them. */
function headersOf(mock: Mock, call = line) {
  const { headers } = ask(mock, call, call.startsWith('PATCH') ? {} : undefined)
  return ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`])
}

describe('the headers of the rate limit', () => {
  test('count down to none left, and name the end of the window in Unix seconds', () => {
    const mock = aTwin({ limit: 3 })

    const seen = [1, 2, 3, 4].map(() => headersOf(mock))

    const reset = String(start + 60)
    expect(seen).toEqual(['2', '1', '0', '0'].map((remaining) => ['3', remaining, reset]))
  })

  test('begin anew with a window, whose end is rounded up', () => {
    const mock = aTwin({ limit: 3 })
    headersOf(mock)
    mock.clock.advance({ minutes: 5, milliseconds: 1 })

    expect(headersOf(mock)).toEqual(['3', '2', String(start + 300 + 61)])
  })

  test.for([
    ['GET /contacts/external-id/none', 404],
    ['GET /contacts/email/ada', 400],
    ['PATCH /contacts/email/ada@example.com', 422],
    ['DELETE /contacts/email/nobody@example.com', 204],
    ['HEAD /contacts/email/ada@example.com', 404],
  ] as const)('are on the answer to %s, which counts, with %i', ([call, status]) => {
    const mock = aTwin({ limit: 3 })

    const reply = ask(mock, call, call.startsWith('PATCH') ? { nonsense: 1 } : undefined)

    expect(reply.status).toBe(status)
    expect(reply.headers).toMatchObject({
      'x-ratelimit-limit': '3',
      'x-ratelimit-remaining': '2',
      'x-ratelimit-reset': String(start + 60),
    })
  })

  test('are numbers on a 403 too, which takes no call', () => {
    const mock = aTwin({ limit: 3 }, { accounts: { main: { keys: { 'test:secret': [] } } } })

    expect(headersOf(mock)).toEqual(['3', '3', String(start + 60)])
  })

  test('are of the running window on a 403 after the last one', () => {
    const keys = { 'test:secret': ['contacts:write'] } as const
    const mock = aTwin({ limit: 3 }, { accounts: { main: { keys } } })
    statuses(mock, 3)
    mock.clock.advance({ seconds: 90 })

    expect(headersOf(mock, 'GET /contacts/external-id/42')).toEqual(['3', '3', String(start + 150)])
  })

  test('are on no answer without a key, and none is counted', () => {
    const mock = aTwin({ limit: 1 })

    for (const call of [line, line]) {
      const { status, headers } = ask(mock, call, {}, { headers: {} })
      expect(status).toBe(401)
      expect(headers).not.toHaveProperty('x-ratelimit-limit')
    }
    expect(statuses(mock, 1)).toEqual([200])
  })

  test.for(['GET /nothing', 'PUT /contacts/external-id/42', 'OPTIONS /contacts/external-id/42'])(
    '%s takes no call',
    (call) => {
      const mock = aTwin({ limit: 1 })

      mock.handle(callOf(call))

      expect(statuses(mock, 2)).toEqual([200, 429])
    },
  )
})

describe('Retry-After', () => {
  test.for([undefined, false])('is on no answer with retryAfter %s', (retryAfter) => {
    const mock = aTwin({ limit: 1, ...(retryAfter !== undefined && { retryAfter }) })
    statuses(mock, 1)

    const refused = ask(mock, line, {})

    expect(refused.status).toBe(429)
    expect(refused.headers).not.toHaveProperty('retry-after')
  })

  test.for([
    [0, '60'],
    [1, '60'],
    [1000, '59'],
    [59_000, '1'],
    [59_999, '1'],
  ] as const)('with the switch, %i ms into the window it is %s seconds', ([ms, seconds]) => {
    const mock = aTwin({ limit: 1, retryAfter: true })
    const taken = ask(mock, line, {})
    mock.clock.advance({ milliseconds: ms })

    const refused = ask(mock, line, {})

    expect(taken.headers).not.toHaveProperty('retry-after')
    expect(refused).toMatchObject({ status: 429, text: '', headers: { 'retry-after': seconds } })
  })
})
