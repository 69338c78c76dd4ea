import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { routes } from '../../mock/generated/routes.ts'
import { createMock, type Scope } from '../../mock/index.ts'
import { scopeMustBeGranted } from '../../mock/rules/gate.ts'
import type { Access } from '../../mock/state/accounts.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask, callOf } from '../support/ask.ts'

const everyScope = [...new Set(routes.map(({ scope }) => scope))]
const clock = '2026-01-01T00:00:00Z'
const seed = { contacts: [aContact()] }

function anAccess(scopes: readonly string[] | undefined, blocked = false): Access {
  const account = anAccount({}, { blocked })
  return { id: 'a', number: 1, account, scopes: scopes && new Set(scopes), quota: undefined }
}

/** A twin whose only account has these keys, and a call with one of them. */
function aTwinWith(keys: Record<string, readonly Scope[]>, blocked = false) {
  const mock = createMock({ clock, seed, accounts: { main: { keys, blocked } } })
  const askAs = (key: string, line: string, body?: unknown) =>
    ask(mock, line, body, {
      headers: { authorization: `apiKey ${key}`, 'content-type': 'application/json' },
    })
  return { mock, askAs }
}

/** A call of an operation, with an address that is good. */
function lineOf(key: string) {
  const id = /contacts|fields/.test(key) ? 'shoe-size' : '0'.repeat(24)
  return key.replace('{email}', 'ada@example.com').replace(/\{\w+\}/, id)
}

describe('scope', () => {
  test.for([undefined, ['contacts:read'], ['contacts:write', 'contacts:read']])(
    'a key with %j may read contacts',
    (scopes) => {
      expect(refusalOf(() => scopeMustBeGranted(anAccess(scopes), 'contacts:read'))).toBeUndefined()
    },
  )

  test.for([[], ['contacts:write'], ['purchases:read'], ['contacts'], ['contacts:read:all']])(
    'a key with %j may not, and is told the scope that it lacks',
    (scopes) => {
      expect(refusalOf(() => scopeMustBeGranted(anAccess(scopes), 'contacts:read'))).toEqual({
        status: 403,
        title: 'Forbidden',
        detail: 'The key lacks the scope contacts:read.',
        rule: 'scope',
      })
    },
  )

  test.for([undefined, everyScope, []])(
    'of a blocked account a key with %j may nothing, and is told why',
    (scopes) => {
      const blocked = anAccess(scopes, true)

      expect(refusalOf(() => scopeMustBeGranted(blocked, 'contacts:read'))).toMatchObject({
        status: 403,
        detail: 'The account is blocked.',
        rule: 'scope',
      })
    },
  )

  test.for(routes.map(({ key, scope }) => [key, scope] as const))(
    '%s needs %s: it alone is enough, all others are not',
    ([key, scope]) => {
      const { mock, askAs } = aTwinWith({
        'fit:1': [scope],
        'unfit:1': everyScope.filter((one) => one !== scope),
      })
      const before = mock.snapshot()

      const unfit = askAs('unfit:1', lineOf(key), {})

      expect(unfit).toMatchObject({ status: 403, rule: 'scope' })
      expect(mock.snapshot()).toEqual(before)
      expect(askAs('fit:1', lineOf(key), {}).status).not.toBe(403)
    },
  )

  test('a key that only reads sees what another key of its account wrote, and writes nothing', () => {
    const { mock, askAs } = aTwinWith({
      'reader:1': ['contacts:read'],
      'writer:1': ['contacts:write'],
    })
    const line = (method: string) => `${method} /contacts/email/ada@example.com`
    askAs('writer:1', line('PATCH'), { _points: 7 })
    const before = mock.contacts.all()

    expect(askAs('reader:1', line('GET')).json).toMatchObject({ _points: 7 })
    expect(askAs('writer:1', line('GET')).status).toBe(403)
    for (const method of ['PATCH', 'DELETE']) {
      expect(askAs('reader:1', line(method), {})).toMatchObject({ status: 403, rule: 'scope' })
    }
    expect(mock.contacts.all()).toEqual(before)
  })

  test('a blocked account answers every operation with 403, and stays as it was', () => {
    const { mock, askAs } = aTwinWith({ 'test:secret': everyScope }, true)
    const before = mock.snapshot()

    for (const { key } of routes) {
      expect(askAs('test:secret', lineOf(key), {}), key).toMatchObject({
        status: 403,
        rule: 'scope',
        json: { detail: 'The account is blocked.' },
      })
    }
    expect(mock.snapshot()).toEqual(before)
  })

  test('only its own account is blocked', () => {
    const keys = (key: string) => ({ [key]: everyScope })
    const mock = createMock({
      accounts: { open: { keys: keys('a:1') }, closed: { keys: keys('b:2'), blocked: true } },
    })
    const statusOf = (key: string) =>
      mock.handle(
        callOf('GET /contact-fields/', undefined, { headers: { authorization: `apiKey ${key}` } }),
      ).status

    expect([statusOf('a:1'), statusOf('b:2'), statusOf('c:3')]).toEqual([200, 403, 401])
  })
})
