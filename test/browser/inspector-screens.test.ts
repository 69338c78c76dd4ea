import { afterAll, beforeAll, describe, expect } from 'vitest'
import { axe } from './support/axe.ts'
import { type Screen, screens, test } from './support/browser-test.ts'
import { type Inspected, livedIn, markup } from './support/inspected.ts'
import { screenshot } from './support/screens.ts'

/** Where to go, and the heading that stands there. */
type Place = readonly [place: string, heading: string]

const places: readonly Place[] = [
  'Overview',
  'Contacts',
  'Purchases',
  'Products',
  'Imports',
  'Exports',
  'Journal',
  'Clock',
  'Faults',
  'Limits',
  'Snapshots',
  'Rules',
].map((title) => [title.toLowerCase(), title])

let twin: Inspected
beforeAll(async () => {
  twin = await livedIn()
})
afterAll(() => twin.close())

/** What is open where something can be. */
function opened(): readonly Place[] {
  const { mock } = twin
  const contact = mock.contacts.all().find(({ _name }) => _name === markup)
  const refused = mock.journal.calls().find(({ rule }) => rule === 'external-id-unique')
  return [
    [`contacts/${contact?.id}`, `${markup} ${contact?._surname}`],
    [`purchases/${mock.purchases.all()[3]?.id}`, 'Purchase'],
    [`products/${mock.products.all()[3]?.id}`, 'Product'],
    [`imports/${mock.imports.all()[0]?.id}`, 'Import of contacts'],
    [`exports/${mock.exports.all()[0]?.id}`, 'Export of contacts'],
    [`journal/${refused?.number}`, `Call ${refused?.number}`],
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
    for (const [place, heading] of [...places, ...opened()]) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#/${place}`)
      await page.getByRole('main').getByRole('heading', { name: heading, exact: true }).waitFor()
      await page.waitForFunction(() => !/Loading…|Comparing…/.test(document.body.textContent))

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
