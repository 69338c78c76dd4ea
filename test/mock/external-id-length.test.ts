import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { externalIdMustFit } from '../../mock/rules/external-id.ts'
import { refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

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
