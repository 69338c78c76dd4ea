import { createMock } from '../../mock/index.ts'
import {
  type AccountContactField,
  boolean,
  Connectif,
  type ContactFieldCreate,
  type ContactFieldValues,
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
import { same } from './same.ts'

const contactFields = defineContactFields({
  motto: text({ maxLength: 50 }),
  workEmail: email(),
  workPhone: phone({ defaultCountryCode: '34' }),
  memberSince: date({ min: '2020-01-01' }),
  shoeSize: integer({ min: 15, max: 55 }),
  balance: decimal(),
  vip: boolean(),
  tier: radio('gold', 'silver'),
  interests: checkbox('garden', 'kitchen'),
})

/** One declaration, for the client and for the twin. */
const mock = createMock({ contactFields })
const connectif = new Connectif({ apiKey: 'id:secret', fetch: mock.fetch, contactFields })
const address = { externalId: 'POS-000123' }

export async function values() {
  await connectif.contacts.upsert(address, {
    motto: 'Onwards',
    workEmail: 'ada@example.com',
    workPhone: '600000001',
    memberSince: '2026-01-31',
    shoeSize: 38,
    balance: -1.5,
    vip: false,
    tier: 'silver',
    interests: ['garden', 'kitchen'],
  })
  const contact = await connectif.contacts.get(address)
  same<ContactFieldValues<typeof contactFields>['tier']>()<typeof contact.tier>()
  same<'gold' | 'silver' | undefined>()<typeof contact.tier>()
  same<('garden' | 'kitchen')[] | undefined>()<typeof contact.interests>()
  same<string | undefined>()<typeof contact.motto>()
  same<string | undefined>()<typeof contact.workEmail>()
  same<string | undefined>()<typeof contact.workPhone>()
  same<string | undefined>()<typeof contact.memberSince>()
  same<number | undefined>()<typeof contact.shoeSize>()
  same<number | undefined>()<typeof contact.balance>()
  same<boolean | undefined>()<typeof contact.vip>()

  // @ts-expect-error a typo
  contact.teir
}

export function wrongValues() {
  const { contacts } = connectif
  // @ts-expect-error a typo
  contacts.upsert(address, { shoesize: 38 })
  // @ts-expect-error text is a string
  contacts.upsert(address, { motto: 7 })
  // @ts-expect-error an email is a string
  contacts.upsert(address, { workEmail: ['ada@example.com'] })
  // @ts-expect-error a phone number is a string
  contacts.upsert(address, { workPhone: 600000001 })
  // @ts-expect-error a date is an ISO string, not a Date
  contacts.upsert(address, { memberSince: new Date() })
  // @ts-expect-error a number is not a string
  contacts.upsert(address, { shoeSize: '38' })
  // @ts-expect-error a number is not a string
  contacts.upsert(address, { balance: '1.5' })
  // @ts-expect-error a boolean is not a number
  contacts.upsert(address, { vip: 1 })
  // @ts-expect-error not an option
  contacts.upsert(address, { tier: 'bronze' })
  // @ts-expect-error a radio takes one option, no list
  contacts.upsert(address, { tier: ['gold'] })
  // @ts-expect-error a checkbox takes a list
  contacts.upsert(address, { interests: 'garden' })
  // @ts-expect-error not an option
  contacts.upsert(address, { interests: ['garden', 'cellar'] })
  // @ts-expect-error fields are left out, not null
  contacts.upsert(address, { tier: null })
}

export function wrongDeclarations() {
  // @ts-expect-error a phone field has a dialling code
  phone()
  // @ts-expect-error a dialling code is a string
  phone({ defaultCountryCode: 34 })
  // @ts-expect-error a typo
  text({ maxlength: 50 })
  // @ts-expect-error a date has no length
  date({ maxLength: 10 })
  // @ts-expect-error a limit of a date is a string
  date({ min: 2020 })
  // @ts-expect-error a limit of a number is a number
  integer({ min: '15' })
  // @ts-expect-error a radio has at least one option
  radio()
  // @ts-expect-error a checkbox has at least one option
  checkbox()
  // @ts-expect-error an option is a string
  radio(1, 2)
  // @ts-expect-error an option is a string
  checkbox(true)
  // @ts-expect-error no such type
  defineContactFields({ tier: { type: 'select', options: [] } })
  // @ts-expect-error a radio has options
  createMock({ contactFields: { tier: { type: 'radio' } } })
  // @ts-expect-error a limit of another type
  createMock({ contactFields: { motto: { type: 'text', minValue: 1 } } })
}

export async function fields() {
  const listed = await connectif.contactFields.list()
  same<AccountContactField[]>()<typeof listed>()
  const made = await connectif.contactFields.create({
    id: 'tier',
    name: 'Tier',
    type: 'radio',
    required: true,
    defaultValue: 'silver',
    options: [{ id: 'silver', label: 'Silver' }],
  })
  same<string>()<typeof made.name>()
  const gone = await connectif.contactFields.delete('tier')
  same<void>()<typeof gone>()
  same<ContactFieldCreate[]>()<ReturnType<typeof contactFieldList>>()
  for (const field of contactFieldList(contactFields)) await connectif.contactFields.create(field)

  // @ts-expect-error a field has a name
  connectif.contactFields.create({ id: 'vip', type: 'boolean' })
  // @ts-expect-error a field has a type
  connectif.contactFields.create({ id: 'vip', name: 'VIP' })
  // @ts-expect-error no such type
  connectif.contactFields.create({ id: 'vip', name: 'VIP', type: 'bool' })
  // @ts-expect-error a phone field has a dialling code
  connectif.contactFields.create({ id: 'home', name: 'Home', type: 'phone' })
  // @ts-expect-error a radio has options
  connectif.contactFields.create({ id: 'tier', name: 'Tier', type: 'radio' })
  // @ts-expect-error a typo
  connectif.contactFields.create({ id: 'a', name: 'A', type: 'text', maxlength: 5 })
  // @ts-expect-error an id is a string
  connectif.contactFields.get(7)
}
