import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { test as base } from './support/browser-test.ts'
import { bundled, scriptPage } from './support/bundle.ts'
import { type Files, serveFiles } from './support/site.ts'

let files: Files
beforeAll(async () => {
  files = { '/index.html': scriptPage, '/page.js': await bundled('kept-page.ts') }
})

const test = base.extend<{ tabs: readonly [Page, Page] }>({
  tabs: async ({ tab }, use) => {
    await using site = await serveFiles(files)
    const tabs = [await tab(), await tab()] as const
    for (const page of tabs) await page.goto(`${site.url}/?persist=local`)
    await use(tabs)
  },
})

const ids = (page: Page) => page.evaluate(() => keptPage.ids())
const upsert = (page: Page, externalId: string, email?: string) =>
  page.evaluate(
    async ({ externalId, email }) => {
      const patch = email === undefined ? {} : { _email: email }
      await keptPage.connectif.contacts.upsert({ externalId }, patch)
    },
    { externalId, email },
  )

/** Holds all saving back, so that what follows happens in the same moment. */
async function held(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const { locks } = navigator
    return new Promise<void>((locked) => {
      locks.request('connectif-mock', () => {
        locked()
        return new Promise<void>((release) => Object.assign(globalThis, { release }))
      })
    })
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'release')())
}

test('tabs have what another tab has changed, and hear of it', async ({ tabs: [one, other] }) => {
  await upsert(one, 'POS-1')
  await expect.poll(() => ids(other)).toEqual(['seeded', 'POS-1'])
  await upsert(other, 'POS-2')
  await expect.poll(() => ids(one)).toEqual(['seeded', 'POS-1', 'POS-2'])

  expect(await one.evaluate(() => keptPage.shared)).toBe(1)
  expect(await other.evaluate(() => keptPage.shared)).toBe(1)
  expect(await other.evaluate(() => keptPage.troubles)).toEqual([])
})

test('tabs that write in the same moment lose nothing', async ({ tabs: [one, other] }) => {
  const release = await held(one)
  await upsert(one, 'POS-1')
  await upsert(other, 'POS-2')

  await release()

  await expect.poll(async () => (await ids(one)).length).toBe(3)
  await expect.poll(async () => (await ids(other)).length).toBe(3)
  expect(await ids(one)).toEqual(await ids(other))
  for (const page of [one, other]) {
    expect(await page.evaluate(() => keptPage.troubles)).toEqual([])
  }
})

test('what the other tab stood in the way of is told, and set aside', async ({
  tabs: [one, other],
}) => {
  const release = await held(one)
  await upsert(one, 'POS-1', 'ada@example.com')
  await upsert(other, 'POS-2', 'ada@example.com')

  await release()

  const told = () =>
    Promise.all([one, other].map((page) => page.evaluate(() => keptPage.troubles))).then((all) =>
      all.flat(),
    )
  await expect
    .poll(told)
    .toMatchObject([
      { kind: 'conflict', message: expect.stringContaining('PATCH /contacts/external-id/POS-') },
    ])
  await expect.poll(async () => (await ids(one)).length).toBe(2)
  expect(await ids(one)).toEqual(await ids(other))
  const aside = await one.evaluate(() => localStorage.getItem('connectif-mock:set-aside'))
  expect(aside).toContain('ada@example.com')
})

test('a change by hand in the same moment is told, and set aside', async ({
  tabs: [one, other],
}) => {
  const release = await held(one)
  await upsert(one, 'POS-1')
  await one.evaluate(() => Promise.resolve())
  await other.evaluate(() => void keptPage.mock.tracking.web().pageView({ trackerId: 't' }))

  await release()

  await expect.poll(() => ids(other)).toEqual(['seeded', 'POS-1'])
  expect(await other.evaluate(() => keptPage.troubles)).toMatchObject([{ kind: 'conflict' }])
})
