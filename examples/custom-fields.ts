/**
 * Custom fields, declared once: the SDK takes its types from them, the twin its rules, and an
 * account that has none of them yet gets them from the same declaration.
 *
 *     npm run build
 *     node examples/custom-fields.ts
 */
import assert from 'node:assert/strict'
import {
  boolean,
  Connectif,
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
  UnprocessableEntityError,
} from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const contactFields = defineContactFields({
  tier: radio('bronze', 'silver', 'gold'),
  interests: checkbox('hiking', 'sailing', 'cycling'),
  shoeSize: integer({ min: 15, max: 55 }),
  discount: decimal({ min: 0, max: 100 }),
  memberSince: date({ min: '2015-01-01' }),
  likesCalls: boolean(),
  nickname: text({ maxLength: 20 }),
  invoiceEmail: email(),
  landline: phone({ defaultCountryCode: '34' }),
})

// The account does not have them: each is created there.
const mock = createMock()
const connectif = new Connectif({ apiKey: 'example:secret', contactFields, fetch: mock.fetch })
for (const field of contactFieldList(contactFields)) await connectif.contactFields.create(field)
const fields = await connectif.contactFields.list()
console.log(`The account has ${fields.map(({ id }) => id).join(', ')}.`)
assert.equal(fields.length, 9)

const ada = await connectif.contacts.upsert(
  { externalId: 'POS-000123' },
  { tier: 'gold', interests: ['hiking', 'sailing'], shoeSize: 38, memberSince: '2020-05-01' },
)
console.log(`Ada is ${ada.tier} and likes ${ada.interests?.join(' and ')}.`)
assert.equal(ada.shoeSize, 38)

// What does not fit does not compile, and where types cannot tell, the twin refuses it.
const misfit = { shoeSize: 99, nickname: 'a name of more than 20 characters', colour: 'green' }
const error = await connectif.contacts
  .upsert({ externalId: 'POS-000123' }, misfit)
  .catch((error) => error)
assert.ok(error instanceof UnprocessableEntityError)
for (const { path, reason } of error.violations) console.log(`  ${path} ${reason}`)
assert.deepEqual(
  error.violations.map(({ path }) => path),
  ['shoeSize', 'nickname', 'colour'],
)

// @ts-expect-error: platinum is no option of tier
const wrong = connectif.contacts.upsert({ externalId: 'POS-000123' }, { tier: 'platinum' })
await assert.rejects(wrong, UnprocessableEntityError)
