import { describe, expect, test } from 'vitest'
import { aShop, found } from './clients.ts'

const get = 'GET /contacts/email/ada@example.com'
const rateLimit = { limit: 2 }

describe('a call while the limit is known to be used up', () => {
  test('is a finding, with the answer that told so', async () => {
    const { mock, ask } = aShop({ rateLimit })

    for (let at = 0; at < 4; at++) await ask(get)

    expect(found(mock)).toEqual([['limit-ignored', [2, 3, 4]]])
  })

  test('is none once the time is over by the twin', async () => {
    const { mock, ask } = aShop({ rateLimit })

    await ask(get)
    await ask(get)
    mock.clock.advance({ seconds: 60 })
    await ask(get)

    expect(found(mock)).toEqual([])
  })

  test('a little before its time is a finding', async () => {
    const { mock, ask } = aShop({ rateLimit })

    await ask(get)
    await ask(get)
    mock.clock.advance({ seconds: 58 })
    await ask(get)

    expect(found(mock)).toEqual([['limit-ignored', [2, 3]]])
  })

  test('is none where it was sent before the answer came', async () => {
    const { mock, ask } = aShop({ rateLimit })

    await Promise.all([ask(get), ask(get), ask(get), ask(get)])

    expect(found(mock)).toEqual([])
    expect(mock.journal.calls({ status: 429 })).toHaveLength(2)
  })

  test('is none where the answer was lost', async () => {
    const { mock, ask } = aShop({ rateLimit: { limit: 1 } })
    mock.faults.add({ kind: 'lost-reply' })

    await ask(get)
    await ask(get)

    expect(found(mock)).toEqual([])
  })

  test('counts for its key alone', async () => {
    const scopes = ['contacts:read'] as const
    const shop = { keys: { 'a:1': scopes, 'b:1': scopes } }
    const { mock, ask } = aShop({ rateLimit: { limit: 1 }, accounts: { shop } })

    await ask(get, undefined, { key: 'a:1' })
    await ask(get, undefined, { key: 'b:1' })
    expect(found(mock)).toEqual([])

    await ask(get, undefined, { key: 'a:1' })
    expect(found(mock)).toEqual([['limit-ignored', [1, 3]]])
  })

  test.for([
    ['after a 429 that asks for a minute', { 'retry-after': '60' }, 1],
    [
      'after a 429 that asks for a moment, by a date',
      { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' },
      1,
    ],
    ['after a 429 that asks for nothing', {}, 0],
  ] as const)('%s', async ([, headers, findings]) => {
    const { mock, ask } = aShop()
    mock.faults.add({ kind: 'status', status: 429, headers })

    await ask(get)
    await ask(get)

    expect(found(mock)).toHaveLength(findings)
  })
})
