/**
 * Somebody wants to see their data, and then to be forgotten: what the API gives, what it deletes,
 * what it keeps, and what has to be recorded elsewhere.
 *
 *     npm run build
 *     node examples/gdpr-deletion.ts
 */
import assert from 'node:assert/strict'
import { Connectif, type ContactAddress, NotFoundError } from 'connectif-sdk'
import { aContact, aProduct, aPurchase, createMock } from 'connectif-sdk/mock'

const mock = createMock({
  clock: '2026-01-01T00:00:00Z',
  seed: { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] },
})
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

const held = await dataOf({ email: 'ada@example.com' })
console.log('Held:', held)
assert.equal(held?._externalId, 'POS-000001')

console.log(await forget({ email: 'ada@example.com' }))
console.log(await forget({ email: 'ada@example.com' })) // safe to repeat

// Gone by either address, with all activity. Purchases stay, and tell no longer whose they were.
assert.equal(mock.contacts.find({ externalId: 'POS-000001' }), undefined)
const purchase = await connectif.purchases.getByPurchaseId('ORD-100001')
assert.deepEqual([purchase.contactId, purchase.contactEmail], [undefined, undefined])
console.log(`The purchase over ${purchase.totalPrice} is kept, of nobody`)

// The next upsert would make a new contact: systems that send them have to forget, too.
const again = await connectif.contacts.upsert({ email: 'ada@example.com' }, {})
assert.equal(again._name, undefined)
assert.equal(again._totalPurchases ?? 0, 0)
console.log('An upsert starts from nothing')

/** What is held about somebody, to hand over. */
async function dataOf(address: ContactAddress) {
  try {
    return await connectif.contacts.get(address)
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}

/** Deletes somebody, and gives the line for the register of deletions, without personal data. */
async function forget(address: ContactAddress): Promise<string> {
  const contact = await dataOf(address)
  if (!contact) return 'Nothing is held by this address'
  await connectif.contacts.delete(address)

  const left = await dataOf(address)
  assert.equal(left, undefined)
  return `Deleted contact ${contact.id}`
}
