import type { BrowserContext, Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { connected } from './connected.ts'
import { Flaws } from './flaws.ts'

/** What a page is looked at with. */
export interface Screen {
  /** In CSS pixels. */
  readonly width: 1280 | 375
  /** What the system prefers. */
  readonly theme: 'light' | 'dark'
}

/** Every screen that a page has to look right on. */
export const screens: readonly Screen[] = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 375, theme: 'light' },
  { width: 375, theme: 'dark' },
]

const heights = { 1280: 800, 375: 740 } as const

/** What a test in a browser is given. Nothing outlives the test but the browser. */
interface InBrowser {
  /** Width and theme of the pages; `test.override('screen', …)` changes them. */
  screen: Screen
  /** What went wrong in the pages, which fails the test as it ends. */
  flaws: Flaws
  /** The profile of the pages, empty at first: tabs in it share storage and workers. */
  context: BrowserContext
  /** Opens a further tab. */
  tab: () => Promise<Page>
  /** A tab. */
  page: Page
}

/**
 * A test in a real Chromium. It fails on whatever the pages print as an error or do not catch, on
 * requests that fail, on files that are missing, and on what a content security policy stops.
 */
export const test = base.extend<InBrowser>({
  screen: { width: 1280, theme: 'light' },
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it what a fixture needs
  flaws: async ({}, use) => {
    const flaws = new Flaws()
    await use(flaws)
    expect(flaws.found, 'what went wrong in the pages').toEqual([])
  },
  context: async ({ screen: { width, theme }, flaws }, use) => {
    const browser = await connected()
    const context = await browser.newContext({
      viewport: { width, height: heights[width] },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    })
    context.setDefaultTimeout(10_000)
    await flaws.watch(context)
    await use(context)
    await context.close()
  },
  tab: ({ context }, use) => use(() => context.newPage()),
  page: async ({ tab }, use) => use(await tab()),
})
