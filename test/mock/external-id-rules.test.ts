import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import {
  contactAt,
  externalIdMustBeFree,
  externalIdMustFit,
  identifierMustBeReplaceable,
  isAnonymous,
} from '../../mock/rules/external-id.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { aNewContact, anAccount, contactOf, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const ada = aContact({ _email: 'ada@example.com', _externalId: '42' })
const bob = aContact({ _email: 'bob@example.com', _externalId: undefined })

describe('external-id-unique', () => {
  test('a free External ID passes', () => {
    const account = anAccount({ contacts: [ada] })

    expect(refusalOf(() => externalIdMustBeFree(account, '43', aNewContact()))).toBeUndefined()
  })

  test('the External ID that the contact has itself passes', () => {
    const account = anAccount({ contacts: [ada] })
    const contact = contactOf(account, 'ada@example.com')

    expect(refusalOf(() => externalIdMustBeFree(account, '42', contact))).toBeUndefined()
  })

  test('the External ID of another contact is refused', () => {
    const account = anAccount({ contacts: [ada, bob] })
    const contact = contactOf(account, 'bob@example.com')

    expect(refusalOf(() => externalIdMustBeFree(account, '42', contact))).toMatchObject({
      status: 422,
      rule: 'external-id-unique',
      validationErrors: [{ path: '_externalId', reason: 'belongs to another contact' }],
    })
  })

  test.for(['POS-A', ' pos-a', 'pos-a ', 'pos－a'])(
    'comparison is exact: %j is not "pos-a"',
    (other) => {
      const account = anAccount({ contacts: [aContact({ _externalId: 'pos-a' })] })

      expect(refusalOf(() => externalIdMustBeFree(account, other, aNewContact()))).toBeUndefined()
    },
  )

  test('a refused patch writes nothing of what stands beside the taken External ID', () => {
    const mock = createMock({ seed: { contacts: [ada, bob] } })
    const before = mock.contacts.all()

    const reply = ask(mock, 'PATCH /contacts/email/bob@example.com', {
      _name: 'Bobby',
      _externalId: '42',
    })

    expect(reply).toMatchObject({ status: 422, rule: 'external-id-unique' })
    expect(mock.contacts.all()).toEqual(before)
  })
})

const good: [string, string][] = [
  ['1 character', 'a'],
  ['50 characters', 'x'.repeat(50)],
  ['50 emoji', '😀'.repeat(50)],
  ['inner and outer spaces', ' a b '],
  ['three dots', '...'],
  ['a dot and a space', '. '],
  ['slashes, accents and quotes', 'ñ/"ü"/\'%41'],
]

const bad: [string, string][] = [
  ['51 characters', 'x'.repeat(51)],
  ['51 emoji', '😀'.repeat(51)],
  ['an empty text', ''],
  ['a space', ' '],
  ['no-break spaces', '\u00a0\u00a0'],
  ['one dot', '.'],
  ['two dots', '..'],
  ['a line break', 'a\nb'],
  ['a zero character', 'a\u0000'],
  ['a delete character', 'a\u007f'],
  ['a C1 control character', 'a\u0085b'],
]

