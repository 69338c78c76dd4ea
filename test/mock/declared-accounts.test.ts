import { describe, expect, test } from 'vitest'
import { aContact, aProduct } from '../../mock/builders/samples.ts'
import { routes } from '../../mock/generated/routes.ts'
import { createMock, type DeclaredAccountOptions, type Scope } from '../../mock/index.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const seed = { contacts: [aContact()], products: [aProduct()] }
const get = 'GET /contacts/external-id/POS-000001'
const patch = 'PATCH /contacts/external-id/POS-000001'
const all = [...new Set(routes.map(({ scope }) => scope as Scope))]
const { productId, ...product } = aProduct()

describe('declared accounts', () => {
  test('open by their keys alone; every other key is answered with 401', () => {
    const { send } = aTwinToSendTo({ seed, accounts: { main: { keys: { 'a:1': all } } } })

    const statuses = ['a:1', 'a:2', 'b:1', 'A:1', 'a:', 'a:1 '].map(
      (key) => send(get, {}, key).status,
    )

    expect(statuses).toEqual([200, 401, 401, 401, 401, 401])
  })

  test('are shared by their keys, and by no other account’s', () => {
    const accounts = { main: { keys: { 'a:1': all, 'a:2': all } }, other: { keys: { 'b:1': all } } }
    const { mock, send } = aTwinToSendTo({ seed, accounts })

    send(patch, { _points: 7 }, 'a:1')

    const points = ['a:1', 'a:2', 'b:1'].map((key) => mock.account(key).contacts.all()[0]?._points)
    expect(points).toEqual([7, 7, 120])
  })

  test('are known in the journal by their names', () => {
    const { mock, send } = aTwinToSendTo({ accounts: { 'my shop': { keys: { 'a:1': all } } } })

    send(get, undefined, 'a:1')
    send(get, undefined, 'b:1')

    expect(mock.journal.calls().map(({ account }) => account)).toEqual(['my shop', undefined])
  })

  test('take what they leave out from the twin', () => {
    const accounts = {
      own: { keys: { 'a:1': all }, seed: {}, domains: ['own.example'] },
      shared: { keys: { 'b:1': all } },
    }
    const { mock, send } = aTwinToSendTo({ seed, domains: ['shop.example'], accounts })
    const line = `PATCH /products/product-id/${productId}`
    const elsewhere = { ...product, productDetailUrl: 'https://own.example/p' }

    const counts = ['a:1', 'b:1'].map((key) => mock.account(key).contacts.count)
    const statuses = ['a:1', 'b:1'].flatMap((key) => [
      send(line, product, key).status,
      send(line, elsewhere, key).status,
    ])

    expect(counts).toEqual([0, 1])
    expect(statuses).toEqual([400, 200, 200, 400])
  })

  test('have a seed each; the Error of one that breaks a rule names the rule', () => {
    const accounts = { main: { keys: {}, seed: { contacts: [aContact({ nonsense: 1 })] } } }

    expect(() => createMock({ accounts })).toThrow('contacts[0] of the seed breaks the rule')
  })

  test('that are blocked are answered with 403, whatever the key may do', () => {
    const accounts = { main: { keys: { 'a:1': all }, blocked: true } }
    const { mock, send } = aTwinToSendTo({ seed, accounts })

    const { status, body } = send(patch, { _points: 7 }, 'a:1')

    expect([status, JSON.parse(body).detail]).toEqual([403, 'The account is blocked.'])
    expect(mock.contacts.all()[0]?._points).toBe(120)
  })

  test('count calls for each key of its own', () => {
    const accounts = { main: { keys: { 'a:1': all, 'a:2': all } } }
    const { send } = aTwinToSendTo({ seed, accounts, rateLimit: { limit: 1 } })

    const statuses = ['a:1', 'a:1', 'a:2', 'a:2'].map((key) => send(get, undefined, key).status)

    expect(statuses).toEqual([200, 429, 200, 429])
  })
})

describe('a key', () => {
  test.for(routes.map(({ key, scope }) => [key, scope as Scope] as const))(
    'may do %s by the scope %s, and by no other',
    ([operation, scope]) => {
      const keys = { 'only:1': [scope], 'others:1': all.filter((one) => one !== scope) }
      const { mock, send } = aTwinToSendTo({ seed, accounts: { main: { keys } } })
      const line = operation.replace(/\{\w+\}/g, 'x')
      const before = JSON.stringify(mock.snapshot())

      const refused = send(line, {}, 'others:1')
      expect(JSON.stringify(mock.snapshot())).toBe(before)
      const allowed = send(line, {}, 'only:1')

      expect(refused).toMatchObject({
        status: 403,
        headers: { 'x-connectif-mock-rule': 'scope' },
      })
      expect(JSON.parse(refused.body).detail).toContain(scope)
      expect(allowed.status).not.toBe(403)
    },
  )

  test('without scopes may do nothing', () => {
    const { send } = aTwinToSendTo({ seed, accounts: { main: { keys: { 'a:1': [] } } } })

    expect([get, patch].map((line) => send(line, {}, 'a:1').status)).toEqual([403, 403])
  })

  test('that is not declared is an Error, where a test asks for its account', () => {
    const mock = createMock({ accounts: { main: { keys: { 'a:s3cr3t': all } } } })

    expect(() => mock.account('a:2')).toThrow('no declared account has this API key')
    expect(() => mock.account('a:2')).not.toThrow('s3cr3t')
  })
})

describe('a declaration that makes no sense is an Error', () => {
  const declaring = (accounts: unknown) => () =>
    createMock({ accounts: accounts as Record<string, DeclaredAccountOptions> })

  test.for([
    ['no account', {}, /account/],
    ['a key without secret', { main: { keys: { id: all } } }, /keyId:keySecret/],
    ['a key with a space', { main: { keys: { 'i d:1': all } } }, /keyId:keySecret/],
    ['an unknown scope', { main: { keys: { 'a:1': ['contacts:all'] } } }, /contacts:all/],
    ['a scope that is text', { main: { keys: { 'a:1': 'contacts:read' } } }, /scope/],
    ['a key of two accounts', { a: { keys: { 'a:1': all } }, b: { keys: { 'a:1': all } } }, /key/],
    ['no keys', { main: {} }, /keys/],
    ['null', { main: null }, /main|account/],
    ['a switch of its own', { main: { keys: { 'a:1': all }, behaviors: {} } }, /behaviors/],
  ] as const)('%s', ([, accounts, words]) => {
    expect(declaring(accounts)).toThrow(words)
    expect(declaring(accounts)).not.toThrow(TypeError)
  })

  test('and its message has no secret', () => {
    const accounts = {
      main: { keys: { 'a:s3cr3t': ['all'] } },
      other: { keys: { 'a s3cr3t': [] } },
    }

    for (const name of ['main', 'other'] as const) {
      expect(declaring({ [name]: accounts[name] })).toThrow(/^(?!.*s3cr3t)/s)
    }
  })
})
