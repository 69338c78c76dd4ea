/**
 * More calls than the API takes: a 429 holds back all calls of the client until the next window,
 * and none is lost. The limit here is 10 calls a second, so that it does not take a minute.
 *
 *     npm run build
 *     node examples/rate-limit.ts
 */
import assert from 'node:assert/strict'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({ rateLimit: { limit: 10, windowSeconds: 1 } })
const waits: number[] = []
const connectif = new Connectif({
  apiKey: 'example:secret',
  fetch: mock.fetch,
  onRetry: ({ waitMs }) => waits.push(waitMs),
})

const startedAt = performance.now()
const points = Array.from({ length: 15 }, (_, index) => index)
await Promise.all(
  points.map((_points) => connectif.contacts.upsert({ externalId: `POS-${_points}` }, { _points })),
)
const seconds = (performance.now() - startedAt) / 1000

const refused = mock.journal.calls({ status: 429 }).length
console.log(`15 contacts in ${seconds.toFixed(1)} s: ${refused} calls were refused with a 429,`)
console.log(`and ${waits.length} waited, ${Math.max(...waits)} ms at most.`)
assert.equal(mock.contacts.count, 15)
assert.ok(refused >= 1)

// What is left stands on every answer.
const { rateLimit } = await connectif.contacts.get({ externalId: 'POS-0' }).withResponse()
console.log(`The limit is ${rateLimit?.limit}; ${rateLimit?.remaining} calls remain.`)
assert.equal(rateLimit?.limit, 10)
