import { expect } from 'vitest'
import { onEveryCarrier } from '../../support/carriers.ts'

const path = '/contacts/external-id/42'
const key = ['authorization', 'apiKey test:secret'] as const
const json = ['content-type', 'application/json'] as const

onEveryCarrier((test) => {
  test.for([
    ['no key', { authorization: null }],
    ['an empty key', { authorization: '' }],
    ['another scheme', { authorization: 'Bearer test:secret' }],
    ['the scheme in lower case', { authorization: 'apikey test:secret' }],
    ['no secret', { authorization: 'apiKey test:' }],
    ['no colon', { authorization: 'apiKey test' }],
    ['two spaces', { authorization: 'apiKey  test:secret' }],
    ['a space in the secret', { authorization: 'apiKey test:sec ret' }],
    ['Latin letters', { authorization: 'apiKey test:secr\u00e9t' }],
  ] as const)('%s is a 401 without a body', async ([, headers], { send, mock }) => {
    const answer = await send('PATCH', path, { headers, body: {} })

    expect([answer.status, answer.body]).toEqual([401, ''])
    expect(answer.headers['x-connectif-mock-rule']).toBe('key')
    expect(mock.contacts.count).toBe(0)
  })

  test.for([
    ['the same key', 'apiKey test:secret'],
    ['another key', 'apiKey other:secret'],
  ] as const)('a second Authorization with %s is a 401', async ([, second], { send, mock }) => {
    const headers = [key, ['authorization', second] as const, json]
    const answer = await send('PATCH', path, { headers, body: '{}' })

    expect(answer.status).toBe(401)
    expect(mock.contacts.count).toBe(0)
  })

  test.for([null, 'text/plain', 'text/json', 'application/x-www-form-urlencoded', 'json', ''])(
    'content type %j is a 415',
    async (type, { send, mock }) => {
      const answer = await send('PATCH', path, { headers: { 'content-type': type }, body: {} })

      expect(answer.status).toBe(415)
      expect(answer.headers['x-connectif-mock-rule']).toBe('content-type')
      expect(mock.contacts.count).toBe(0)
    },
  )

  test('a second content type is a 415', async ({ send }) => {
    const headers = [key, ['content-type', 'text/plain'] as const, json]

    expect((await send('PATCH', path, { headers, body: '{}' })).status).toBe(415)
  })

  test.for(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/ld+json'])(
    'content type %s passes',
    async (type, { send }) => {
      const answer = await send('PATCH', path, { headers: { 'content-type': type }, body: {} })

      expect(answer.status).toBe(200)
    },
  )

  test('a call without a body needs no content type', async ({ send }) => {
    const answer = await send('DELETE', path, { headers: { 'content-type': null } })

    expect(answer.status).toBe(204)
  })
})
