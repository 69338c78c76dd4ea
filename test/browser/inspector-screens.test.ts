import { afterAll, beforeAll, describe, expect } from 'vitest'
import { axe } from './support/axe.ts'
import { type Screen, screens, test } from './support/browser-test.ts'
import { type Inspected, livedIn } from './support/inspected.ts'
import { screenshot } from './support/screens.ts'

const places = [
  'overview',
  'contacts',
  'purchases',
  'products',
  'imports',
  'exports',
  'journal',
  'clock',
  'faults',
  'limits',
  'snapshots',
  'rules',
] as const

let twin: Inspected
beforeAll(async () => {
  twin = await livedIn()
})
afterAll(() => twin.close())

/** What is open where something can be. */
function opened() {
  const { mock } = twin
  const contact = mock.contacts.all().find(({ _name }) => _name?.startsWith('<img'))
  return [
    `contacts/${contact?.id}`,
    `purchases/${mock.purchases.all()[3]?.id}`,
    `products/${mock.products.all()[3]?.id}`,
    `imports/${mock.imports.all()[0]?.id}`,
    `exports/${mock.exports.all()[0]?.id}`,
    `journal/${mock.journal.calls().find(({ rule }) => rule === 'external-id-unique')?.number}`,
  ]
}

/** Each width and each theme once: axe-core takes its time. */
function isLookedInto({ width, theme }: Screen) {
  return (width === 1280) === (theme === 'light')
}

describe.for(screens)('at $width px, $theme', (screen) => {
  test.override('screen', screen)

  test('every screen can be used by all, and fits', { timeout: 120_000 }, async ({ page }) => {
    await page.goto(twin.inspector)
    for (const place of [...places, ...opened()]) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#/${place}`)
      await page.waitForFunction(() => !/Loading…|Comparing…/.test(document.body.textContent))
      await page.locator('main h1:visible').first().waitFor()

      if (isLookedInto(screen)) expect(await axe(page), place).toEqual([])
      expect(await overflow(page), `${place} is wider than the window`).toBe(0)
      await screenshot(page, `inspector-${place.replace(/\/.*/, '-open')}`)
    }
    expect(twin.mock.journal.calls({ byHand: true }), 'looking is no call').toEqual([])
  })
})

function overflow(page: import('playwright-core').Page) {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth + (main ? main.scrollWidth - main.clientWidth : 1)
  })
}
