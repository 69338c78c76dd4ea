/**
 * One twin, many accounts: tests that run at the same time share nothing, and declared accounts
 * have keys that may do only some things.
 *
 *     npm run build
 *     node examples/parallel-accounts.ts
 */
import assert from 'node:assert/strict'
import { Connectif, PermissionError } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

// By default each key opens an account of its own, from the seed.
const mock = createMock({ seed: { contacts: [{ _externalId: 'POS-000001', _points: 0 }] } })
const keys = Array.from({ length: 20 }, (_, index) => `test-${index}:secret`)

await Promise.all(
  keys.map(async (apiKey, points) => {
    const connectif = new Connectif({ apiKey, fetch: mock.fetch })
    await connectif.contacts.upsert({ externalId: 'POS-000001' }, { _points: points })
    await connectif.contacts.upsert({ email: 'ada@example.com' }, { _externalId: 'POS-000002' })
  }),
)
const points = keys.map((apiKey) => mock.account(apiKey).contacts.all()[0]?._points)
console.log(`20 accounts, each with 2 contacts; the first of each has ${points.join(', ')} points.`)
assert.deepEqual(points, [...keys.keys()])

// Declared accounts: two keys of one shop, and an account that is blocked.
const declared = createMock({
  accounts: {
    shop: {
      keys: {
        'till:secret': ['contacts:read', 'contacts:write'],
        'report:secret': ['contacts:read'],
      },
    },
    closed: { keys: { 'old:secret': ['contacts:read'] }, blocked: true },
  },
})
const client = (apiKey: string) => new Connectif({ apiKey, fetch: declared.fetch })

await client('till:secret').contacts.upsert({ email: 'ada@example.com' }, { _name: 'Ada' })
const ada = await client('report:secret').contacts.get({ email: 'ada@example.com' })
console.log(`The reports read what the till wrote: ${ada._name}.`)
assert.equal(ada._name, 'Ada')

for (const apiKey of ['report:secret', 'old:secret']) {
  const write = client(apiKey).contacts.upsert({ email: 'ada@example.com' }, { _name: 'Eve' })
  const error = await write.catch((error) => error)
  assert.ok(error instanceof PermissionError)
  console.log(`${apiKey}  ${error.message}`)
}
assert.equal(declared.account('till:secret').contacts.all()[0]?._name, 'Ada')