describe('external-id-length', () => {
  test.for(good)('%s pass in a body', ([, externalId], { expect }) => {
    const mock = createMock()

    const reply = ask(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: externalId })

    expect(reply).toMatchObject({ status: 200, json: { _externalId: externalId } })
  })

  test.for(bad)(
    '%s are refused in a body, and nothing is written',
    ([, externalId], { expect }) => {
      const mock = createMock()

      const reply = ask(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: externalId })

      expect(reply).toMatchObject({ status: 422, rule: 'external-id-length' })
      expect(reply.violations[0]?.path).toBe('_externalId')
      expect(mock.contacts.count).toBe(0)
    },
  )

  test.for(good)('%s pass in a path', ([, externalId], { expect }) => {
    const mock = createMock()

    const path = `/contacts/external-id/${encodeURIComponent(externalId)}`
    const reply = ask(mock, `PATCH ${path}`, {})

    expect(reply).toMatchObject({ status: 200, json: { _externalId: externalId } })
    expect(ask(mock, `GET ${path}`).json).toEqual(reply.json)
  })

  test.for(bad)(
    '%s are refused in a path, and nothing is written',
    ([, externalId], { expect }) => {
      const mock = createMock()

      const path = `/contacts/external-id/${encodeURIComponent(externalId)}`
      const reply = ask(mock, `PATCH ${path}`, {})

      expect(reply).toMatchObject({ status: 400, rule: 'external-id-length' })
      expect(mock.contacts.count).toBe(0)
    },
  )

  test('half a surrogate pair in a body is refused', () => {
    const mock = createMock()

    const reply = ask(mock, 'PATCH /contacts/email/a@example.com', '{"_externalId":"a\\ud83d"}')

    expect(reply).toMatchObject({ status: 422, rule: 'external-id-length' })
  })

  test('a number in place of an External ID is a matter of shape', () => {
    const reply = ask(createMock(), 'PATCH /contacts/email/ada@example.com', { _externalId: 42 })

    expect(reply).toMatchObject({ status: 422, rule: 'body-shape' })
    expect(reply.violations).toEqual([{ path: '_externalId', reason: 'must be a string' }])
  })

  test('the rule refuses with what it is given', () => {
    const violations = [{ path: '_externalId', reason: 'must not be empty' }]

    expect(refusalOf(() => externalIdMustFit(violations, 'body'))).toMatchObject({
      status: 422,
      rule: 'external-id-length',
      validationErrors: violations,
    })
  })
})

describe('external-id-single', () => {
  const strict = { behaviors: { ...defaultBehaviors, replaceIdentifier: 'refuse' } } as const

  test('setting another External ID replaces the old one and frees it', () => {
    const mock = createMock({ seed: { contacts: [ada, bob] } })

    ask(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: '43' })

    expect(mock.contacts.find({ externalId: '42' })).toBeUndefined()
    expect(mock.contacts.find({ externalId: '43' })?._email).toBe('ada@example.com')
    const taking = ask(mock, 'PATCH /contacts/email/bob@example.com', { _externalId: '42' })
    expect(taking.status).toBe(200)
  })

  test('with the switch, a first and a same External ID pass, another one is refused', () => {
    const account = anAccount({ contacts: [ada, bob] }, strict)
    const replacing = (email: string, externalId: string) =>
      refusalOf(() =>
        identifierMustBeReplaceable(account, '_externalId', externalId, contactOf(account, email)),
      )

    expect(replacing('bob@example.com', '7')).toBeUndefined()
    expect(replacing('ada@example.com', '42')).toBeUndefined()
    expect(replacing('ada@example.com', '43')).toMatchObject({
      status: 422,
      rule: 'external-id-single',
      validationErrors: [{ path: '_externalId' }],
    })
  })
})

describe('external-id-identifies', () => {
  test.for([
    [{ _email: 'ada@example.com' }, false],
    [{ _externalId: '42' }, false],
    [{ _name: 'Ada' }, true],
  ] as const)('a contact of %j is anonymous: %s', ([fields, anonymous], { expect }) => {
    expect(isAnonymous(aNewContact(fields))).toBe(anonymous)
  })
})

describe('external-id-no-merge', () => {
  test('each identifier finds its own contact only', () => {
    const byId = aContact({ _email: undefined, _externalId: 'bob@example.com' })
    const account = anAccount({ contacts: [bob, byId] })

    const byEmail = contactAt(account, { email: 'bob@example.com' })
    const byExternalId = contactAt(account, { externalId: 'bob@example.com' })

    expect(byEmail?.fields._externalId).toBeUndefined()
    expect(byExternalId?.fields._email).toBeUndefined()
    expect(contactAt(account, { externalId: 'nobody' })).toBeUndefined()
  })

  test('an identifier in the body never joins two contacts', () => {
    const mock = createMock({ seed: { contacts: [aContact({ _email: undefined }), bob] } })
    const { _externalId } = aContact()

    const joining = ask(mock, `PATCH /contacts/external-id/${_externalId}`, {
      _email: 'bob@example.com',
    })

    expect(joining).toMatchObject({ status: 422, rule: 'email-unique' })
    expect(mock.contacts.count).toBe(2)
  })
})
