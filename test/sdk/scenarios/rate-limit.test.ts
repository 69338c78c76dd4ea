import { describe, expect } from 'vitest'
import { RateLimitError } from '../../../sdk/index.ts'
import { apiKey, clock, onEveryCarrier } from '../../support/carriers.ts'

const ada = { externalId: 'POS-000001' }
const path = '/contacts/external-id/POS-000001'
const start = Date.parse(clock) / 1000

/** What an answer tells of the calls that are left. */
function told(headers: Readonly<Record<string, string | undefined>>) {
  const names = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after']
  return names.map((name) => headers[name])
}

onEveryCarrier((test) => {
  test('without a limit no answer tells of one', async ({ connectif, send }) => {
    const { rateLimit } = await connectif.contacts.upsert(ada, {}).withResponse()

    expect(rateLimit).toBeUndefined()
    expect(told((await send('GET', path)).headers)).toEqual(Array(4).fill(undefined))
  })

  describe('as documented', () => {
    test.override('options', { rateLimit: 'documented' })

    test('every answer of a known key tells what is left, and the time', async ({ send }) => {
      const answers = [
        await send('PATCH', path, { body: {} }),
        await send('GET', path),
        await send('GET', '/contacts/external-id/none'),
        await send('PATCH', path, { body: { nonsense: 1 } }),
        await send('PATCH', path, { body: '{' }),
        await send('PATCH', path, { body: {}, headers: { 'content-type': 'text/plain' } }),
        await send('GET', `/contacts/external-id/${'x'.repeat(51)}`),
        await send('DELETE', path),
      ]

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 422, 400, 415, 400, 204])
      for (const [at, { headers }] of answers.entries()) {
        expect(told(headers)).toEqual(['100', String(99 - at), String(start + 60), undefined])
        expect(headers.date).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
      }
    })

    test('call 101 of a minute is a 429 without a body, and writes nothing', {
      timeout: 30_000,
    }, async ({ send, mock }) => {
      const calls = Array.from({ length: 100 }, () => send('PATCH', path, { body: {} }))
      const taken = await Promise.all(calls)

      const refused = await send('PATCH', path, { body: { _name: 'Eve' } })

      expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([200]))
      expect([refused.status, refused.body]).toEqual([429, ''])
      expect(refused.headers['x-connectif-mock-rule']).toBe('rate-limit')
      expect(told(refused.headers)).toEqual(['100', '0', String(start + 60), undefined])
      expect(mock.contacts.all()).not.toMatchObject([{ _name: 'Eve' }])
    })

    test('a key that is refused, and a path that is none, are not counted', async ({ send }) => {
      const unknown = await send('GET', path, { headers: { authorization: 'Bearer x' } })
      const nowhere = await send('GET', '/nowhere')

      expect([unknown.status, nowhere.status]).toEqual([401, 404])
      expect([told(unknown.headers)[0], told(nowhere.headers)[0]]).toEqual([undefined, undefined])
      expect(told((await send('DELETE', path)).headers)[1]).toBe('99')
    })
  })

  describe('of two calls a minute', () => {
    test.override('options', { rateLimit: { limit: 2 } })

    test('the next minute begins when the clock says so', async ({ client, mock }) => {
      const connectif = client({ pacing: false })
      await connectif.contacts.upsert(ada, {})
      mock.clock.advance({ seconds: 30 })
      const second = await connectif.contacts.get(ada).withResponse()
      mock.clock.advance({ seconds: 29, milliseconds: 999 })

      const third = connectif.contacts.get(ada)

      expect(second.rateLimit).toEqual({
        limit: 2,
        remaining: 0,
        resetAt: new Date('2026-01-01T00:01:00Z'),
      })
      await expect(third).rejects.toBeInstanceOf(RateLimitError)
      mock.clock.advance({ milliseconds: 1 })
      expect((await connectif.contacts.get(ada).withResponse()).rateLimit).toEqual({
        limit: 2,
        remaining: 1,
        resetAt: new Date('2026-01-01T00:02:00Z'),
      })
    })

    test('an error tells how long the minute still is, by the clock of the twin', async ({
      client,
      mock,
    }) => {
      const connectif = client({ pacing: false })
      mock.clock.set('2031-05-01T12:00:00Z')
      for (let calls = 0; calls < 2; calls++) await connectif.contacts.upsert(ada, {})
      mock.clock.advance({ seconds: 18 })

      await expect(connectif.contacts.get(ada)).rejects.toMatchObject({
        name: 'RateLimitError',
        status: 429,
        rule: 'rate-limit',
        body: undefined,
        retryAfterMs: 42_000,
        rateLimit: { limit: 2, remaining: 0, resetAt: new Date('2031-05-01T12:01:00Z') },
      })
    })

    test('each key has its own', async ({ client }) => {
      const connectif = client({ pacing: false })
      for (let calls = 0; calls < 2; calls++) await connectif.contacts.upsert(ada, {})

      const other = await client({ apiKey: 'other:1' }).contacts.upsert(ada, {}).withResponse()

      await expect(connectif.contacts.get(ada)).rejects.toBeInstanceOf(RateLimitError)
      expect(other.rateLimit?.remaining).toBe(1)
    })
  })

  describe('of a declared account', () => {
    const scopes = ['contacts:read', 'contacts:write'] as const
    test.override('options', {
      rateLimit: { limit: 1, windowSeconds: 10, retryAfter: true },
      accounts: { main: { keys: { [apiKey]: scopes, 'till:secret': scopes } } },
    })

    test('keys are counted apart, and Retry-After is sent where it is asked for', async ({
      send,
      mock,
    }) => {
      const till = { authorization: 'apiKey till:secret' }
      await send('PATCH', path, { body: {} })
      mock.clock.advance({ seconds: 3 })

      const refused = await send('GET', path)

      expect(told(refused.headers)).toEqual(['1', '0', String(start + 10), '7'])
      expect((await send('GET', path, { headers: till })).status).toBe(200)
    })

    test('a call whose scope is missing is not counted', async ({ send }) => {
      const refused = await send('DELETE', path)

      expect(refused.status).toBe(403)
      expect((await send('PATCH', path, { body: {} })).status).toBe(200)
    })
  })
})
