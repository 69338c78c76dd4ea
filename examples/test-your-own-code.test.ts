/**
 * Your code against the twin: the SDK in it calls the real address, and MSW lets the twin answer.
 *
 *     npx vitest run examples/test-your-own-code.test.ts
 */
import { Connectif, UnprocessableEntityError } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { handlers } from 'connectif-sdk/mock/msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

// Your code. It knows nothing of the twin.

const connectif = new Connectif({ apiKey: 'test:secret' })

/** Gives the contact with this email a loyalty card, if the card is free. */
async function registerCard(email: string, card: string): Promise<'registered' | 'card is taken'> {
  try {
    await connectif.contacts.upsert({ email }, { _externalId: card })
    return 'registered'
  } catch (error) {
    if (!(error instanceof UnprocessableEntityError)) throw error
    if (error.violations.some(({ path }) => path === '_externalId')) return 'card is taken'
    throw error
  }
}

// Your test.

const mock = createMock({
  seed: { contacts: [{ _email: 'ada@example.com', _name: 'Ada' }] },
})
const server = setupServer(...handlers(mock))

// In msw 2 the option is called `onUnhandledRequest`.
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => mock.reset())
afterAll(() => server.close())

test('a known contact keeps what it has and gets the card', async () => {
  const answer = await registerCard('ada@example.com', 'POS-000123')

  expect(answer).toBe('registered')
  expect(mock.contacts.find({ externalId: 'POS-000123' })).toMatchObject({
    _email: 'ada@example.com',
    _name: 'Ada',
  })
  expect(mock.contacts.count).toBe(1)
})

test('an unknown email becomes a contact', async () => {
  await registerCard('bob@example.com', 'POS-000124')

  expect(mock.contacts.find({ email: 'bob@example.com' })?._externalId).toBe('POS-000124')
})

test('the card of another contact is refused, and nothing is written', async () => {
  await registerCard('ada@example.com', 'POS-000123')

  const answer = await registerCard('bob@example.com', 'POS-000123')

  expect(answer).toBe('card is taken')
  expect(mock.contacts.find({ email: 'bob@example.com' })).toBeUndefined()
  expect(mock.contacts.find({ externalId: 'POS-000123' })?._email).toBe('ada@example.com')
})
