import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock } from '../../mock/index.ts'
import { Activities } from '../../mock/state/activities.ts'
import { ask, callOf } from '../support/ask.ts'

const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }

function askAs(key: string, mock: Mock, line: string, body?: unknown) {
  const headers = { authorization: `apiKey ${key}`, 'content-type': 'application/json' }
  return mock.handle(callOf(line, body, { headers }))
}

describe('accounts', () => {
  test('each key has its own, opened from the seed', () => {
    const mock = createMock({ seed })

    askAs('a:1', mock, 'PATCH /contacts/email/ada@example.com', { _points: 1 })
    askAs('b:2', mock, 'DELETE /contacts/email/ada@example.com')
    askAs('c:3', mock, 'POST /purchases/', aPurchase({ purchaseId: 'T-2' }))

    const [a, b, c, d] = ['a:1', 'b:2', 'c:3', 'd:4'].map((key) => mock.account(key))
    const points = (account = a) => account?.contacts.find({ email: 'ada@example.com' })?._points
    expect([points(a), points(b), points(c), points(d)]).toEqual([1, undefined, 120, 120])
    expect([a, b, c, d].map((account) => account?.purchases.count)).toEqual([1, 1, 2, 1])
    expect(b?.purchases.all()[0]).not.toHaveProperty('contactId')
    expect(a?.purchases.all()[0]).toHaveProperty('contactId')
  })

  test('the key id alone does not make an account, the secret counts', () => {
    const mock = createMock({ seed })

    askAs('a:1', mock, 'DELETE /contacts/email/ada@example.com')

    expect(mock.account('a:2').contacts.count).toBe(1)
  })

  test('an account that is looked at first is the one that calls reach later', () => {
    const mock = createMock()
    const account = mock.account('a:1')

    askAs('a:1', mock, 'PATCH /contacts/external-id/42', {})

    expect(account.contacts.find({ externalId: '42' })).toBeDefined()
  })

  test('activities are those of the account', () => {
    const mock = createMock({ seed })
    const typesOf = (key: string) =>
      mock
        .account(key)
        .activities()
        .map(({ type }) => type)

    askAs('a:1', mock, 'POST /purchases/', aPurchase({ purchaseId: 'T-2' }))
    askAs('b:2', mock, 'GET /contacts/external-id/POS-000001')

    expect(typesOf('a:1')).toEqual(['contact-created', 'purchase', 'purchase'])
    expect(typesOf('b:2')).toEqual(['contact-created', 'purchase'])
  })

  test('activities are also those of one contact', () => {
    const mock = createMock()
    const [ada, bob] = ['ada', 'bob'].map((name) => {
      return String(ask(mock, `PATCH /contacts/external-id/${name}`, {}).json?.id)
    })
    ask(mock, 'PATCH /contacts/external-id/bob', { _points: 1 })

    expect(mock.activities(ada).map(({ type }) => type)).toEqual(['contact-created'])
    expect(mock.activities(bob).map(({ type }) => type)).toEqual([
      'contact-created',
      'contact-updated',
    ])
    expect(mock.activities('none')).toEqual([])
  })

  test('before any call the twin shows the seed, after calls of one key its account', () => {
    const mock = createMock({ seed })

    expect(mock.contacts.count).toBe(1)
    askAs('a:1', mock, 'PATCH /contacts/external-id/42', {})
    expect(mock.contacts.count).toBe(2)
    expect(mock.products.find({ productId: 'BOOT-0001' })?.unitPrice).toBe(189.95)
    expect(mock.products.find({ productId: 'none' })).toBeUndefined()
  })

  test('what happens before any call is in the account of the first key, and of no other', () => {
    const mock = createMock({ seed })
    const id = mock.tracking.web().pageView({ trackerId: 't' })

    askAs('a:1', mock, 'GET /contacts/external-id/POS-000001')

    expect(mock.contacts.find({ id })).toMatchObject({ _isAnonymous: true })
    expect(mock.account('a:1').contacts.count).toBe(2)
    expect(mock.account('b:2').contacts.count).toBe(1)
  })

  test('with accounts of several keys open, the twin asks which is meant', () => {
    const mock = createMock()
    for (const key of ['a:1', 'b:2']) askAs(key, mock, 'GET /contacts/external-id/42')

    expect(() => mock.contacts.all()).toThrow(
      'several accounts are open: say which, by mock.account(apiKey)',
    )
    expect(() => mock.tracking.web().pageView({ trackerId: 't' })).toThrow('say which')
  })

  test('a call without a good key opens no account', () => {
    const mock = createMock()
    for (const key of ['a:1', 'bad']) askAs(key, mock, 'GET /contacts/external-id/42')

    expect(mock.contacts.count).toBe(0)
    expect(Object.keys(mock.snapshot().accounts)).toEqual(['a'])
  })

  test('reset starts every key from the seed again', () => {
    const mock = createMock({ seed })
    askAs('a:1', mock, 'DELETE /contacts/email/ada@example.com')
    askAs('b:2', mock, 'PATCH /contacts/external-id/42', {})

    mock.reset()

    expect(mock.contacts.all()).toMatchObject([{ _email: 'ada@example.com' }])
    expect(mock.account('a:1').contacts.count).toBe(1)
  })

  test('what a test is given is a copy: changing it changes no account', () => {
    const mock = createMock({ seed })

    Object.assign(mock.contacts.all()[0] as object, { _name: 'Eve' })

    expect(mock.contacts.find({ externalId: 'POS-000001' })?._name).toBe('Ada')
  })
})

test('a copy of the activity log and its original do not see each other’s changes', () => {
  const activity = { type: 'purchase', at: 0, contactId: 'c', origin: 'api', subject: 'p' } as const
  const log = new Activities()
  log.record(activity)

  const copy = new Activities(log)
  copy.record({ ...activity, subject: 'q' })
  log.forget('p')

  expect(log.of('c')).toEqual([])
  expect(copy.of('c').map(({ subject }) => subject)).toEqual(['p', 'q'])
  copy.forget('c')
  expect(copy.of('c')).toEqual([])
})
