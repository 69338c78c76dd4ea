import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import type { Scope } from '../../mock/index.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const seed = { contacts: [aContact()] }
const get = 'GET /contacts/external-id/POS-000001'
const remove = 'DELETE /contacts/external-id/POS-000001'
const scopes: readonly Scope[] = ['contacts:read', 'contacts:write', 'contacts:delete']
const main = { main: { keys: { 'a:1': scopes, 'read:1': ['contacts:read'] as const } } }

describe('a snapshot of the accounts of several keys', () => {
  test('brings each back to its key', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    for (const key of ['a:1', 'a:2', 'b:1'])
      send('PATCH /contacts/external-id/x', { _name: key }, key)
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()))
    for (const key of ['a:1', 'a:2', 'b:1']) send('DELETE /contacts/external-id/x', undefined, key)

    mock.restore(snapshot)

    for (const key of ['a:1', 'a:2', 'b:1']) {
      expect(mock.account(key).contacts.find({ externalId: 'x' })?._name).toBe(key)
    }
  })

  test('closes that of a key which was opened later; the key starts from the seed', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    send(get, undefined, 'a:1')
    const snapshot = mock.snapshot()
    send(remove, undefined, 'b:2')

    mock.restore(snapshot)

    expect(mock.contacts.count).toBe(1)
    expect(send(get, undefined, 'b:2').status).toBe(200)
  })

  test('in another twin, the key of an account finds it, and other keys do not', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    send(remove, undefined, 'a:1')
    const other = aTwinToSendTo({ seed })

    other.mock.restore(JSON.parse(JSON.stringify(mock.snapshot())))

    expect(['a:1', 'b:1'].map((key) => other.send(get, undefined, key).status)).toEqual([404, 200])
  })
})

describe('a snapshot of declared accounts', () => {
  test('brings them back, and the scopes of their keys stay as declared', () => {
    const { mock, send } = aTwinToSendTo({ seed, accounts: main })
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()))
    send(remove, undefined, 'a:1')

    mock.restore(snapshot)

    expect(send(get, undefined, 'read:1').status).toBe(200)
    expect(send(remove, undefined, 'read:1').status).toBe(403)
    expect(send(get, undefined, 'b:1').status).toBe(401)
    expect(send(remove, undefined, 'a:1').status).toBe(204)
  })

  test('goes over to another twin that declares them, whatever its keys and its seed', () => {
    const { mock, send } = aTwinToSendTo({ seed, accounts: main })
    send('PATCH /contacts/external-id/2', {}, 'a:1')
    const other = aTwinToSendTo({ accounts: { main: { keys: { 'z:9': scopes } } } })

    other.mock.restore(mock.snapshot())

    expect(other.mock.contacts.all()).toEqual(mock.contacts.all())
    expect(other.send(get, undefined, 'z:9').status).toBe(200)
    expect(other.send(get, undefined, 'a:1').status).toBe(401)
  })

  test('that lacks one of them opens that one from its seed', () => {
    const { mock, send } = aTwinToSendTo({ seed, accounts: main })
    send(remove, undefined, 'a:1')
    const two = aTwinToSendTo({ seed, accounts: { ...main, other: { keys: { 'b:1': scopes } } } })
    two.send(remove, undefined, 'b:1')

    two.mock.restore(mock.snapshot())

    expect(two.mock.account('a:1').contacts.count).toBe(0)
    expect(two.mock.account('b:1').contacts.count).toBe(1)
  })

  test('is refused by a twin that declares none of its names, and nothing changes', () => {
    const { mock } = aTwinToSendTo({ seed, accounts: main })
    const other = aTwinToSendTo({ seed, accounts: { other: { keys: { 'b:1': scopes } } } }).mock
    const before = JSON.stringify(other.snapshot())

    expect(() => other.restore(mock.snapshot())).toThrow('account main, which no key opens')
    expect(JSON.stringify(other.snapshot())).toBe(before)
  })
})

test('a snapshot whose emails are one under the switches of another twin is refused there', () => {
  const exact = aTwinToSendTo({ behaviors: { emailComparison: 'exact' } })
  for (const name of ['ada', 'Ada']) exact.send(`PATCH /contacts/email/${name}@example.com`, {})
  const { mock } = aTwinToSendTo({ seed })

  expect(() => mock.restore(exact.mock.snapshot())).toThrow(/contacts.*Ada@example.com/s)
  expect(mock.contacts.all()).toMatchObject([{ _externalId: 'POS-000001' }])
})

describe('the calls that a key has left', () => {
  const aLimitedTwin = () => aTwinToSendTo({ seed, rateLimit: { limit: 2, windowSeconds: 60 } })

  test('stay as they are when a snapshot is restored', () => {
    const { mock, send } = aLimitedTwin()
    const snapshot = mock.snapshot()
    send(get)
    mock.restore(snapshot)
    send(get)
    mock.restore(snapshot)

    const { status, headers } = send(get)

    expect([status, headers['x-ratelimit-remaining']]).toEqual([429, '0'])
  })

  test('stay for the keys of declared accounts, too', () => {
    const { mock, send } = aTwinToSendTo({ seed, accounts: main, rateLimit: { limit: 1 } })
    send(get, undefined, 'a:1')

    mock.restore(mock.snapshot())

    expect(['a:1', 'read:1'].map((key) => send(get, undefined, key).status)).toEqual([429, 200])
  })

  test('come back with the end of the window, also after the time went back', () => {
    const { mock, send } = aLimitedTwin()
    const snapshot = mock.snapshot()
    mock.clock.advance({ days: 1 })
    for (const _ of [1, 2, 3]) send(get)

    mock.restore(snapshot)
    mock.clock.advance({ seconds: 60 })

    const { status, headers } = send(get)
    const reset = Number(headers['x-ratelimit-reset']) * 1000
    expect(status).toBe(200)
    expect(reset - mock.clock.milliseconds()).toBeLessThanOrEqual(60_000)
  })

  test('are not in the snapshot: another twin gives all of them', () => {
    const { mock, send } = aLimitedTwin()
    for (const _ of [1, 2, 3]) send(get)
    const other = aLimitedTwin()

    other.mock.restore(mock.snapshot())

    expect(other.send(get).headers['x-ratelimit-remaining']).toBe('1')
  })
})
