import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import {
  emailMustBeFree,
  emailMustBeValid,
  forget,
  legacyPatchMustNotLink,
  nullMustBeAllowed,
  patched,
  patchStatus,
  unknownContactMayBeDeleted,
} from '../../mock/rules/contacts.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { aNewContact, anAccount, contactOf, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const ada = aContact()

describe('email-unique', () => {
  test.for(['ada@example.com', 'ADA@example.COM', ' ada@example.com '])(
    'the email of another contact, as %j, is refused',
    (email) => {
      const account = anAccount({ contacts: [ada] })

      expect(refusalOf(() => emailMustBeFree(account, email, aNewContact()))).toMatchObject({
        status: 422,
        rule: 'email-unique',
        validationErrors: [{ path: '_email', reason: 'belongs to another contact' }],
      })
    },
  )

  test('a free email passes, and so does the contact’s own in another case', () => {
    const account = anAccount({ contacts: [ada] })
    const contact = contactOf(account, 'ada@example.com')

    expect(refusalOf(() => emailMustBeFree(account, 'b@example.com', contact))).toBeUndefined()
    expect(refusalOf(() => emailMustBeFree(account, 'ADA@example.com', contact))).toBeUndefined()
  })

  test('emails are stored as sent and found in any case', () => {
    const mock = createMock()
    ask(mock, 'PATCH /contacts/email/Ada@Example.com', { _points: 1 })

    const again = ask(mock, 'PATCH /contacts/email/ada@example.com', { _points: 2 })

    expect(again.json).toMatchObject({ _email: 'Ada@Example.com', _points: 2 })
    expect(mock.contacts.count).toBe(1)
  })
})

describe('email-valid', () => {
  test.for(['a+b@example.com', "o'neil@example.com", 'A.B@sub.example.co', '1@e.io'])(
    '%j passes',
    (email) => {
      const reply = ask(createMock(), `PATCH /contacts/email/${encodeURIComponent(email)}`, {})

      expect(reply).toMatchObject({ status: 200, json: { _email: email } })
    },
  )

  test.for(['ada', 'ada@', '@example.com', 'a b@example.com', 'ñ@example.com', '"a"@example.com'])(
    '%j is refused, 400 in a path and 422 in a body',
    (email) => {
      const mock = createMock()

      const inPath = ask(mock, `PATCH /contacts/email/${encodeURIComponent(email)}`, {})
      const inBody = ask(mock, 'PATCH /contacts/external-id/42', { _email: email })

      expect(inPath).toMatchObject({ status: 400, rule: 'email-valid' })
      expect(inBody).toMatchObject({ status: 422, rule: 'email-valid' })
      expect(inBody.violations).toEqual([{ path: '_email', reason: 'must be an email address' }])
      expect(mock.contacts.count).toBe(0)
    },
  )

  test('the rule refuses with what it is given', () => {
    const violations = [{ path: 'email', reason: 'must be an email address' }]

    expect(refusalOf(() => emailMustBeValid(violations, 'path'))).toMatchObject({
      status: 400,
      rule: 'email-valid',
      detail: 'email in the path must be an email address',
    })
  })
})

describe('patch-creates', () => {
  test.for([
    [200, undefined, 200],
    [201, undefined, 201],
    [201, aNewContact(), 200],
  ] as const)(
    'with the switch at %i, a known contact %j answers %i',
    ([createdByPatch, known, status]) => {
      const account = anAccount({}, { behaviors: { ...defaultBehaviors, createdByPatch } })

      expect(patchStatus(account, known)).toBe(status)
    },
  )

  test('PATCH creates the contact once, GET creates none', () => {
    const mock = createMock()

    const reading = ask(mock, 'GET /contacts/external-id/42')
    ask(mock, 'PATCH /contacts/external-id/42', {})
    ask(mock, 'PATCH /contacts/external-id/42', {})

    expect(reading.status).toBe(404)
    expect(mock.contacts.all()).toMatchObject([{ _externalId: '42', _isAnonymous: false }])
  })
})

