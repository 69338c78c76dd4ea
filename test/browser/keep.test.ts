import type { Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { test as base } from './support/browser-test.ts'
import { bundled, scriptPage } from './support/bundle.ts'
import { type Files, serveFiles } from './support/site.ts'

let files: Files
beforeAll(async () => {
  files = { '/index.html': scriptPage, '/page.js': await bundled('kept-page.ts') }
})

const test = base.extend<{ open: (query: string) => Promise<Page> }>({
  open: async ({ tab }, use) => {
    await using site = await serveFiles(files)
    await use(async (query) => {
      const page = await tab()
      await page.goto(`${site.url}/?${query}`)
      return page
    })
  },
})

const key = 'connectif-mock'
const ids = (page: Page) => page.evaluate(() => keptPage.ids())
const troubles = (page: Page) => page.evaluate(() => keptPage.troubles)
const upsert = (page: Page, externalId: string) =>
  page.evaluate(async (externalId) => {
    await keptPage.connectif.contacts.upsert({ externalId }, {})
  }, externalId)

describe.for(['session', 'local'] as const)('a twin that is kept, %s', (persist) => {
  const query = `persist=${persist}`

  test('is after a reload what it was', async ({ open }) => {
    const page = await open(query)
    await upsert(page, 'POS-1')
    await page.evaluate(() => void keptPage.mock.tracking.web().pageView({ trackerId: 't' }))

    await page.reload()

    expect(await ids(page)).toEqual(['seeded', 'POS-1', undefined])
    expect(await troubles(page)).toEqual([])
  })

  test('is saved once for all that is done in a task, and not by reads', async ({ open }) => {
    const page = await open(query)
    await page.evaluate(async () => {
      // The first call of a key opens an account, which is a change as well.
      await keptPage.connectif.contacts.get({ externalId: 'seeded' })
      keptPage.kept.save()
      keptPage.saved = 0
      const web = keptPage.mock.tracking.web()
      for (const trackerId of ['a', 'b', 'c']) web.pageView({ trackerId })
    })
    await expect.poll(() => page.evaluate(() => keptPage.saved)).toBe(1)

    await page.evaluate(() => keptPage.connectif.contacts.get({ externalId: 'seeded' }))
    await page.evaluate(() => keptPage.mock.contacts.all())
    await page.evaluate(() => keptPage.kept.save())

    expect(await page.evaluate(() => keptPage.saved)).toBe(1)
  })

  test.for([
    ['text that is no JSON', '{"savedAt":1,'],
    ['another value', '7'],
    ['an older version', '{"savedAt":1,"snapshot":{"format":"connectif-mock","version":1}}'],
    ['a snapshot without its accounts', '{"savedAt":1,"snapshot":{"format":"connectif-mock"}}'],
  ] as const)('is set aside and told, where it is %s', async ([, text], { open }) => {
    const page = await open(query)
    await page.evaluate(
      ({ key, text, persist }) => {
        const storage = persist === 'local' ? localStorage : sessionStorage
        storage.setItem(key, text)
      },
      { key, text, persist },
    )

    await page.reload()

    expect(await ids(page)).toEqual(['seeded'])
    expect(await troubles(page)).toMatchObject([
      { kind: 'broken', message: expect.stringContaining('is set aside: ') },
    ])
    const aside = await page.evaluate(
      ({ key, persist }) =>
        (persist === 'local' ? localStorage : sessionStorage).getItem(`${key}:set-aside`),
      { key, persist },
    )
    expect(aside).toBe(text)
  })

  test('answers calls where nothing can be saved, and tells it once', async ({ open }) => {
    const page = await open(query)
    await page.evaluate((persist) => {
      const storage = persist === 'local' ? localStorage : sessionStorage
      for (let length = 2 ** 22; length >= 1; ) {
        try {
          storage.setItem(`full-${length}-${storage.length}`, 'x'.repeat(length))
        } catch {
          length /= 2
        }
      }
    }, persist)

    await upsert(page, 'POS-1')
    await page.evaluate(() => keptPage.kept.save())
    await upsert(page, 'POS-2')
    await page.evaluate(() => keptPage.kept.save())

    expect(await ids(page)).toEqual(['seeded', 'POS-1', 'POS-2'])
    expect(await troubles(page)).toMatchObject([
      { kind: 'not-saved', message: expect.stringContaining('exceeded the quota') },
    ])
  })

  test('starts again when it is forgotten', async ({ open }) => {
    const page = await open(query)
    await upsert(page, 'POS-1')

    await page.evaluate(() => {
      keptPage.kept.stop()
      keptPage.kept.forget()
    })
    await page.reload()

    expect(await ids(page)).toEqual(['seeded'])
  })

  test('stands still with a frozen clock, and goes on with another', async ({ open }) => {
    const frozen = await open(`${query}&clock=2026-01-01`)
    await frozen.evaluate(() => keptPage.mock.clock.advance({ days: 7 }))
    await frozen.reload()
    expect(await frozen.evaluate(() => keptPage.mock.clock.now().toISOString())).toBe(
      '2026-01-08T00:00:00.000Z',
    )
    await frozen.evaluate(() => keptPage.kept.forget())
    await frozen.close({ runBeforeUnload: false })

    const page = await open(query)
    await page.evaluate(() => {
      keptPage.kept.forget()
      keptPage.mock.reset()
      keptPage.mock.clock.run()
      keptPage.mock.clock.advance({ days: 7 })
    })
    await page.reload()

    const ahead = await page.evaluate(() => keptPage.mock.clock.milliseconds() - Date.now())
    expect(Math.round(ahead / 86_400_000)).toBe(7)
  })
})

test('a tab that keeps for itself shares nothing', async ({ open }) => {
  const [one, other] = [await open('persist=session'), await open('persist=session')]

  await upsert(one, 'POS-1')
  await other.reload()

  expect(await ids(other)).toEqual(['seeded'])
})

test('a page whose storage is blocked works, and tells it', async ({ open }) => {
  const page = await open('persist=local')
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('Access is denied', 'SecurityError')
      },
    })
  })

  await page.reload()
  await upsert(page, 'POS-1')

  expect(await ids(page)).toEqual(['seeded', 'POS-1'])
  expect(await troubles(page)).toMatchObject([{ kind: 'not-saved' }])
})
