import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { fieldsMustBeKnown } from '../../mock/rules/contact-fields.ts'
import {
  boolean,
  checkbox,
  date,
  decimal,
  defineContactFields,
  email,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/contact-fields.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const contactFields = defineContactFields({
  motto: text({ maxLength: 5 }),
  notes: text(),
  workEmail: email(),
  home: phone({ defaultCountryCode: '34' }),
  joined: date({ min: '2020-01-01', max: '2025-12-31' }),
  met: date(),
  shoeSize: integer({ min: 15, max: 55 }),
  rate: decimal({ min: 0, max: 1 }),
  visits: integer(),
  member: boolean(),
  tier: radio('gold', 'silver'),
  interests: checkbox('hiking', 'sailing'),
})

const fitting: [string, unknown][] = [
  ['motto', ''],
  ['motto', 'abcde'],
  ['motto', '😀😀😀😀😀'],
  ['notes', 'x'.repeat(10_000)],
  ['workEmail', 'a+b@example.com'],
  ['home', '+34600000001'],
  ['home', '600000001'],
  ['joined', '2020-01-01'],
  ['joined', '2025-12-31T00:00:00Z'],
  ['met', '1984-02-29'],
  ['shoeSize', 15],
  ['shoeSize', 55],
  ['visits', -1],
  ['rate', 0],
  ['rate', 0.25],
  ['rate', 1],
  ['member', true],
  ['member', false],
  ['tier', 'gold'],
  ['interests', []],
  ['interests', ['sailing', 'hiking']],
]

const unfit: [string, unknown, string][] = [
  ['motto', 'abcdef', 'must have at most 5 characters'],
  ['motto', '😀😀😀😀😀😀', 'must have at most 5 characters'],
  ['motto', 5, 'must be a string'],
  ['notes', ['a'], 'must be a string'],
  ['workEmail', 'a', 'must be an email address'],
  ['workEmail', 1, 'must be an email address'],
  ['home', '600 000 001', 'must be a phone number, 4 to 20 digits without spaces'],
  ['home', '123', 'must be a phone number, 4 to 20 digits without spaces'],
  ['joined', '2019-12-31', 'must be 2020-01-01 or later'],
  ['joined', '2025-12-31T00:00:01Z', 'must be 2025-12-31 or earlier'],
  ['met', '2025-02-29', 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'],
  ['met', '31/01/2026', 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'],
  ['met', 20260131, 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'],
  ['shoeSize', 14, 'must be 15 or more'],
  ['shoeSize', 56, 'must be 55 or less'],
  ['shoeSize', 38.5, 'must be an integer'],
  ['shoeSize', '38', 'must be an integer'],
  ['rate', -0.01, 'must be 0 or more'],
  ['rate', 1.01, 'must be 1 or less'],
  ['rate', '1', 'must be a number'],
  ['rate', Number.POSITIVE_INFINITY, 'must be a number'],
  ['visits', Number.POSITIVE_INFINITY, 'must be an integer'],
  ['member', 'true', 'must be a boolean'],
  ['member', 1, 'must be a boolean'],
  ['tier', 'bronze', 'must be one of gold, silver'],
  ['tier', ['gold'], 'must be an option id'],
  ['interests', ['hiking', 7], 'must be an option id'],
  ['interests', 'hiking', 'must be an array of option ids'],
  ['interests', ['flying'], 'must be one of hiking, sailing'],
  ['interests', ['hiking', 'hiking'], 'must not name an option twice'],
]

describe('field-known', () => {
  test.for(fitting)('%s takes %j', ([id, value], { expect }) => {
    const account = anAccount({}, { contactFields })

    expect(refusalOf(() => fieldsMustBeKnown(account, [], { [id]: value }, []))).toBeUndefined()
  })

  test.for(unfit)('%s refuses %j: %s', ([id, value, reason], { expect }) => {
    const account = anAccount({}, { contactFields })

    expect(refusalOf(() => fieldsMustBeKnown(account, [], { [id]: value }, []))).toMatchObject({
      status: 422,
      rule: 'field-known',
      validationErrors: [{ path: id, reason }],
    })
  })

  test.for([
    ['id', 'is not a field that can be written here'],
    ['_email', 'is not a field that can be written here'],
    ['_createdAt', 'is not a field that can be written here'],
    ['_totalPurchases', 'is not a field that can be written here'],
    ['favourite-color', 'is not declared as a contact field of this account'],
    ['constructor', 'is not declared as a contact field of this account'],
    ['toString', 'is not declared as a contact field of this account'],
    ['__proto__', 'is not a field that can be written here'],
  ])('%s is refused: %s', ([id, reason]) => {
    const mock = createMock({ contactFields })

    const body = `{"_name":"Ada","${id}":"x"}`
    const reply = ask(mock, 'PATCH /contacts/email/ada@example.com', body)

    expect(reply).toMatchObject({ status: 422, rule: 'field-known' })
    expect(reply.violations).toEqual([{ path: id, reason }])
    expect(mock.contacts.count).toBe(0)
  })

  test('all refused fields are named in one answer', () => {
    const account = anAccount({}, { contactFields })

    const refusal = refusalOf(() =>
      fieldsMustBeKnown(account, ['_name'], { _name: 1, a: 1 }, ['b']),
    )

    expect(refusal).toMatchObject({ validationErrors: [{ path: 'a' }, { path: 'b' }] })
  })

  test('custom fields are written, read and kept by later patches', () => {
    const mock = createMock({ contactFields })
    const line = 'PATCH /contacts/external-id/42'

    ask(mock, line, { tier: 'gold', interests: ['hiking'], member: false })
    const reply = ask(mock, line, { shoeSize: 38 })

    const held = { tier: 'gold', interests: ['hiking'], member: false, shoeSize: 38 }
    expect(reply.json).toMatchObject(held)
    expect(mock.contacts.find({ externalId: '42' })).toMatchObject(held)
  })

  test('null passes for a field that can be written or is declared', () => {
    const account = anAccount({}, { contactFields })

    expect(
      refusalOf(() => fieldsMustBeKnown(account, ['_name'], {}, ['_name', 'tier'])),
    ).toBeUndefined()
  })

  test('a custom field set to null follows the rule of null', () => {
    const mock = createMock({ contactFields })

    const reply = ask(mock, 'PATCH /contacts/external-id/42', { tier: null })

    expect(reply).toMatchObject({ status: 422, rule: 'patch-null' })
  })
})
