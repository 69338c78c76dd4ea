import { describe, expect } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import type { MockOptions } from '../../mock/index.ts'
import { test as base } from './steer.ts'

const ada = '/contacts/email/ada@example.com'
const seed = { contacts: [aContact({ _externalId: undefined }), aContact({ _email: undefined })] }

const keys = { 'k1:s3cr3t': ['contacts:read'], 'k2:s3cr3t': [] } as const
const limited = { rateLimit: { limit: 1 }, accounts: { test: { keys, seed, blocked: true } } }

const test = base.extend<{ mockOptions: MockOptions; open: undefined }>({
  mockOptions: { seed },
  open: [
    async ({ mock, mockOptions }, use) => {
      if (!mockOptions.accounts) mock.account('test:s3cr3t')
      await use(undefined)
    },
    { auto: true },
  ],
})

describe('a call by hand', () => {
  test('is answered by the API, without a key', async ({ steer, mock }) => {
    const body = { method: 'PATCH', path: ada, body: { _externalId: 'NEW-1' } }

    const { status, json } = await steer('POST accounts/test/call', body)

    expect(status).toBe(200)
    expect(json).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.parse(JSON.stringify(mock.contacts.find({ externalId: 'NEW-1' }))),
    })
  })

  test('is refused by the rules of the API, which are told', async ({ steer, mock }) => {
    const before = mock.snapshot()
    const body = { method: 'PATCH', path: ada, body: { _externalId: 'POS-000001' } }

    const { status, json } = await steer('POST accounts/test/call', body)

    expect(status).toBe(200)
    expect(json).toMatchObject({
      status: 422,
      body: { validationErrors: [{ path: '_externalId' }] },
      rule: {
        id: 'external-id-unique',
        sentence: 'Two contacts cannot have the same External ID.',
        grade: 'documented',
        source: expect.stringMatching(/^https:/),
      },
    })
    expect(mock.diff(before).contacts).toEqual({ created: [], updated: [], deleted: [] })
  })

  test('is in the journal as one by hand', async ({ steer, call, mock }) => {
    await call(`GET ${ada}`)
    await steer('POST accounts/test/call', { method: 'delete', path: `${ada}?a=b` })
    await steer('POST accounts/test/call', { method: 'GET', path: '/none' })

    expect(mock.journal.calls()).toMatchObject([
      { method: 'GET', byHand: false },
      { method: 'DELETE', path: `${ada}?a=b`, account: 'test', status: 204, byHand: true },
      { method: 'GET', account: 'test', operation: undefined, status: 404, byHand: true },
    ])
    expect(mock.journal.calls({ byHand: true })).toHaveLength(2)
    expect(mock.contacts.count).toBe(1)
  })

  describe('where keys have limits, and the account is blocked', () => {
    test.override('mockOptions', limited)

    test('meets neither them nor faults, and uses up none of them', async ({ steer, mock }) => {
      mock.faults.add({ kind: 'status', status: 503, times: Infinity })
      const body = { method: 'PATCH', path: ada, body: { _points: 1 } }

      for (const _ of [1, 2, 3]) {
        const { json } = await steer('POST accounts/test/call', body)
        expect([json.status, json.headers]).toEqual([200, { 'content-type': 'application/json' }])
      }

      const left = { account: 'test', on: true, limit: 1, remaining: 1, reset: null }
      expect(mock.faults.list()).toMatchObject([{ hits: 0 }])
      expect((await steer('GET limits')).json.limits).toEqual([
        { key: 'k1', ...left },
        { key: 'k2', ...left },
      ])
    })
  })

  test.for([
    ['no JSON at all', { body: '{' }, 400, 'body-shape'],
    ['another content type', { body: '{}', headers: { 'Content-Type': 'text/plain' } }, 415],
    ['a key that is not known', { body: { nobody: 1 } }, 422, 'field-known'],
    ['null', { body: null }, 422, 'body-shape'],
    ['nothing', {}, 415],
  ] as const)(
    'brings %s to the API',
    async ([, parts, status, rule = 'content-type'], { steer }) => {
      const { json } = await steer('POST accounts/test/call', {
        method: 'PATCH',
        path: ada,
        ...parts,
      })

      expect([json.status, json.rule?.id]).toEqual([status, rule])
    },
  )

  test('has no body where the API answers without one', async ({ steer }) => {
    const head = await steer('POST accounts/test/call', { method: 'HEAD', path: ada })
    const options = await steer('POST accounts/test/call', { method: 'OPTIONS', path: ada })

    expect([head.json.status, head.json.body]).toEqual([200, null])
    expect([options.json.status, options.json.headers.allow]).toEqual([
      204,
      'GET, PATCH, DELETE, HEAD, OPTIONS',
    ])
  })

  test('leads to no file and to nothing that steers', async ({ steer }) => {
    for (const path of ['/__twin/reset', '/__files/1/export-1.zip', '//', '/../__twin/reset']) {
      const { json } = await steer('POST accounts/test/call', { method: 'POST', path })
      expect([path, json.status]).toEqual([path, 404])
    }
  })

  test.for([
    [{ path: '/a' }, 'method must be text'],
    [{ method: 'GET' }, 'path must be text'],
    [{ method: 'GET', path: 'contacts' }, 'path must start with a slash'],
    [{ method: 'GET', path: 'http://evil.example/' }, 'path must start with a slash'],
    [{ method: 'GET', path: '/a', key: 'test:s3cr3t' }, 'the body can have: method, path'],
    [{ method: 'GET', path: '/a', headers: { Authorization: 'x' } }, 'no key is needed here'],
    [{ method: 'GET', path: '/a', headers: { a: 1 } }, 'the header a must be text'],
    [{ method: 'GET', path: '/a', headers: [] }, 'headers must be a JSON object'],
    [[], 'the body must be a JSON object'],
  ] as const)('is refused as %j', async ([body, words], { steer, mock }) => {
    const { status, json } = await steer('POST accounts/test/call', body)

    expect([status, json.error]).toEqual([422, expect.stringContaining(words)])
    expect(mock.journal.count).toBe(0)
  })

  test('opens no account', async ({ steer }) => {
    const { status } = await steer('POST accounts/none/call', { method: 'GET', path: ada })

    expect([status, (await steer('GET state')).json.accounts.length]).toEqual([404, 1])
  })
})
