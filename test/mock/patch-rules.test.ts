import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import {
  legacyPatchMustNotLink,
  legacyPathMustBeOn,
  nullMustBeAllowed,
  patched,
  patchStatus,
} from '../../mock/rules/contacts.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { aNewContact, anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const ada = aContact()

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
  test('is on, and off with the switch', () => {
    const behaviors = { ...defaultBehaviors, legacyPath: 'off' } as const

    expect(refusalOf(() => legacyPathMustBeOn(anAccount()))).toBeUndefined()
    expect(refusalOf(() => legacyPathMustBeOn(anAccount({}, { behaviors })))).toMatchObject({
      status: 404,
      rule: 'legacy-path',
      detail: 'This account has no /contacts/{email} any more.',
    })
  })

  test('null for the External ID is refused too', () => {
    expect(refusalOf(() => legacyPatchMustNotLink({}, ['_externalId']))).toMatchObject({
      rule: 'legacy-path',
    })
  })

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
