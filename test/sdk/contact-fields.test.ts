import { expect, test } from 'vitest'
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
} from '../../sdk/index.ts'

test('fields are plain data in the words of the vendor', () => {
  const fields = defineContactFields({
    nickname: text({ maxLength: 20 }),
    motto: text(),
    'work-email': email(),
    work_phone: phone({ defaultCountryCode: '34' }),
    memberSince: date({ min: '2020-01-01', max: '2030-01-01' }),
    shoeSize: integer({ min: 15 }),
    balance: decimal({ max: 0 }),
    vip: boolean(),
    tier: radio('gold', 'silver'),
    'interests[home]': checkbox('garden'),
  })

  expect(JSON.parse(JSON.stringify(fields))).toStrictEqual(fields)
  expect(fields).toStrictEqual({
    nickname: { type: 'text', maxLength: 20 },
    motto: { type: 'text' },
    'work-email': { type: 'email' },
    work_phone: { type: 'phone', defaultCountryCode: '34' },
    memberSince: { type: 'date', minDate: '2020-01-01', maxDate: '2030-01-01' },
    shoeSize: { type: 'integer', minValue: 15 },
    balance: { type: 'decimal', maxValue: 0 },
    vip: { type: 'boolean' },
    tier: {
      type: 'radio',
      options: [
        { id: 'gold', label: 'gold' },
        { id: 'silver', label: 'silver' },
      ],
    },
    'interests[home]': { type: 'checkbox', options: [{ id: 'garden', label: 'garden' }] },
  })
})

test.for(['id', '_tier', '1st', '', 'shoe size', 'ñandú', 'a.b', 'a'.repeat(151)])(
  'the field id %j is refused, and named',
  (id) => {
    expect(() => defineContactFields({ [id]: text() })).toThrow(`contact field "${id}"`)
  },
)

test('an id may have 150 characters', () => {
  expect(() => defineContactFields({ ['a'.repeat(150)]: text() })).not.toThrow()
})
