/**
 * A loyalty card of a store, linked to the online account of its owner. Three people ask for it:
 * one with a new card, one who has bought with the card before, one with the card of somebody else.
 *
 *     npm run build
 *     node examples/loyalty-card.ts
 */
import assert from 'node:assert/strict'
import { Connectif, NotFoundError, UnprocessableEntityError } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const mock = createMock({
  seed: {
    contacts: [
      { _email: 'ada@example.com', _name: 'Ada' },
      { _email: 'bob@example.com', _name: 'Bob', _points: 5 },
      { _email: 'eve@example.com', _name: 'Eve' },
      { _externalId: 'CARD-002', _points: 40 },
    ],
  },
})
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch })

for (const [email, card] of [
  ['ada@example.com', 'CARD-001'],
  ['bob@example.com', 'CARD-002'],
  ['eve@example.com', 'CARD-001'],
] as const) {
  console.log(`${email}, ${card}: ${await link(email, card)}`)
}

assert.equal(mock.contacts.find({ externalId: 'CARD-001' })?._email, 'ada@example.com')
assert.equal(mock.contacts.find({ externalId: 'CARD-002' })?._points, 45)
assert.equal(mock.contacts.find({ email: 'eve@example.com' })?._externalId, undefined)
assert.equal(mock.contacts.count, 3)

/** Makes the card the External ID of the account. */
async function link(email: string, card: string): Promise<string> {
  try {
    await connectif.contacts.upsert({ email }, { _externalId: card })
    return 'linked'
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  const owner = await connectif.contacts.get({ externalId: card })
  if (owner._email !== undefined) return 'the card belongs to somebody else'
  return moveCard(email, card, owner._points ?? 0)
}

/**
 * The API never merges two contacts: what the card has is carried over by hand. The card is free
 * once its own contact is deleted, with its activity; its purchases stay, but lose their contact.
 */
async function moveCard(email: string, card: string, points: number): Promise<string> {
  const account = await connectif.contacts.get({ email }).catch((error) => {
    if (error instanceof NotFoundError) return undefined
    throw error
  })
  await connectif.contacts.delete({ externalId: card })
  const _points = points + (account?._points ?? 0)
  await connectif.contacts.upsert({ email }, { _externalId: card, _points })
  return `linked, with ${points} points of the card`
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof UnprocessableEntityError &&
    error.violations.some(({ path }) => path === '_externalId')
  )
}
