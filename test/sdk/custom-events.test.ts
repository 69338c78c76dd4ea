import { expect, test } from 'vitest'
import { AddressError, type EventTypeAddress } from '../../sdk/index.ts'
import { aTwin } from '../support/twin.ts'

const email = 'ada@example.com'
const alias = 'store-visit'

/** A twin that knows Ada, and visits of a store. */
async function aStore() {
  const { mock, connectif } = aTwin({ seed: { contacts: [{ _email: email }] } })
  const { id } = await connectif.customEventTypes.create({
    alias,
    name: 'Store visit',
    fields: [
      { id: 'email', name: 'Email', type: 'email' },
      { id: 'store', name: 'Store', type: 'text', required: true },
      { id: 'minutes', name: 'Minutes', type: 'integer' },
    ],
    primaryKey: 'email',
  })
  const events = () => mock.activities().filter(({ type }) => type === 'custom-event')
  return { mock, connectif, id, events }
}

test('an event is recorded for the contact with its email, by alias and by id', async () => {
  const { mock, connectif, id, events } = await aStore()
  const visit = { email, store: 'Gran Via', minutes: 25 }

  const first = await connectif.customEvents.create({ alias }, visit)
  const second = await connectif.customEvents.create({ id }, { email, store: 'Sol' })

  expect(second.id).not.toBe(first.id)
  const contactId = mock.contacts.find({ email })?.id
  expect(events()).toMatchObject([
    { contactId, subject: id, origin: 'api', data: visit },
    { contactId, subject: id, data: { store: 'Sol' } },
  ])
})

test('the event of an unknown contact is refused with E0501, and creates nothing', async () => {
  const { mock, connectif, events } = await aStore()

  const creating = connectif.customEvents.create({ alias }, { email: 'bob@example.com', store: '' })

  await expect(creating).rejects.toMatchObject({
    name: 'ApiError',
    status: 400,
    code: 'E0501',
    rule: 'event-contact-exists',
  })
  expect(mock.contacts.count).toBe(1)
  expect(events()).toEqual([])
})

test('createContact creates the contact of an event, once', async () => {
  const { mock, connectif, events } = await aStore()
  const visit = { email: 'bob@example.com', store: 'Sol' }

  await connectif.customEvents.create({ alias }, visit, { createContact: true })
  await connectif.customEvents.create({ alias }, visit, { createContact: true })

  expect(mock.contacts.count).toBe(2)
  const contactId = String(mock.contacts.find({ email: visit.email })?.id)
  expect(events().map((event) => event.contactId)).toEqual([contactId, contactId])
})

test.for([{ createContact: false }, { createContact: undefined }, {}])(
  'with %j no contact is created',
  async (options) => {
    const { connectif } = await aStore()
    const visit = { email: 'bob@example.com', store: 'Sol' }

    const creating = connectif.customEvents.create({ alias }, visit, options)

    await expect(creating).rejects.toMatchObject({ code: 'E0501' })
  },
)

test.for([
  [{ store: 'Sol' }, 'email'],
  [{ email: 'ada', store: 'Sol' }, 'email'],
  [{ email }, 'store'],
  [{ email, store: 'Sol', minutes: 1.5 }, 'minutes'],
  [{ email, store: 'Sol', hours: 1 }, 'hours'],
  [{ email, store: 'Sol', _externalId: 'POS-000123' }, '_externalId'],
] as const)('%j is refused, naming %s', async ([fields, path]) => {
  const { mock, connectif, events } = await aStore()

  const creating = connectif.customEvents.create({ alias }, fields as Record<string, string>)

  await expect(creating).rejects.toMatchObject({ status: 422, violations: [{ path }] })
  expect(events()).toEqual([])
  expect(mock.contacts.find({ email })).not.toHaveProperty('_externalId')
})

test('an unknown type is not found', async () => {
  const { connectif } = await aStore()

  for (const type of [{ alias: 'Store-Visit' }, { id: '65a000000000000000000001' }]) {
    const creating = connectif.customEvents.create(type, { email })
    await expect(creating).rejects.toMatchObject({ name: 'NotFoundError' })
  }
})

test.for([{}, null, undefined, { alias, id: '1' }, { alias: '..' }, { id: ' ' }, { id: 7 }])(
  'the address %j is refused before any call',
  async (address) => {
    const { mock, connectif } = aTwin()

    const creating = connectif.customEvents.create(address as unknown as EventTypeAddress, {})

    await expect(creating).rejects.toThrow(AddressError)
    expect(mock.journal.count).toBe(0)
  },
)

test('an event is not repeated after a lost reply, as it would be recorded twice', async () => {
  const { mock, connectif, events } = await aStore()
  mock.faults.add({ on: 'POST /custom-events/alias/{alias}', kind: 'lost-reply', times: 1 })

  const creating = connectif.customEvents.create(
    { alias },
    { email, store: 'Sol' },
    { maxRetries: 3 },
  )

  await expect(creating).rejects.toMatchObject({ name: 'ConnectionError' })
  expect(events()).toHaveLength(1)
})
