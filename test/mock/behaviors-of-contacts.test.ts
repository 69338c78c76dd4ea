import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { type Behaviors, createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { boolean, text } from '../../sdk/contact-fields.ts'
import { ask, askFreely } from '../support/ask.ts'

const email = 'ada@example.com'
const bob = aContact({ _email: 'bob@example.com', _externalId: '2' })

function aTwin(behaviors: Partial<Behaviors> = {}, more: MockOptions = {}) {
  const clock = '2026-01-01T00:00:00Z'
  return createMock({ clock, seed: { contacts: [aContact(), bob] }, behaviors, ...more })
}

/** All that the account holds. */
function held(mock: Mock) {
  return [mock.contacts.all(), mock.activities()]
}

describe('identifierTaken', () => {
  test.for([
    [{}, 422],
    [{ identifierTaken: 422 }, 422],
    [{ identifierTaken: 400 }, 400],
    [{ identifierTaken: 409 }, 409],
  ] as const)(
    'with %j, a taken identifier answers %i, and nothing is written',
    ([switches, status]) => {
      const mock = aTwin(switches)
      const before = held(mock)

      const replies = [
        askFreely(mock, `PATCH /contacts/email/${email}`, { _externalId: '2', _points: 1 }),
        askFreely(mock, 'PATCH /contacts/external-id/2', { _email: email, _points: 1 }),
      ]

      expect(replies).toMatchObject([
        { status, rule: 'external-id-unique', json: { status } },
        { status, rule: 'email-unique', json: { status } },
      ])
      expect(replies.map(({ text }) => text.includes('belongs to another contact'))).toEqual([
        true,
        true,
      ])
      expect(replies.map(({ violations }) => violations.length)).toEqual(
        status === 422 ? [1, 1] : [0, 0],
      )
      expect(held(mock)).toEqual(before)
    },
  )
})

describe('invalidFields', () => {
  test.for([
    [{}, 422],
    [{ invalidFields: 422 }, 422],
    [{ invalidFields: 400 }, 400],
  ] as const)('with %j, fields that do not fit answer %i, and are named', ([switches, status]) => {
    const mock = aTwin(switches)

    const replies = [{ _points: 'x' }, { nonsense: 1 }, { _externalId: '' }, { _name: null }].map(
      (body) => askFreely(mock, `PATCH /contacts/email/${email}`, body),
    )

    const title = status === 422 ? 'Unprocessable Entity' : 'Bad Request'
    for (const { json, ...reply } of replies) {
      expect(reply.status).toBe(status)
      expect(reply.violations[0]).toEqual({ path: expect.any(String), reason: expect.any(String) })
      expect(json).toMatchObject({ status, title })
    }
  })
})

describe('legacyPath', () => {
  test.for([{}, { legacyPath: 'on' }] as const)('with %j, the older path answers', (switches) => {
    const mock = aTwin(switches)

    expect(ask(mock, `GET /contacts/${email}`).status).toBe(200)
    expect(ask(mock, `PATCH /contacts/${email}`, { _points: 1 }).status).toBe(200)
  })

  test('with legacyPath "off", the older path is a 404 and writes nothing', () => {
    const mock = aTwin({ legacyPath: 'off' })
    const before = held(mock)

    const replies = [
      askFreely(mock, `GET /contacts/${email}`),
      askFreely(mock, `PATCH /contacts/${email}`, { _points: 1 }),
      askFreely(mock, 'PATCH /contacts/new@example.com', {}),
    ]

    expect(replies).toMatchObject(Array(3).fill({ status: 404, rule: 'legacy-path' }))
    expect(held(mock)).toEqual(before)
    expect(ask(mock, `GET /contacts/email/${email}`).status).toBe(200)
  })
})

describe('unsetFields', () => {
  const contactFields = { motto: text(), vip: boolean() }
  const unset = ['_email', '_name', '_birthdate', '_points', 'motto', 'vip']

  test.for([{}, { unsetFields: 'omit' }] as const)(
    'with %j, unset fields are left out',
    (switches) => {
      const { json } = ask(aTwin(switches, { contactFields }), 'PATCH /contacts/external-id/42', {})

      for (const name of unset) expect(json).not.toHaveProperty(name)
    },
  )

  test('with unsetFields "null", unset fields are null, and set ones are not', () => {
    const mock = aTwin({ unsetFields: 'null' }, { contactFields })

    const { json } = askFreely(mock, 'PATCH /contacts/external-id/42', { _points: 0, vip: false })

    expect(json).toMatchObject({ _externalId: '42', _points: 0, vip: false })
    expect(json).toMatchObject({ _email: null, _name: null, _birthdate: null, motto: null })
  })

  test.for([{ unsetFields: 'omit' }, { unsetFields: 'null' }] as const)(
    'with %j, a field with a default value shows it',
    (switches) => {
      const mock = aTwin(switches)
      const vip = { id: 'vip', name: 'VIP', type: 'boolean', defaultValue: true }
      ask(mock, 'POST /contact-fields/', vip)

      const { json } = askFreely(mock, `GET /contacts/email/${email}`)

      expect(json).toMatchObject({ vip: true })
    },
  )
})

describe('emailComparison', () => {
  const count = (behaviors: Partial<Behaviors>) => {
    const mock = aTwin(behaviors)
    for (const other of ['ADA@example.com', 'Ada@Example.com']) {
      ask(mock, `PATCH /contacts/email/${other}`, {})
    }
    return mock.contacts.count
  }

  test.for([
    [{}, 2],
    [{ emailComparison: 'ignore-case' }, 2],
    [{ emailComparison: 'exact' }, 4],
  ] as const)('with %j, emails in another case make %i contacts of two', ([switches, contacts]) => {
    expect(count(switches)).toBe(contacts)
  })
})

describe('externalIdComparison', () => {
  test.for([
    [{}, 200],
    [{ externalIdComparison: 'exact' }, 200],
    [{ externalIdComparison: 'ignore-case' }, 422],
  ] as const)(
    'with %j, the External ID of another in lower case answers %i',
    ([switches, status]) => {
      const mock = aTwin(switches)

      const reply = ask(mock, 'PATCH /contacts/external-id/2', { _email: 'b@example.com' })
      const taking = ask(mock, 'PATCH /contacts/email/c@example.com', { _externalId: 'pos-000001' })

      expect(reply.status).toBe(200)
      expect(taking.status).toBe(status)
    },
  )

  test('with "ignore-case", a path in another case finds the contact, stored as sent', () => {
    const mock = aTwin({ externalIdComparison: 'ignore-case' })

    const reply = ask(mock, 'PATCH /contacts/external-id/pos-000001', { _points: 1 })

    expect(reply.json).toMatchObject({ _externalId: 'POS-000001', _points: 1 })
    expect(mock.contacts.count).toBe(2)
  })
})
