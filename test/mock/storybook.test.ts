import { afterEach, expect, test, vi } from 'vitest'
import { beforeEach, type TwinOfTest } from '../../mock/storybook.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const address = 'https://api.connectif.cloud/contacts/email/ada@example.com'
const headers = { authorization: 'apiKey test:secret' }

test('a story has a twin as its parameter says, which answers the calls to the API', async () => {
  const loaded: Record<string, unknown> = { other: 1 }
  const connectif = { seed: { contacts: [{ _email: 'ada@example.com', _name: 'Ada' }] } }

  const leave = beforeEach({ parameters: { connectif }, loaded })
  const byText = await fetch(address, { headers })
  const byRequest = await fetch(new Request(address, { headers }))
  leave()

  const { mock, connectif: client } = loaded.twin as TwinOfTest
  const ada = await client.contacts.get({ email: 'ada@example.com' })
  expect([byText.status, byRequest.status, ada._name]).toEqual([200, 200, 'Ada'])
  expect(mock.journal.count).toBe(3)
  expect(loaded.other).toBe(1)
})

test('other calls go where they went, and all do once the story is left', async () => {
  const others = vi.fn(async () => new Response('other'))
  vi.stubGlobal('fetch', others)

  const leave = beforeEach({ parameters: {}, loaded: {} })
  await fetch('https://shop.example/', { method: 'POST' })
  leave()
  await fetch(address)

  expect(others.mock.calls).toEqual([['https://shop.example/', { method: 'POST' }], [address]])
})

test('the next story has another twin', async () => {
  const stories = [{}, {}].map((loaded: Record<string, unknown>) => ({ parameters: {}, loaded }))

  for (const story of stories) beforeEach(story)()

  const [first, second] = stories.map(({ loaded }) => loaded.twin as TwinOfTest)
  await first?.connectif.contacts.upsert({ email: 'ada@example.com' }, {})
  expect(second?.mock.journal.count).toBe(0)
})

test('the twin answers at the base URL that the story names', async () => {
  const others = vi.fn(async () => new Response('other'))
  vi.stubGlobal('fetch', others)
  const connectif = { baseUrl: 'https://api.example' }

  const leave = beforeEach({ parameters: { connectif }, loaded: {} })
  const { status } = await fetch('https://api.example/contacts/email/ada@example.com', { headers })
  leave()

  expect([status, others.mock.calls.length]).toEqual([404, 0])
})
