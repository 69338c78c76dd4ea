/**
 * A file of customers imported by External ID: how far it is, and which records were refused, why.
 *
 *     npm run build
 *     node examples/import-customers.ts
 */
import assert from 'node:assert/strict'
import { Connectif, defineContactFields, radio } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const contactFields = defineContactFields({ tier: radio('silver', 'gold') })
const mock = createMock({ contactFields, jobs: { startAfter: 0, recordsPerSecond: 5_000 } })
const connectif = new Connectif({ apiKey: 'example:secret', contactFields, fetch: mock.fetch })

// As a till system writes it. Lines 4 to 6 are wrong, each in its own way.
const file = `_externalId,_email,_name,_birthdate,tier
POS-000001,ada@example.com,Ada,1985-12-10,gold
POS-000002,,"Bob, the builder",,silver
POS-000003,cleo@example.com,Cleo,10/12/1985,
POS-000004,ada@example.com,Ada again,,
POS-000005,eve@example.com,Eve,,platinum
`

const { id, total } = await connectif.imports.create({ type: 'contacts', file })
console.log(`Queued: ${total} records`)

const done = await connectif.imports.waitFor(id, {
  interval: 5,
  onProgress: ({ status, success, errors }) => console.log(`${status}: ${success} + ${errors}`),
})
assert.equal(done.status, 'finished')

// Nothing of a refused record is written, and no two contacts are ever merged.
for await (const { line, column, value, reason } of connectif.imports.errorReport(id)) {
  console.log(`line ${line}: ${column} ${reason}${value ? `, but it is ${value}` : ''}`)
}
assert.equal(done.errors, 3)

// A second file updates what is there; only its empty fields, where that is asked for.
const later = await connectif.imports.create({
  type: 'contacts',
  updateOnlyEmptyFields: true,
  file: {
    rows: [
      { _externalId: 'POS-000001', _name: 'Somebody else', _surname: 'Lovelace' },
      { _externalId: 'POS-000006', _name: 'Fay', tier: 'gold' },
    ],
    columns: ['_externalId', '_name', '_surname', 'tier'],
  },
})
await connectif.imports.waitFor(later.id, { interval: 5 })
const ada = await connectif.contacts.get({ externalId: 'POS-000001' })
console.log(`${ada._name} ${ada._surname}, ${ada.tier}`)
assert.deepEqual([ada._name, ada._surname, ada.tier], ['Ada', 'Lovelace', 'gold'])
assert.equal(mock.contacts.count, 3)
