import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { contactFieldMustBeNew, contactFieldMustBeValid } from '../../mock/rules/contact-fields.ts'
import type { ContactFieldRow } from '../../mock/state/rows.ts'
import { radio } from '../../sdk/contact-fields.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

type Limits = Omit<ContactFieldRow, 'id' | 'name'>

const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const field = (limits: Limits) => ({ id: 'new', name: 'New', ...limits })

/** Why a field is refused: paths and reasons; nothing when it is valid. */
function violationsOf(limits: Limits) {
  const refusal = refusalOf(() => contactFieldMustBeValid(field(limits))) as
    | { status: number; rule: string; validationErrors: { path: string; reason: string }[] }
    | undefined
  if (refusal) expect(refusal).toMatchObject({ status: 422, rule: 'contact-field-valid' })
  return refusal?.validationErrors.map(({ path, reason }) => `${path} ${reason}`)
}

const valid: Limits[] = [
  { type: 'text' },
  { type: 'text', maxLength: 1 },
  { type: 'text', defaultValue: '' },
  { type: 'text', maxLength: 2, required: true, defaultValue: 'ab' },
  { type: 'email' },
  { type: 'email', required: true },
  { type: 'phone', defaultCountryCode: '34' },
  { type: 'phone', defaultCountryCode: '34', required: true },
  { type: 'date' },
  { type: 'date', minDate: '2026-01-01' },
  { type: 'date', maxDate: '2026-01-01' },
  { type: 'date', minDate: '2026-01-01', maxDate: '2026-01-01', defaultValue: '2026-01-01' },
  { type: 'date', required: true, defaultValue: '2026-01-01T10:00:00Z' },
  { type: 'integer' },
  { type: 'integer', minValue: 0 },
  { type: 'integer', minValue: -1, maxValue: -1, defaultValue: -1 },
  { type: 'integer', required: true, defaultValue: 0 },
  { type: 'decimal', minValue: 0.5, maxValue: 0.5, required: true, defaultValue: 0.5 },
  { type: 'boolean' },
  { type: 'boolean', required: true, defaultValue: false },
  { type: 'radio', options },
  { type: 'radio', options, required: true, defaultValue: 'b' },
  { type: 'checkbox', options },
  { type: 'checkbox', options, defaultValue: [] },
  { type: 'checkbox', options, required: true, defaultValue: ['b', 'a'] },
]

