import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { emailMustBeFree, emailMustBeValid } from '../../mock/rules/contacts.ts'
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
