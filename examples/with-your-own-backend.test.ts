/**
 * Two back ends in one MSW server: your own, whose data is in an @msw/data collection, and the twin
 * of Connectif beside it.
 *
 *     npx vitest run examples/with-your-own-backend.test.ts
 */
import { Collection } from '@msw/data'
import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
import { handlers } from 'connectif-sdk/mock/msw'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

interface Member {
  card: string
  email: string
  points: number
}

// Your code: brings the points of a member from your shop to Connectif.

const connectif = new Connectif({ apiKey: 'test:secret' })

async function syncMember(card: string): Promise<'synced' | 'no such member'> {
  const response = await fetch(`https://shop.example/api/members/${encodeURIComponent(card)}`)
  if (response.status === 404) return 'no such member'
  const { email, points }: Member = await response.json()

  await connectif.contacts.upsert({ externalId: card }, { _email: email, _points: points })
  return 'synced'
}

// Your shop's back end. The collection takes any Standard Schema, such as one of zod or valibot;
// this one believes everything.

const members = new Collection({
  schema: {
    '~standard': {
      version: 1,
      vendor: 'example',
      validate: (value: unknown) => ({ value: value as Member }),
      types: undefined as { input: Member; output: Member } | undefined,
    },
  },
})

const shop = http.get<{ card: string }>('https://shop.example/api/members/:card', ({ params }) => {
  const member = members.findFirst((q) => q.where({ card: params.card }))
  return member ? HttpResponse.json(member) : new HttpResponse(null, { status: 404 })
})

// Your test.

const mock = createMock()
const server = setupServer(shop, ...handlers(mock))

// In msw 2 the option is called `onUnhandledRequest`.
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(async () => {
  await members.create({ card: 'POS-000123', email: 'ada@example.com', points: 7 })
})
afterEach(() => {
  members.clear()
  mock.reset()
})
afterAll(() => server.close())

test('the points of a member reach the contact with that card', async () => {
  await syncMember('POS-000123')

  expect(mock.contacts.find({ externalId: 'POS-000123' })).toMatchObject({
    _email: 'ada@example.com',
    _points: 7,
  })
})

test('a change in the shop reaches the contact that is there', async () => {
  await syncMember('POS-000123')
  await members.update((q) => q.where({ card: 'POS-000123' }), {
    data: (member) => {
      member.points = 12
    },
  })

  await syncMember('POS-000123')

  expect(mock.contacts.all()).toMatchObject([{ _externalId: 'POS-000123', _points: 12 }])
})

test('a card that the shop does not know makes no contact', async () => {
  const answer = await syncMember('POS-999999')

  expect(answer).toBe('no such member')
  expect(mock.contacts.count).toBe(0)
})
