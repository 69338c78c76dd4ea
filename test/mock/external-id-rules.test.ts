import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import {
  contactAt,
  externalIdMustBeFree,
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
