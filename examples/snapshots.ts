/**
 * A twin that remembers: keep a state, see what a run changed, go back to it as often as you like.
 *
 *     npm run build
 *     node examples/snapshots.ts
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connectif } from 'connectif-sdk'
import { createMock, type Snapshot } from 'connectif-sdk/mock'

const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })
await connectif.contacts.upsert({ externalId: 'POS-000001' }, { _name: 'Ada', _points: 10 })
await connectif.contacts.upsert({ externalId: 'POS-000002' }, { _name: 'Bob', _points: 20 })

// A snapshot is plain JSON, so it can wait in a file for another day.
const folder = mkdtempSync(join(tmpdir(), 'snapshots-'))
const file = join(folder, 'two-contacts.json')
writeFileSync(file, JSON.stringify(mock.snapshot()))
const before: Snapshot = JSON.parse(readFileSync(file, 'utf8'))
rmSync(folder, { recursive: true })

mock.clock.advance({ days: 1 })
await connectif.contacts.upsert({ externalId: 'POS-000001' }, { _points: 11 })
await connectif.contacts.delete({ externalId: 'POS-000002' })
await connectif.contacts.upsert({ externalId: 'POS-000003' }, { _name: 'Cleo' })

const { created, updated, deleted } = mock.diff(before).contacts
for (const contact of created) console.log(`created  ${contact._name}`)
for (const { after, before } of updated) {
  console.log(`updated  ${after._name}, from ${before._points} to ${after._points} points`)
}
for (const contact of deleted) console.log(`deleted  ${contact._name}`)
assert.deepEqual([created.length, updated.length, deleted.length], [1, 1, 1])

mock.restore(before)
console.log(`restored ${names()}, at ${mock.clock.now().toISOString()}`)
assert.equal(names(), 'Ada, Bob')
assert.equal(mock.clock.now().toISOString(), '2026-01-01T00:00:00.000Z')

// What is no whole snapshot changes nothing.
assert.throws(() => mock.restore({ ...before, accounts: { example: {} } } as never), /broken/)
assert.equal(names(), 'Ada, Bob')

function names() {
  return mock.contacts
    .all()
    .map(({ _name }) => _name)
    .join(', ')
}
