/**
 * Custom events: what contacts did in your own terms, such as a visit to a store.
 *
 *     npm run build
 *     node examples/custom-events.ts
 */
import assert from 'node:assert/strict'
import { ApiError, Connectif, UnprocessableEntityError } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

// The type says which fields an event has, and which of them names the contact.
await connectif.customEventTypes.create({
  alias: 'store-visit',
  name: 'Store visit',
  primaryKey: 'email',
  fields: [
    { id: 'email', name: 'Email', type: 'email' },
    { id: 'store', name: 'Store', type: 'text', required: true },
    { id: 'minutes', name: 'Minutes', type: 'integer' },
  ],
})
const visit = { email: 'ada@example.com', store: 'Gran Via', minutes: 25 }

// Nobody has this email yet. The API creates a contact only if it is asked to.
const unknown = await connectif.customEvents
  .create({ alias: 'store-visit' }, visit)
  .catch((error) => error)
assert.ok(unknown instanceof ApiError)
console.log(`Refused with ${unknown.code}: ${unknown.message}`)
assert.equal(unknown.code, 'E0501')
assert.equal(mock.contacts.count, 0)

await connectif.customEvents.create({ alias: 'store-visit' }, visit, { createContact: true })
const ada = await connectif.contacts.get({ email: 'ada@example.com' })
const [event] = mock.activities(ada.id).filter(({ type }) => type === 'custom-event')
console.log(`Recorded for ${ada._email}: ${JSON.stringify(event?.data)}`)
assert.deepEqual(event?.data, visit)

// A misspelt field is refused, and so is an External ID: an event can neither set nor use one.
for (const wrong of [
  { email: 'ada@example.com', shop: 'Gran Via' },
  { ...visit, _externalId: 'POS-000123' },
]) {
  const refused = await connectif.customEvents
    .create({ alias: 'store-visit' }, wrong)
    .catch((error) => error)
  assert.ok(refused instanceof UnprocessableEntityError)
  console.log(`Refused: ${refused.message}`)
}
assert.equal(mock.activities(ada.id).filter(({ type }) => type === 'custom-event').length, 1)
