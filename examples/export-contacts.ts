/**
 * All contacts of an account, read row by row, and a part of them: the only way to read in bulk.
 *
 *     npm run build
 *     node examples/export-contacts.ts
 */
import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Connectif } from 'connectif-sdk'
import { aShop, createMock } from 'connectif-sdk/mock'

const jobs = { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }
const mock = createMock({ seed: aShop({ contacts: 5_000 }), jobs })
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

const all = await connectif.exports.create({ exportType: 'contacts' })
await connectif.exports.waitFor(all.id, { interval: 10 })

// Typed rows, one at a time: however many there are, only a few are in memory.
let count = 0
let points = 0
for await (const contact of connectif.exports.contacts(all.id)) {
  count += 1
  points += contact._points ?? 0
}
console.log(`${count} contacts have ${points} points`)
assert.equal(count, 5_000)

// A segment is asked for by its id. The twin has a few of its own, and those that you define.
mock.segments.define('with-a-card', { externalId: { present: true } })
const cards = await connectif.exports.create({
  exportType: 'contacts',
  filters: { segmentId: 'with-a-card' },
})
const { total } = await connectif.exports.waitFor(cards.id, { interval: 10 })
console.log(`${total} of them have a card`)
assert.equal(total, mock.segments.contacts('with-a-card').length)

// Or the ZIP itself, as a stream. Its link lives for 100 minutes; download asks for a fresh one.
const folder = await mkdtemp(join(tmpdir(), 'connectif-export-'))
const target = join(folder, 'contacts.zip')
const zip = await connectif.exports.download(all.id)
await zip.pipeTo(Writable.toWeb(createWriteStream(target)))
console.log(`The ZIP has ${Math.round((await stat(target)).size / 1024)} KiB`)
await rm(folder, { recursive: true })
