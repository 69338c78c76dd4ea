/**
 * Ninety days in a moment: anonymous contacts go when their time is up, known ones stay for ever.
 *
 *     npm run build
 *     node examples/time-and-purge.ts
 */
import assert from 'node:assert/strict'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })
const web = mock.tracking.web()

// One contact is known by its card; two are visitors of the shop, of whom one comes back.
await connectif.contacts.upsert({ externalId: 'POS-000123' }, { _name: 'Ada' })
const once = web.pageView({ trackerId: 'browser-1' })
const again = web.pageView({ trackerId: 'browser-2' })
show('at first')

mock.clock.advance({ days: 60 })
web.pageView({ trackerId: 'browser-2' })
mock.clock.advance({ days: 29, hours: 23, minutes: 59 })
show('a minute before the 90 days of the first visitor end')
assert.equal(mock.contacts.count, 3)

mock.clock.advance({ minutes: 1 })
show('a minute later')
assert.equal(mock.contacts.find({ id: once }), undefined)
assert.ok(mock.contacts.find({ id: again }))

mock.clock.advance({ days: 365 })
show('a year later')
assert.deepEqual(
  mock.contacts.all().map(({ _name }) => _name),
  ['Ada'],
)

// Each went at its own moment, however late anybody looked.
const purges = mock.activities().filter(({ type }) => type === 'contact-purged')
assert.deepEqual(
  purges.map(({ at }) => new Date(at).toISOString()),
  ['2026-04-01T00:00:00.000Z', '2026-05-31T00:00:00.000Z'],
)

function show(when: string) {
  console.log(`${mock.clock.now().toISOString()}  contacts: ${mock.contacts.count}, ${when}`)
}
