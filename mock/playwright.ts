/**
 * The twin in Playwright: fixtures that give each test a twin, a server of it, and pages whose
 * calls of the API it answers. Playwright itself is not imported.
 *
 * @example
 * ```ts
 * import { test as base } from '@playwright/test'
 * import { type PlaywrightFixtures, twinFixtures } from 'connectif-sdk/mock/playwright'
 *
 * const test = base.extend<PlaywrightFixtures>(twinFixtures)
 *
 * test('a visitor signs up', async ({ page, mock }) => {
 *   await page.goto('http://localhost:3000/newsletter')
 *   await page.getByLabel('Email').fill('ada@example.com')
 *   await page.getByRole('button').click()
 *
 *   await expect.poll(() => mock.contacts.find({ email: 'ada@example.com' })).toBeTruthy()
 * })
 * ```
 *
 * @module connectif-sdk/mock/playwright
 */
import { serve } from './carriers/server.ts'
import type { Mock } from './mock.ts'
import type { MockOptions } from './options.ts'
import { endTestOf, type TwinOfTest, twinFor } from './per-test.ts'
import { type Routable, routeToTwin } from './route-to-twin.ts'

export type { TwinOfTest } from './per-test.ts'
export { type Routable, type RoutedCall, routeToTwin } from './route-to-twin.ts'

/** What a test is given by `twinFixtures`. */
export interface PlaywrightFixtures extends TwinOfTest {
  /** How the twin is made; `test.use({ mockOptions })` changes it. @default {} */
  readonly mockOptions: MockOptions
  /** Where the twin listens, for programs that run beside the browser; it has the control API. */
  readonly twinUrl: string
  /** Both in one, of which `mock` and `connectif` are taken. */
  readonly twin: TwinOfTest
}

/** How a fixture hands over its value; resolves when the test has ended. */
export type Use<T> = (value: T) => Promise<void>

/** The fixtures, as Playwright takes them. */
export interface TwinFixtureFunctions {
  /** An option, which `test.use` changes. */
  mockOptions: [options: MockOptions, kind: { option: true }]
  /** Makes the twin, and looks at the end whether its client made mistakes. */
  twin: (given: { mockOptions: MockOptions }, use: Use<TwinOfTest>) => Promise<void>
  /** Hands over the twin. */
  mock: (given: { twin: TwinOfTest }, use: Use<Mock>) => Promise<void>
  /** Hands over the client. */
  connectif: (given: { twin: TwinOfTest }, use: Use<TwinOfTest['connectif']>) => Promise<void>
  /** Serves the twin on a free port, until the test ends. */
  twinUrl: (given: { mock: Mock }, use: Use<string>) => Promise<void>
  /** Lets the twin answer the pages of the test. */
  context: <C extends Routable>(given: { context: C; mock: Mock }, use: Use<C>) => Promise<void>
}

/**
 * Fixtures for `test.extend`. Each test has a twin of its own; calls of its pages to
 * `https://api.connectif.cloud` go there. A test fails, too, when a client made a mistake that
 * `mock.verdict()` finds, and when a fault was never met; `mock.reset()` at its end forgives both.
 */
export const twinFixtures: TwinFixtureFunctions = {
  mockOptions: [{}, { option: true }],
  twin: async ({ mockOptions }, use) => {
    const twin = twinFor(mockOptions)
    await use(twin)
    endTestOf(twin.mock)
  },
  mock: ({ twin }, use) => use(twin.mock),
  connectif: ({ twin }, use) => use(twin.connectif),
  twinUrl: async ({ mock }, use) => {
    const server = await serve(mock, { port: 0 })
    await use(server.url)
    await server.close()
  },
  context: async ({ context, mock }, use) => {
    await routeToTwin(context, mock)
    await use(context)
  },
}
