import { expect, test } from 'vitest'
import {
  AddressError,
  boolean,
  checkbox,
  contactFieldList,
  date,
  decimal,
  defineContactFields,
  email,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/index.ts'
import { ofAllTypes } from '../support/contact-fields.ts'
import { aTwin } from '../support/twin.ts'

const ada = { externalId: 'POS-000123' }

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

test('declared fields are created in an account by their list, and listed as they were', async () => {
  const { connectif } = aTwin()
  const list = contactFieldList(ofAllTypes)

  for (const field of list) await connectif.contactFields.create(field)

  expect(list[0]).toEqual({ id: 'motto', name: 'motto', type: 'text', maxLength: 5 })
  expect(await connectif.contactFields.list()).toEqual(list)
})

test('a created field can be written, and its default is shown', async () => {
  const { connectif } = aTwin()
  const vip = { id: 'vip', name: 'VIP', type: 'boolean' as const, defaultValue: false }

  const created = await connectif.contactFields.create(vip)

  expect(created).toEqual(vip)
  expect(await connectif.contactFields.get('vip')).toEqual(vip)
  expect(await connectif.contacts.upsert(ada, {})).toMatchObject({ vip: false })
  expect(await connectif.contacts.upsert(ada, { vip: true } as object)).toMatchObject({ vip: true })
})

test('a deleted field is gone with its values, and deleting it again is no error', async () => {
  const { connectif } = aTwin({ contactFields: ofAllTypes })
  await connectif.contacts.upsert(ada, { tier: 'gold', vip: true } as object)

  await connectif.contactFields.delete('tier')
  await connectif.contactFields.delete('tier')

  const contact = await connectif.contacts.get(ada)
  expect(contact).toMatchObject({ vip: true })
  expect(contact).not.toHaveProperty('tier')
  const missing = connectif.contactFields.get('tier')
  await expect(missing).rejects.toMatchObject({ name: 'NotFoundError' })
  const writing = connectif.contacts.upsert(ada, { tier: 'gold' } as object)
  await expect(writing).rejects.toMatchObject({ violations: [{ path: 'tier' }] })
})

test.for([
  [{ type: 'integer', minValue: 5, maxValue: 1 }, 'contact-field-valid', 'maxValue'],
  [{ type: 'text', required: true }, 'contact-field-valid', 'defaultValue'],
  [{ type: 'text', maxLength: 0 }, 'body-shape', 'maxLength'],
  [{ type: 'boolean', id: 'tier' }, 'contact-field-unique', 'id'],
] as const)('creating %j is refused by %s', async ([field, rule, path]) => {
  const { connectif } = aTwin({ contactFields: ofAllTypes })

  const creating = connectif.contactFields.create({ id: 'new', name: 'New', ...field })

  await expect(creating).rejects.toMatchObject({ status: 422, rule, violations: [{ path }] })
  expect(await connectif.contactFields.list()).toEqual(contactFieldList(ofAllTypes))
})

test('a field id that cannot stand in a path is refused before any call', async () => {
  const { connectif, mock } = aTwin()

  await expect(connectif.contactFields.get('..')).rejects.toThrow(AddressError)
  await expect(connectif.contactFields.delete(' ')).rejects.toThrow(AddressError)
  expect(mock.journal.count).toBe(0)
})
