import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import {
  boolean,
  checkbox,
  date,
  decimal,
  email,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/contact-fields.ts'
import type { Contact, ContactField, ContactFields } from '../../sdk/index.ts'
import { ask } from '../support/ask.ts'

const aTwin = (field: ContactField) => createMock({ contactFields: { field } })
const line = 'PATCH /contacts/external-id/42'

/** Fields as somebody may declare them who has no types. */
const declaring = (fields: unknown) => () => createMock({ contactFields: fields as ContactFields })

describe('a declared field', () => {
  test('is one of every account, as if the API had made it', () => {
    const mock = createMock({ contactFields: { tier: radio('gold', 'silver') } })
    const options = [
      { id: 'gold', label: 'gold' },
      { id: 'silver', label: 'silver' },
    ]

    const fields = JSON.parse(ask(mock, 'GET /contact-fields/').text)

    expect(fields).toMatchObject([{ id: 'tier', type: 'radio', options }])
    expect(ask(mock, 'GET /contact-fields/tier').json).toEqual(fields[0])
    expect(mock.account('b:2').contacts.count).toBe(0)
  })

  test('cannot be made again by the API', () => {
    const mock = createMock({ contactFields: { tier: text() } })

    const reply = ask(mock, 'POST /contact-fields/', { id: 'tier', name: 'Tier', type: 'text' })

    expect(reply).toMatchObject({ status: 422, rule: 'contact-field-unique' })
  })

  test.for<[string, ContactField, readonly unknown[], readonly unknown[]]>([
    ['text', text({ maxLength: 3 }), ['', 'abc', '鳥鳥鳥', '🐦🐦🐦'], ['abcd', 7, ['a'], true]],
    ['email', email(), ['ada@example.com'], ['ada', '', 7]],
    ['phone', phone({ defaultCountryCode: '34' }), ['600000001', '+34600000001'], ['6 0', 'a', 7]],
    [
      'date',
      date({ min: '2020-01-01', max: '2020-12-31' }),
      ['2020-01-01', '2020-12-31', '2020-06-01T12:00:00Z'],
      ['2019-12-31', '2021-01-01', '2020-02-30', 'soon', 7],
    ],
    ['integer', integer({ min: 15, max: 55 }), [15, 55], [14, 56, 15.5, '15', true]],
    ['decimal', decimal({ min: 0, max: 1 }), [0, 0.5, 1], [-0.1, 1.1, '0']],
    ['boolean', boolean(), [true, false], ['true', 0, 1]],
    ['radio', radio('a', 'b'), ['a', 'b'], ['c', 'A', '', ['a'], 7]],
    ['checkbox', checkbox('a', 'b'), [[], ['a'], ['b', 'a']], [['c'], ['a', 'a'], 'a', [7]]],
  ])('of type %s takes what fits, and refuses the rest with its path', (given) => {
    const [, field, fitting, others] = given
    const mock = aTwin(field)

    for (const value of fitting) {
      expect(ask(mock, line, { field: value }), JSON.stringify(value)).toMatchObject({
        status: 200,
        json: { field: value },
      })
    }
    const before = mock.contacts.all()
    for (const value of others) {
      expect(ask(mock, line, { field: value }), JSON.stringify(value)).toMatchObject({
        status: 422,
        violations: [{ path: 'field' }],
      })
    }
    expect(mock.contacts.all()).toEqual(before)
  })

  test('is held by contacts of the seed and of tracking, too', () => {
    const contactFields = { tier: radio('gold') }
    const seed = { contacts: [{ _externalId: '42', tier: 'gold' }] }
    const mock = createMock({ contactFields, seed })

    const id = mock.tracking.web().identify({ trackerId: 't', tier: 'gold' })

    expect(mock.contacts.all().map((contact: Contact & { tier?: string }) => contact.tier)).toEqual(
      ['gold', 'gold'],
    )
    expect(() => mock.tracking.web().identify({ trackerId: 't', tier: 'x' })).toThrow('field-known')
    expect(mock.contacts.find({ id })).toMatchObject({ tier: 'gold' })
    expect(() =>
      createMock({ contactFields, seed: { contacts: [{ _externalId: '1', tier: 'x' }] } }),
    ).toThrow('contacts[0] of the seed breaks the rule field-known: 422 tier must be one of gold')
  })

  test('of an account that declares its own takes the place of those of the twin', () => {
    const keys = { 'test:secret': ['contacts:write'] as const }
    const accounts = { main: { keys, contactFields: { own: text() } } }
    const mock = createMock({ contactFields: { shared: text() }, accounts })

    expect(ask(mock, line, { own: 'a' }).status).toBe(200)
    expect(ask(mock, line, { shared: 'a' })).toMatchObject({ status: 422, rule: 'field-known' })
  })

  test('is not changed by what becomes of the declaration later', () => {
    const contactFields = { tier: radio('gold') as ContactField }
    const mock = createMock({ contactFields })

    Object.assign(contactFields.tier, { options: [] })
    mock.reset()

    expect(ask(mock, line, { tier: 'gold' }).status).toBe(200)
  })
})

const wrong: [string, Record<string, unknown>][] = [
  ['an empty range of numbers', { ...integer({ min: 5, max: 4 }) }],
  ['an empty range of dates', { ...date({ min: '2026-02-01', max: '2026-01-01' }) }],
  ['an option twice', { type: 'radio', options: options('a', 'a') }],
  ['no options', { type: 'radio' }],
  ['a limit of another type', { type: 'text', minValue: 1 }],
  ['options of another type', { type: 'text', options: options('a') }],
  ['a dialling code of another type', { type: 'email', defaultCountryCode: '34' }],
  ['no dialling code', { type: 'phone' }],
]

const misshapen: [string, Record<string, unknown>][] = [
  ['no such type', { type: 'select' }],
  ['no type', {}],
  ['an empty list of options', { type: 'radio', options: [] }],
  ['no length', { type: 'text', maxLength: 0 }],
  ['half a length', { type: 'text', maxLength: 1.5 }],
  ['a limit in words', { type: 'integer', minValue: 'low' }],
  ['a limit that is no date', { type: 'date', minDate: 'soon' }],
  ['a dialling code with a plus', { type: 'phone', defaultCountryCode: '+34' }],
  ['an option without id', { type: 'checkbox', options: [{ label: 'A' }] }],
  ['an option that is text', { type: 'checkbox', options: ['a'] }],
  ['a member that is none', { type: 'text', maxlength: 5 }],
]

describe('a declaration that breaks a rule is an Error that names rule and field', () => {
  test.for(wrong)('%s', ([, field], { expect }) => {
    expect(declaring({ fine: text(), wrong: field })).toThrow(
      'contact field wrong breaks the rule contact-field-valid: ',
    )
  })

  test.for(misshapen)('%s', ([, field], { expect }) => {
    expect(declaring({ fine: text(), wrong: field })).toThrow(
      'contact field wrong breaks the rule ',
    )
  })

  test.for(['_tier', '9tier', 'id', '', 'ti er', 'tíer', 'x'.repeat(151)])(
    'an id that is none: %j',
    (id) => {
      expect(declaring({ [id]: text() })).toThrow(/contact field .*breaks the rule /)
    },
  )

  test.for(['a', 'A-1_[x]', 'x'.repeat(150)])('an id that is one: %j', (id) => {
    expect(declaring({ [id]: text() })).not.toThrow()
  })

  test('in an account of its own', () => {
    const contactFields = { wrong: integer({ min: 5, max: 4 }) }

    expect(() => createMock({ accounts: { main: { keys: {}, contactFields } } })).toThrow(
      'contact field wrong breaks the rule contact-field-valid: 422 maxValue must not be less',
    )
  })

  test.for([null, [text()], 'tier', { tier: null }, { tier: 'radio' }])(
    '%j, which declares no fields',
    (fields) => {
      expect(declaring(fields)).toThrow(/contact ?field/i)
      expect(declaring(fields)).not.toThrow(TypeError)
    },
  )
})

function options(...ids: string[]) {
  return ids.map((id) => ({ id, label: id }))
}
