/** Uses each entry point; what an option or an answer is, the compiler must know. */
export const consumer = `
import {
  ApiError,
  Connectif,
  type ContactAddress,
  defineContactFields,
  NotFoundError,
  radio,
} from 'connectif-sdk'
import { createMock, type Seed } from 'connectif-sdk/mock'
import { type Kept, keep, type Trouble } from 'connectif-sdk/mock/browser'
import { type PlaywrightFixtures, twinFixtures } from 'connectif-sdk/mock/playwright'
import { type MockServer, serve } from 'connectif-sdk/mock/server'
import { beforeEach, type StoryContext, type TwinOfTest } from 'connectif-sdk/mock/storybook'

const seed: Seed = { contacts: [{ _email: 'ada@example.com', _points: 7 }] }
const contactFields = defineContactFields({ tier: radio('gold', 'silver') })
const mock = createMock({ seed, contactFields, clock: '2026-01-01T00:00:00Z' })
const server: MockServer = await serve(mock, { port: 0, onCrash: ({ error }) => String(error) })
const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch, contactFields })

const address: ContactAddress = { externalId: 'POS-000123' }
const { tier, _points } = await connectif.contacts.upsert(address, { tier: 'gold' })
const known: 'gold' | 'silver' | undefined = tier
const points: number | undefined = _points
const { rateLimit } = await connectif.contacts.get(address, { timeout: 100 }).withResponse()
const remaining: number | undefined = rateLimit?.remaining
await connectif.contacts.get(address).catch((error: unknown) => {
  if (error instanceof NotFoundError && error instanceof ApiError) return error.status
  throw error
})

// @ts-expect-error: no such option
await connectif.contacts.upsert(address, { tier: 'bronze' })
// @ts-expect-error: an address is one of both
await connectif.contacts.get({ email: 'ada@example.com', externalId: 'POS-000123' })

const context: StoryContext = { parameters: { connectif: { seed } }, loaded: {} }
const leave: () => void = beforeEach(context)
const { journal } = (context.loaded.twin as TwinOfTest).mock
const fixtures: PlaywrightFixtures['mockOptions'] = twinFixtures.mockOptions[0]

const onTrouble = ({ kind }: Trouble): 'broken' | 'not-saved' | 'conflict' => kind
export const kept = (): Kept => keep(mock, { persist: 'local', onTrouble })

await server.close()
export { fixtures, journal, leave }
export { known, mock, points, remaining }
`

/** Uses the handlers for MSW, beside one of its own. */
export const mswConsumer = `
import { createMock } from 'connectif-sdk/mock'
import { handlers } from 'connectif-sdk/mock/msw'
import { http } from 'msw'
import { setupServer } from 'msw/node'

const own = http.get('https://shop.example/', () => new Response('hello'))
export const server = setupServer(own, ...handlers(createMock(), { baseUrl: 'http://api.example' }))
`

/** Uses the matchers as vitest knows them. */
export const matchersConsumer = `
import { createMock } from 'connectif-sdk/mock'
import { type ChangeCounts, matchers, test as base } from 'connectif-sdk/mock/vitest'
import { expect } from 'vitest'

const test = base.extend({ mockOptions: { seed: { contacts: [{ _email: 'ada@example.com' }] } } })
test('with a twin of its own', async ({ mock, connectif }) => {
  const { _points } = await connectif.contacts.get({ email: 'ada@example.com' })
  const points: number | undefined = _points
  expect([points, mock.contacts.count]).toEqual([undefined, 1])
})

const mock = createMock()
const counts: ChangeCounts = { contacts: { created: 1 } }
expect(mock).not.toHaveChanged(counts, { since: mock.snapshot() })
expect(mock).toHaveUpserted({ externalId: 'POS-000123' }, { _points: 7 })
expect.extend(matchers)

// @ts-expect-error: an address is one of both
expect(mock).toHaveUpserted({ email: 'ada@example.com', externalId: 'POS-000123' })
// @ts-expect-error: there is no such kind of record
expect(mock).toHaveChanged({ carts: { created: 1 } })
`

/** Uses the fixtures as Playwright knows them. */
export const playwrightConsumer = `
import { test as base, expect } from '@playwright/test'
import { createMock } from 'connectif-sdk/mock'
import { type PlaywrightFixtures, routeToTwin, twinFixtures } from 'connectif-sdk/mock/playwright'

const test = base.extend<PlaywrightFixtures>(twinFixtures)
test.use({ mockOptions: { seed: { contacts: [{ _email: 'ada@example.com' }] } } })

test('with a twin of its own', async ({ page, context, mock, connectif, twinUrl }) => {
  await routeToTwin(page, createMock(), 'https://api.example')
  await routeToTwin(context, mock)
  await page.goto(twinUrl)
  const { _points } = await connectif.contacts.get({ email: 'ada@example.com' })
  const points: number | undefined = _points
  expect([points, mock.contacts.count]).toEqual([undefined, 1])

  // @ts-expect-error: there is no such fixture
  test.use({ mockSettings: {} })
})
`
