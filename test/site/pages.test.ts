import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { codeBlocks } from '../../generate/site/code-blocks.ts'
import { examplesOf } from '../../generate/site/examples.ts'
import { axe } from '../browser/support/axe.ts'
import { screens, test } from '../browser/support/browser-test.ts'
import { screenshot } from '../browser/support/screens.ts'
import { serveFiles } from '../browser/support/site.ts'
import { paths, policy, read, siteFiles } from './support/files.ts'

const files = siteFiles()

/** Pages that show what is peculiar to each kind. */
const shown = [
  ['start', 'index.html'],
  ['guide', 'guides/errors-and-retries.html'],
  ['rules', 'guides/rules.html'],
  ['reference', 'classes/connectif-sdk.Connectif.html'],
] as const

/** Of TypeDoc's own theme: a link in a heading that opens and closes. */
const ofTypeDoc = /^serious: nested-interactive at .*summary\[data-key=/

describe.for(screens)('at $width px, $theme', (screen) => {
  test.override('screen', screen)

  test.for(shown)(
    'the page %s is readable, and nobody is locked out',
    async ([name, path], { page }) => {
      await using site = await serveFiles(files, policy)

      await page.goto(`${site.url}/${path}`)
      await page.waitForSelector('#tsd-nav-container a', { state: 'attached' })
      await screenshot(page, `site-${name}`)

      expect((await axe(page)).filter((line) => !ofTypeDoc.test(line))).toEqual([])
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
    },
  )

  test('the HTTP API is drawn', async ({ page }) => {
    await using site = await serveFiles(files, policy)

    await page.goto(`${site.url}/http-api.html`)
    await page.waitForSelector('#redoc[data-drawn]')
    await page.evaluate(() => {
      const places = [...document.querySelectorAll('h2')]
      places
        .find(({ textContent }) => textContent?.includes('Update a contact by email'))
        ?.scrollIntoView()
    })
    await screenshot(page, 'site-http-api')

    expect(await page.textContent('#redoc')).toContain('/contacts/external-id/{externalId}')
  })
})

test('the search finds guides and the reference', async ({ page }) => {
  await using site = await serveFiles(files, policy)
  await page.goto(`${site.url}/guides/purchases.html`)

  await page.keyboard.press('/')
  for (const [words, found] of [
    ['upsertMany', /contacts\.html#upsertmany/i],
    ['custom fields', /guides\/custom-fields\.html/],
  ] as const) {
    await page.fill('#tsd-search-input', words)
    const links = page.locator('#tsd-search-results a')
    await expect
      .poll(async () =>
        links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)),
      )
      .toContainEqual(expect.stringMatching(found))
  }
})

const runnable = paths
  .filter((path) => path.endsWith('.html') && read(path).includes('data-example='))
  .map((path) => [path] as const)

test.for(runnable)(
  'the examples of %s print in the page what they show',
  async ([path], { page }) => {
    const source = path === 'index.html' ? 'README.md' : path.replace(/\.html$/, '.md')
    const examples = examplesOf(readFileSync(source, 'utf8'))
    await using site = await serveFiles(files, policy)
    await page.goto(`${site.url}/${path}`)

    for (const { id, output } of examples) {
      const button = page.locator(`[data-example="${id}"] + .run button`)
      await button.click()
      await button.filter({ hasText: 'Run again' }).waitFor()
      const shown = page.locator(`[data-example="${id}"] ~ [aria-live] pre`).first()
      const printed = await shown.textContent()
      expect(printed, id).toEqual(output ?? expect.any(String))
      expect(await shown.getAttribute('data-state'), printed ?? '').toBe('done')
    }
    expect(examples.length).toBe(await page.locator('.run button').count())
  },
)

test('an example runs again from the start, and without any server', async ({ page }) => {
  const path = 'guides/getting-started.html'
  const [example] = examplesOf(readFileSync('guides/getting-started.md', 'utf8'))
  await using site = await serveFiles(files, policy)
  await page.goto(`${site.url}/${path}`)
  const button = page.locator('.run button').first()

  await button.click()
  await button.filter({ hasText: 'Run again' }).waitFor()
  await page.context().setOffline(true)
  await button.click()

  await expect.poll(() => page.locator('.run-output').first().textContent()).toBe(example?.output)
})

test('blocks that need Node have no button', () => {
  const guide = codeBlocks(readFileSync('guides/testing.md', 'utf8'))

  expect(guide.length).toBeGreaterThan(5)
  expect(read('guides/testing.html')).not.toContain('data-example=')
})
