import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { createMock, type MockOptions } from '../../../mock/index.ts'
import type { Carried } from '../../support/carriers.ts'
import { api } from '../../support/carriers.ts'
import { fetchSender } from '../../support/send.ts'
import { bundled, scriptPage } from './bundle.ts'
import { connected } from './connected.ts'
import { fetchThrough } from './fetch-through.ts'
import { Mirror } from './mirror.ts'
import { type Files, type Site, serveFiles } from './site.ts'
import type { Handled } from './twin-page.ts'

const require = createRequire(import.meta.url)

/** A page with a twin, which stays open for all tests of a process. */
interface OpenPage {
  readonly page: Page
  readonly site: Site
  /** The twin that the page has now, as it looks from here. */
  mirror: Mirror | undefined
}

const pages = new Map<string, Promise<OpenPage>>()

/**
 * A twin in a page, behind the service worker of this msw. The twin of the test, in Node, does all
 * that the one in the page does: each call has to be answered by both with the same bytes.
 */
export async function inWorker(msw: 'msw' | 'msw2', options: MockOptions): Promise<Carried> {
  let opening = pages.get(msw)
  if (!opening) {
    opening = opened(msw)
    pages.set(msw, opening)
  }
  const open = await opening
  const mirror = new Mirror(open.page, createMock(options))
  open.mirror = mirror
  const { seed } = options
  const plain = { ...options, ...(typeof seed === 'function' ? { seed: seed() } : {}) }
  await open.page.evaluate(({ plain, number }) => twinPage.open(plain as MockOptions, number), {
    plain: plain as object,
    number: mirror.number,
  })
  const fetch = fetchThrough(open.page, open.site)
  return {
    mock: mirror.mock,
    baseUrl: api,
    fetch,
    send: fetchSender(api, fetch),
    close: () => mirror.close(),
  }
}

async function opened(msw: 'msw' | 'msw2'): Promise<OpenPage> {
  const site = await serveFiles(await filesOf(msw), `default-src 'self'; connect-src 'self' ${api}`)
  const page = await (await (await connected()).newContext()).newPage()
  const open: OpenPage = { page, site, mirror: undefined }
  page.on('pageerror', (error) => open.mirror?.blame(`the page threw ${error.stack}`))
  await page.exposeFunction('handled', (one: Handled) => open.mirror?.handled(one))
  await page.goto(site.url)
  await page.evaluate(() => twinPage.start())
  return open
}

async function filesOf(msw: 'msw' | 'msw2'): Promise<Files> {
  const worker = require.resolve(`${msw}/mockServiceWorker.js`)
  return {
    '/index.html': scriptPage,
    '/page.js': await bundled('twin-page.ts', { alias: { msw } }),
    '/mockServiceWorker.js': readFileSync(worker),
  }
}