describe('patch-partial', () => {
  const contact = aNewContact({ _name: 'Ada', interests: ['a', 'b'] })

  test('fields left out keep their value, and the moment of change moves', () => {
    expect(patched(contact, { _points: 7 }, [], 5)).toEqual({
      ...contact,
      fields: { ...contact.fields, _points: 7 },
      updatedAt: 5,
    })
  })

  test.for([{}, { _name: 'Ada' }, { interests: ['a', 'b'] }])(
    '%j changes nothing, so the contact is the same one',
    (patch) => {
      expect(patched(contact, patch, ['_surname'], 5)).toBe(contact)
    },
  )

  test.for([{ interests: ['b', 'a'] }, { interests: ['a'] }])('%j is a change', (patch) => {
    expect(patched(contact, patch, [], 5)).toMatchObject({ fields: patch, updatedAt: 5 })
  })

  test('a cleared field is gone', () => {
    const next = patched(contact, {}, ['_name'], 5)

    expect(next.fields).toEqual({ interests: ['a', 'b'] })
    expect(next.updatedAt).toBe(5)
  })

  test('an empty patch of an existing contact leaves it as it is', () => {
    const mock = createMock({ seed: { contacts: [ada] } })
    const before = mock.contacts.all()

    ask(mock, 'PATCH /contacts/email/ada@example.com', {})

    expect(mock.contacts.all()).toEqual(before)
  })
})

describe('patch-null', () => {
  test('null is refused, all of them are named', () => {
    expect(refusalOf(() => nullMustBeAllowed(anAccount(), ['_name', '_points']))).toMatchObject({
      status: 422,
      rule: 'patch-null',
      validationErrors: [
        { path: '_name', reason: 'must not be null' },
        { path: '_points', reason: 'must not be null' },
      ],
    })
  })

  test('no null passes, and with the switch every null', () => {
    const behaviors = { ...defaultBehaviors, nullInPatch: 'clear' } as const

    expect(refusalOf(() => nullMustBeAllowed(anAccount(), []))).toBeUndefined()
    expect(
      refusalOf(() => nullMustBeAllowed(anAccount({}, { behaviors }), ['_name'])),
    ).toBeUndefined()
  })

  test('null beside a good field writes nothing', () => {
    const mock = createMock()

    const reply = ask(mock, 'PATCH /contacts/email/a@example.com', { _name: 'A', _points: null })

    expect(reply).toMatchObject({ status: 422, rule: 'patch-null' })
    expect(mock.contacts.count).toBe(0)
  })
})

describe('legacy-path', () => {
  test('an External ID is refused whatever its value, other fields pass', () => {
    expect(refusalOf(() => legacyPatchMustNotLink({ _name: 'Ada' }, ['_surname']))).toBeUndefined()
    expect(refusalOf(() => legacyPatchMustNotLink({ _externalId: '42' }, []))).toMatchObject({
      status: 422,
      rule: 'legacy-path',
      validationErrors: [{ path: '_externalId' }],
    })
  })

  test('the older path reaches the same contacts, and writes no External ID', () => {
    const mock = createMock()
    ask(mock, 'PATCH /contacts/ada@example.com', { _name: 'Ada' })

    const linking = ask(mock, 'PATCH /contacts/ada@example.com', { _externalId: '42' })

    expect(linking).toMatchObject({ status: 422, rule: 'legacy-path' })
    expect(ask(mock, 'GET /contacts/ada@example.com').text).toBe(
      ask(mock, 'GET /contacts/email/ada@example.com').text,
    )
    expect(mock.contacts.all()).toMatchObject([{ _name: 'Ada' }])
    expect(mock.contacts.find({ externalId: '42' })).toBeUndefined()
  })
})

describe('delete-final', () => {
  const seed = { contacts: [ada], products: [aProduct()], purchases: [aPurchase()] }

  test('the profile and its activity go, purchases stay without reference', () => {
    const account = anAccount(seed)
    const contact = contactOf(account, 'ada@example.com')

    forget(account, contact)

    expect(account.contacts.size).toBe(0)
    expect(account.activities.of(contact.id)).toEqual([])
    expect(account.purchases.of.contact.get(contact.id)).toEqual([])
    expect([...account.purchases.values()]).toMatchObject([{ contactId: undefined }])
  })

  test('both identifiers are free again, and the new contact starts from nothing', () => {
    const mock = createMock({ seed })
    ask(mock, 'DELETE /contacts/email/ada@example.com')

    const anew = ask(mock, 'PATCH /contacts/external-id/POS-000001', { _email: 'ada@example.com' })

    expect(anew.json).toMatchObject({ _totalPurchases: 0 })
    expect(anew.json).not.toHaveProperty('_name')
    const purchase = mock.purchases.find({ purchaseId: 'ORD-100001' })
    expect(purchase).not.toHaveProperty('contactId')
    expect(purchase).not.toHaveProperty('contactEmail')
  })
})

describe('delete-unknown', () => {
  test('passes by default, and is a 404 with the switch', () => {
    const behaviors = { ...defaultBehaviors, deleteUnknownContact: 404 } as const

    expect(refusalOf(() => unknownContactMayBeDeleted(anAccount()))).toBeUndefined()
    expect(refusalOf(() => unknownContactMayBeDeleted(anAccount({}, { behaviors })))).toMatchObject(
      { status: 404, rule: 'delete-unknown' },
    )
  })
})
