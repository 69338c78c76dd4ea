/**
 * The twin as a server, steered by plain HTTP as a test in any language would: `/__twin/` moves the
 * clock, tracks visitors, breaks calls, tells what was called, and starts again.
 *
 *     npm run build
 *     node examples/steer-the-server.ts
 */
import assert from 'node:assert/strict'
import { createMock } from 'connectif-sdk/mock'
import { serve } from 'connectif-sdk/mock/server'

const server = await serve(createMock({ clock: '2026-01-01T00:00:00Z' }), { port: 0 })
console.log(`The twin runs at ${server.url}`)

try {
  // A call to the API, as your program makes it, and what became of it.
  assert.equal(await upsert('ada@example.com', { _name: 'Ada' }), 200)
  const { total, calls } = await steer('GET', 'journal?account=test')
  console.log(`${total} call: ${calls[0].operation}, ${calls[0].status}`)

  // A visitor comes, and 90 days go by.
  await steer('POST', 'tracking/web/page-view?account=test', { trackerId: 'browser-1' })
  console.log(`${await contacts()} contacts`)
  const clock = await steer('POST', 'clock/advance', { days: 90 })
  console.log(`${await contacts()} contact, and it is ${clock.now}`)
  assert.equal(await contacts(), 1)

  // The API is down, for one call.
  await steer('POST', 'faults', {
    kind: 'status',
    status: 503,
    on: 'PATCH /contacts/email/{email}',
  })
  const statuses = [await upsert('bob@example.com'), await upsert('bob@example.com')]
  console.log(`Two upserts: ${statuses.join(', then ')}`)
  assert.deepEqual(statuses, [503, 200])

  // Everything starts again.
  await steer('POST', 'reset')
  const { accounts, clock: start } = await steer('GET', 'state')
  console.log(`After the reset ${accounts.length} accounts are open, and it is ${start.now}`)
  assert.deepEqual(accounts, [])
  assert.equal(start.now, '2026-01-01T00:00:00.000Z')
} finally {
  await server.close()
}

/** Asks the control API, and gives its answer. */
async function steer(method: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/__twin/${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  return response.status === 204 ? undefined : response.json()
}

/** Calls the API as any program would, and gives the status. */
async function upsert(email: string, fields: object = {}): Promise<number> {
  const { status } = await fetch(`${server.url}/contacts/email/${email}`, {
    method: 'PATCH',
    headers: { Authorization: 'apiKey test:secret', 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return status
}

async function contacts(): Promise<number> {
  return (await steer('GET', 'accounts/test/contacts')).total
}
