import { Connectif, type CustomEventType, type EventTypeAddress } from '../../sdk/index.ts'
import { same } from './same.ts'

const connectif = new Connectif({ apiKey: process.env.CONNECTIF_API_KEY })
const alias = 'store-visit'
const id = '65a000000000000000000001'
const visit = { email: 'ada@example.com', minutes: 25, bought: true, rooms: ['garden'] }

export async function events() {
  const event = await connectif.customEvents.create({ alias }, visit, { createContact: true })
  same<string>()<typeof event.id>()
  await connectif.customEvents.create({ id }, visit, { timeout: 1000, createContact: undefined })

  // @ts-expect-error an address is either an alias or an id
  connectif.customEvents.create({ alias, id }, visit)
  // @ts-expect-error an address is not empty
  connectif.customEvents.create({}, visit)
  // @ts-expect-error an address is not a string
  connectif.customEvents.create(alias, visit)
  // @ts-expect-error a contact's address is none of a type
  connectif.customEvents.create({ externalId: 'POS-000123' }, visit)
  // @ts-expect-error an event has fields
  connectif.customEvents.create({ alias })
  // @ts-expect-error a value is not null
  connectif.customEvents.create({ alias }, { email: null })
  // @ts-expect-error a value is no object
  connectif.customEvents.create({ alias }, { email: 'ada@example.com', store: { city: 'Madrid' } })
  // @ts-expect-error a typo
  connectif.customEvents.create({ alias }, visit, { createcontact: true })
}

/** An address that is known only at run time. */
export function either(type: EventTypeAddress) {
  return connectif.customEvents.create(type, visit)
}

export async function eventTypes() {
  const fields = [{ id: 'email', name: 'Email', type: 'email' as const }]
  const type = { alias, name: 'Store visit', fields, primaryKey: 'email' }
  const created = await connectif.customEventTypes.create(type)
  same<CustomEventType>()<typeof created>()
  same<'receive' | 'send'>()<typeof created.category>()
  const all = await connectif.customEventTypes.list()
  same<CustomEventType[]>()<typeof all>()
  const { data } = await connectif.customEventTypes.get(id).withResponse()
  same<CustomEventType>()<typeof data>()
  const gone = await connectif.customEventTypes.delete(id)
  same<void>()<typeof gone>()

  // @ts-expect-error the primary key is missing
  connectif.customEventTypes.create({ alias, name: 'Store visit', fields })
  // @ts-expect-error not a category
  connectif.customEventTypes.create({ ...type, category: 'both' })
  // @ts-expect-error not a type of field
  connectif.customEventTypes.create({ ...type, fields: [{ ...fields[0], type: 'money' }] })
}
