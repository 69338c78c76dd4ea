import { describe, expect, test } from 'vitest'
import { aShop, found } from './clients.ts'

const byId = 'PATCH /contacts/external-id/'

describe('an address', () => {
  test.for([
    ['encoded twice', `${byId}TPV%252012`],
    ['an email encoded twice', 'GET /contacts/email/ada%2540example.com'],
    ['with a raw slash', `${byId}TPV/12`],
    ['with a raw question mark', `${byId}K?1`],
    ['with a raw percent sign', `${byId}50%`],
  ])('%s is a finding', async ([, line = '']) => {
    const { mock, ask } = aShop()

    await ask(line, line.startsWith('PATCH') ? {} : undefined)

    expect(found(mock)).toEqual([['address-encoding', [1]]])
  })

  test.for([
    'ada@example.com',
    'ada%40example.com',
    'ada+news@example.com',
    'ada%2Bnews%40example.com',
    "o'neil@example.com",
  ])('%s is none', async (email) => {
    const { mock, ask } = aShop()

    await ask(`PATCH /contacts/email/${email}`, {})

    expect(mock.journal.calls()).toMatchObject([{ status: 200 }])
    expect(found(mock)).toEqual([])
  })

  test.for(['50%', 'a/b', 'ñ 1', 'a?b', '%', '%4', 'a%41', '100%!', '#', 'a+b', '%zz'])(
    'of the External ID %s, encoded once, is none',
    async (id) => {
      const { mock, ask } = aShop()

      await ask(byId + encodeURIComponent(id), {})

      expect(mock.journal.calls()).toMatchObject([{ status: 200, address: [id] }])
      expect(found(mock)).toEqual([])
    },
  )
})

describe('a content type', () => {
  test.for([null, 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded'])(
    '%s of JSON is a finding, one for each operation',
    async (contentType) => {
      const { mock, ask } = aShop()

      await ask(`${byId}1`, {}, { contentType })
      await ask(`${byId}2`, {}, { contentType })
      await ask('POST /purchases/', {}, { contentType })

      expect(found(mock)).toEqual([
        ['content-type', [1, 2]],
        ['content-type', [3]],
      ])
    },
  )

  test('is not needed where there is no body', async () => {
    const { mock, ask } = aShop()

    await ask('GET /contacts/email/ada@example.com', undefined, { contentType: null })
    await ask('DELETE /contacts/email/ada@example.com', undefined, { contentType: null })

    expect(found(mock)).toEqual([])
  })
})

describe('a key in the query', () => {
  const secret = 's3cr3t-of-the-key'
  const key = `test:${secret}`
  const path = 'GET /imports/'

  test.for([
    `api_key=${secret}`,
    `apiKey=${encodeURIComponent(key)}`,
    `k=${key}`,
    `k=${encodeURIComponent(key)}`,
    `x=${secret}`,
    secret,
    `page=1&a=apiKey+${key}`,
  ])('%s is a finding, and in neither verdict nor journal', async (query) => {
    const { mock, ask } = aShop()

    await ask(`${path}?${query}`, undefined, { key })

    expect(found(mock)).toEqual([['key-in-query', [1]]])
    expect(JSON.stringify([mock.verdict(), mock.journal.calls()])).not.toContain(secret)
  })

  test('in place of the header is a finding as well', async () => {
    const { mock, ask } = aShop()

    await ask(`${path}?id=${key}`, undefined, { key: null })

    expect(found(mock)).toEqual([['key-in-query', [1]]])
    expect(JSON.stringify(mock.journal.calls())).not.toContain(secret)
  })

  test('other queries are none', async () => {
    const { mock, ask } = aShop()

    await ask(`${path}?page=2&since=2026-01-01T00:00:00Z&test=1`, undefined, { key })

    expect(found(mock)).toEqual([])
  })
})
