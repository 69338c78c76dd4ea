/**
 * Customers of an ERP loaded at volume: the API fails now and then, the run is stopped half-way,
 * and goes on where it was. Then all of them once more, by an import.
 *
 *     npm run build
 *     node examples/load-customers.ts
 */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const count = 2000
const mock = createMock({ jobs: { startAfter: 0, recordsPerSecond: 100_000 } })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })
for (const nth of [10, 500, 900]) mock.faults.add({ kind: 'lost-reply', nth })

// One at a time, as a cursor gives them: a run never holds all of them.
async function* customers() {
  for (let at = 0; at < count; at++) {
    yield { _externalId: `ERP-${at}`, _email: `ada.${at}@example.com`, _points: at }
  }
}

const folder = await mkdtemp(join(tmpdir(), 'load-customers-'))
const checkpoint = { path: join(folder, 'customers.json') }

// Leaving the loop ends a run after the items in flight, as `signal` does at once.
const first = connectif.contacts.upsertMany(customers(), { checkpoint, total: count })
for await (const { position } of first) if (position === count / 2) break
const there = mock.contacts.count
console.log(`Stopped: ${there > count / 2 && there < count ? 'about half of them' : there}`)

// The same call with the same source goes on. The report is that of the whole.
const report = await connectif.contacts.upsertMany(customers(), { checkpoint })
console.log(`Done: ${report.done}, failed: ${report.failed}`)
assert.equal(report.done, count)
assert.equal(mock.contacts.count, count)

const { imported } = await connectif.contacts.upsertMany(customers(), { strategy: 'auto' })
console.log(`Imported: ${imported}, by ${mock.imports.count} import`)
assert.equal(imported, count)

await rm(folder, { recursive: true })
