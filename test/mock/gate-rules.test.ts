import { describe, expect, test } from 'vitest'
import { aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { accountsOf } from '../../mock/options.ts'
import {
  bodyMustBeJson,
  bodyMustBeSmall,
  keyMustOpenAnAccount,
  pathMustDecode,
  shapeMustFit,
  typeMustBeJson,
} from '../../mock/rules/gate.ts'
import { refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

describe('key', () => {
  test.for(['id:secret', 'i:s', 'id:se:cr:et', '!~:!~'])(
    '%j passes, and opens an account',
    (key) => {
      const accounts = accountsOf({}, Date.now)

      const access = keyMustOpenAnAccount(accounts, `apiKey ${key}`)

      expect(access).toBe(accounts.access(key))
    },
  )

  test.for([
    undefined,
    '',
    'apiKey',
    'apiKey ',
    'apiKey id',
    'apiKey id:',
    'apiKey :secret',
    'apiKey  id:secret',
    'apikey id:secret',
    'Bearer id:secret',
    'id:secret',
    'apiKey id:sec ret',
    'apiKey id:secret\n',
    'apiKey ïd:secret',
    'apiKey id:secret, apiKey id:secret',
  ])('%j is refused', (key) => {
    expect(refusalOf(() => keyMustOpenAnAccount(accountsOf({}, Date.now), key))).toEqual({
      status: 401,
      rule: 'key',
    })
  })
})

describe('content-type', () => {
  test.for([
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/json;charset=utf-8',
    ' application/json ',
    'application/merge-patch+json',
  ])('%j passes', (type) => {
    expect(refusalOf(() => typeMustBeJson(type))).toBeUndefined()
  })

  test.for([undefined, '', 'text/plain', 'application/jsonp', 'text/plain; application/json'])(
    '%j is refused',
    (type) => {
      expect(refusalOf(() => typeMustBeJson(type))).toMatchObject({
        status: 415,
        rule: 'content-type',
      })
    },
  )
})

describe('body-size', () => {
  test('an oversized body is refused, another passes', () => {
    expect(refusalOf(() => bodyMustBeSmall(false))).toBeUndefined()
    expect(refusalOf(() => bodyMustBeSmall(true))).toMatchObject({
      status: 413,
      rule: 'body-size',
      detail: 'The body is larger than 50000000 bytes.',
    })
  })
})

describe('body-shape', () => {
  test.for(['{}', '[]', 'null', '"a"', '1'])('%s is JSON', (text) => {
    expect(bodyMustBeJson(text)).toEqual(JSON.parse(text))
  })

  test.for([
    [undefined, 'The body is empty.'],
    ['', 'The body is empty.'],
    ['{', 'The body is not valid JSON.'],
    ["{'a':1}", 'The body is not valid JSON.'],
    ['_name=Ada', 'The body is not valid JSON.'],
    ['[1,]', 'The body is not valid JSON.'],
  ] as const)('%j is refused: %s', ([text, detail]) => {
    expect(refusalOf(() => bodyMustBeJson(text))).toMatchObject({
      status: 400,
      rule: 'body-shape',
      detail,
    })
  })

  test.for([
    ['arrays', 422, '[', ']'],
    ['objects', 422, '{"a":', '1}'],
    ['arrays, cut off', 400, '[', ''],
  ] as const)('a million levels of %s are refused with %i', ([, status, open, close]) => {
    const body = `${open.repeat(1_000_000)}${close.slice(0, -1)}${close.slice(-1).repeat(1_000_000)}`

    const reply = ask(createMock(), 'PATCH /contacts/external-id/42', body)

    expect(reply).toMatchObject({ status, rule: close === '1}' ? 'field-known' : 'body-shape' })
  })

  test('a body that does not fit is a 422 with its fields, a path or query a 400', () => {
    const violations = [{ path: 'a', reason: 'is required' }]
    const refusal = (place: 'body' | 'query') => refusalOf(() => shapeMustFit(violations, place))

    expect(refusal('body')).toMatchObject({ status: 422, validationErrors: violations })
    expect(refusal('query')).toMatchObject({
      status: 400,
      rule: 'body-shape',
      detail: 'a in the query is required',
    })
  })

  test.for(['yes', '', '1', 'TRUE', 'true&triggerPurchaseEvent=false'])(
    'triggerPurchaseEvent=%s is refused with 400',
    (value) => {
      const reply = ask(createMock(), `POST /purchases/?triggerPurchaseEvent=${value}`, aPurchase())

      expect(reply).toMatchObject({ status: 400, rule: 'body-shape' })
    },
  )

  test.for(['42', 'g'.repeat(24), 'A'.repeat(24), '0'.repeat(25)])(
    '%s is no Connectif id, so it is refused with 400',
    (id) => {
      for (const line of [`GET /purchases/${id}`, `DELETE /products/${id}`]) {
        const reply = ask(createMock(), line)
        expect(reply).toMatchObject({ status: 400, rule: 'body-shape' })
        expect(reply.json?.detail).toBe('id in the path must be 24 hexadecimal characters')
      }
    },
  )
})

describe('path-encoding', () => {
  test.for([
    ['a', 'a'],
    ['a%2Fb', 'a/b'],
    ['%F0%9F%98%80', '😀'],
    ['%00', '\u0000'],
    ['a+b', 'a+b'],
  ] as const)('%s is %j', ([segment, value]) => {
    expect(pathMustDecode(segment)).toBe(value)
  })

  test.for(['%', '%E0%A4%A', '%zz', '%ff', '%C0%AF'])('%s is refused', (segment) => {
    expect(refusalOf(() => pathMustDecode(segment))).toMatchObject({
      status: 400,
      rule: 'path-encoding',
    })
  })
})