const invalid: [Limits, ...string[]][] = [
  [{ type: 'phone' }, 'defaultCountryCode is needed for a field of type phone'],
  [{ type: 'radio' }, 'options is needed for a field of type radio'],
  [{ type: 'checkbox' }, 'options is needed for a field of type checkbox'],

  [{ type: 'email', maxLength: 5 }, 'maxLength does not go with a field of type email'],
  [
    { type: 'text', defaultCountryCode: '34' },
    'defaultCountryCode does not go with a field of type text',
  ],
  [{ type: 'integer', minDate: '2026-01-01' }, 'minDate does not go with a field of type integer'],
  [{ type: 'decimal', maxDate: '2026-01-01' }, 'maxDate does not go with a field of type decimal'],
  [{ type: 'date', minValue: 1 }, 'minValue does not go with a field of type date'],
  [{ type: 'boolean', maxValue: 1 }, 'maxValue does not go with a field of type boolean'],
  [{ type: 'text', options }, 'options does not go with a field of type text'],

  [
    { type: 'date', minDate: '2026-01-02', maxDate: '2026-01-01' },
    'maxDate must not be before minDate',
  ],
  [{ type: 'integer', minValue: 1, maxValue: 0 }, 'maxValue must not be less than minValue'],
  [{ type: 'decimal', minValue: 0.2, maxValue: 0.1 }, 'maxValue must not be less than minValue'],
  [
    { type: 'radio', options: [...options, { id: 'a', label: 'Again' }] },
    'options must not have an id twice',
  ],

  [
    { type: 'email', defaultValue: 'a@example.com' },
    'defaultValue does not go with a field of type email',
  ],
  [
    { type: 'phone', defaultCountryCode: '34', defaultValue: '+34600000001' },
    'defaultValue does not go with a field of type phone',
  ],
  ...(['text', 'date', 'integer', 'decimal', 'boolean'] as const).map((type): [Limits, string] => [
    { type, required: true },
    'defaultValue is needed when the field is required',
  ]),
  [{ type: 'radio', options, required: true }, 'defaultValue is needed when the field is required'],
  [
    { type: 'checkbox', options, required: true },
    'defaultValue is needed when the field is required',
  ],
  [
    { type: 'text', required: true, defaultValue: '' },
    'defaultValue must not be empty when the field is required',
  ],
  [
    { type: 'text', maxLength: 2, defaultValue: 'abc' },
    'defaultValue must have at most 2 characters',
  ],
  [{ type: 'text', defaultValue: 1 }, 'defaultValue must be a string'],
  [
    { type: 'date', minDate: '2026-01-02', defaultValue: '2026-01-01' },
    'defaultValue must be 2026-01-02 or later',
  ],
  [{ type: 'integer', defaultValue: 0.5 }, 'defaultValue must be an integer'],
  [{ type: 'integer', minValue: 1, defaultValue: 0 }, 'defaultValue must be 1 or more'],
  [{ type: 'decimal', maxValue: 1, defaultValue: 1.5 }, 'defaultValue must be 1 or less'],
  [{ type: 'boolean', defaultValue: 'true' }, 'defaultValue must be a boolean'],
  [{ type: 'radio', options, defaultValue: 'c' }, 'defaultValue must be one of a, b'],
  [{ type: 'checkbox', options, defaultValue: 'a' }, 'defaultValue must be an array of option ids'],
  [
    { type: 'checkbox', options, defaultValue: ['a', 'a'] },
    'defaultValue must not name an option twice',
  ],

  [
    { type: 'phone', maxLength: 5, required: true, defaultValue: '1' },
    'defaultCountryCode is needed for a field of type phone',
    'maxLength does not go with a field of type phone',
    'defaultValue does not go with a field of type phone',
  ],
]

describe('contact-field-valid', () => {
  test.for(valid)('%j is valid', (limits) => {
    expect(violationsOf(limits)).toBeUndefined()
  })

  test.for(invalid)('%j is refused: %s', ([limits, ...reasons]) => {
    expect(violationsOf(limits)).toEqual(reasons)
  })

  test('a refused field is not created', () => {
    const mock = createMock()

    const reply = ask(mock, 'POST /contact-fields/', field({ type: 'phone' }))

    expect(reply).toMatchObject({ status: 422, rule: 'contact-field-valid' })
    expect(ask(mock, 'GET /contact-fields/').text).toBe('[]')
  })

  test('a declared field that is not valid is an Error that names it and the rule', () => {
    const contactFields = { tier: radio('gold', 'gold') }

    expect(() => createMock({ contactFields })).toThrow(/tier.*contact-field-valid.*id twice/)
  })
})

describe('contact-field-unique', () => {
  const account = anAccount({}, { contactFields: { tier: radio('gold', 'silver') } })
  const text = (id: string) => ({ id, name: 'Tier', type: 'text' as const })

  test('an id that no field has passes, in another case too', () => {
    for (const id of ['level', 'Tier', 'tier-']) {
      expect(refusalOf(() => contactFieldMustBeNew(account, text(id)))).toBeUndefined()
    }
  })

  test('the id of another field is refused, whatever the type', () => {
    expect(refusalOf(() => contactFieldMustBeNew(account, text('tier')))).toMatchObject({
      status: 422,
      rule: 'contact-field-unique',
      validationErrors: [{ path: 'id', reason: 'belongs to another contact field' }],
    })
  })

  test('the id of a deleted field is free again', () => {
    const mock = createMock({ contactFields: { tier: radio('gold') } })
    expect(ask(mock, 'POST /contact-fields/', text('tier')).status).toBe(422)

    ask(mock, 'DELETE /contact-fields/tier')

    expect(ask(mock, 'POST /contact-fields/', text('tier')).status).toBe(201)
    expect(ask(mock, 'PATCH /contacts/external-id/42', { tier: 'any' }).status).toBe(200)
  })
})
