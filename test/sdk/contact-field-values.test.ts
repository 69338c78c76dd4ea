import { expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { apiKey, checked } from '../support/carriers.ts'
import { ofAllTypes as contactFields } from '../support/contact-fields.ts'
import { aTwin } from '../support/twin.ts'

const ada = { externalId: 'POS-000123' }

function aShop() {
  const { mock } = aTwin({ contactFields })
  return { mock, shop: new Connectif({ apiKey, fetch: checked(mock.fetch), contactFields }) }
}

test('values of all types are written and read', async () => {
  const { shop, mock } = aShop()

  const written = await shop.contacts.upsert(ada, {
    motto: 'Go on',
    workEmail: 'ada@work.example',
    workPhone: '600000001',
    memberSince: '2020-01-01',
    shoeSize: 55,
    balance: -0.5,
    vip: false,
    tier: 'silver',
    interests: ['kitchen', 'garden'],
  })

  expect(written.interests).toEqual(['kitchen', 'garden'])
  expect(await shop.contacts.get(ada)).toEqual(written)
  expect(mock.contacts.find(ada)).toEqual(written)
})

test.for([
  { motto: '😀😀😀😀😀' },
  { memberSince: '2025-12-31T00:00:00Z' },
  { shoeSize: 15 },
  { balance: 0.5 },
  { interests: [] },
])('%j is at a limit, and fits', async (fields) => {
  const { shop } = aShop()

  expect(await shop.contacts.upsert(ada, fields as object)).toMatchObject(fields)
})

test.for([
  ['motto', 'abcdef', 'must have at most 5 characters'],
  ['motto', 7, 'must be a string'],
  ['workEmail', 'ada', 'must be an email address'],
  ['workPhone', '123', 'must be a phone number, 4 to 20 digits without spaces'],
  ['memberSince', '2019-12-31', 'must be 2020-01-01 or later'],
  ['memberSince', '2026-01-01', 'must be 2025-12-31 or earlier'],
  ['memberSince', '31/01/2024', 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'],
  ['shoeSize', 14, 'must be 15 or more'],
  ['shoeSize', 56, 'must be 55 or less'],
  ['shoeSize', 38.5, 'must be an integer'],
  ['balance', -0.51, 'must be -0.5 or more'],
  ['balance', 0.51, 'must be 0.5 or less'],
  ['balance', '0.1', 'must be a number'],
  ['vip', 'true', 'must be a boolean'],
  ['tier', 'bronze', 'must be one of gold, silver'],
  ['interests', 'garden', 'must be an array of option ids'],
  ['interests', ['garden', 'cellar'], 'must be one of garden, kitchen'],
  ['interests', ['garden', 'garden'], 'must not name an option twice'],
  ['teir', 'gold', 'is not declared as a contact field of this account'],
] as const)('%s refuses %j: %s', async ([path, value, reason]) => {
  const { shop, mock } = aShop()

  const writing = shop.contacts.upsert(ada, { [path]: value } as object)

  await expect(writing).rejects.toMatchObject({
    name: 'UnprocessableEntityError',
    message: `422: ${path} ${reason}`,
    rule: 'field-known',
    violations: [{ path, reason }],
  })
  expect(mock.contacts.count).toBe(0)
})
