import { chromium as playwright } from 'playwright-core'
import { describe, expect, onTestFinished, vi } from 'vitest'
import { axe } from './support/axe.ts'
import { screens, test } from './support/browser-test.ts'
import start from './support/chromium.ts'
import { type Files, serveFiles } from './support/site.ts'

const html = (body: string) =>
  `<!doctype html><html lang="en"><title>Test</title><main><h1>Test</h1>${body}</main>`

const files: Files = {
  '/index.html': html('<p>Good</p>'),
  '/error.html': html('<script src="error.js"></script>'),
  '/error.js': 'console.error("it broke"); queueMicrotask(() => { throw new Error("uncaught") })',
  '/missing.html': html('<img src="none.svg" alt="">'),
  '/inline.html': html('<script>alert(1)</script>'),
  '/lost.html': html('<script src="lost.js"></script>'),
  '/lost.js': "fetch('/index.html').then(() => fetch('http://127.0.0.1:1/')).catch(() => {})",
  '/asks.html': html('<script src="asks.js"></script>'),
  '/asks.js': "fetch('/none').then(({ status }) => document.body.append(status))",
  '/unlabelled.html': html('<input><button></button>'),
}

describe.for(screens)('a page at $width px, $theme', (screen) => {
  test.override('screen', screen)

  test('has this width and theme', async ({ page }) => {
    await using site = await serveFiles(files)
    await page.goto(site.url)

    expect(await page.evaluate(() => innerWidth)).toBe(screen.width)
    expect(
      await page.evaluate(
        (theme) => matchMedia(`(prefers-color-scheme: ${theme})`).matches,
        screen.theme,
      ),
    ).toBe(true)
  })
})

test.for([
  ['error', [/^printed: it broke/, /^not caught: Error: uncaught/]],
  ['missing', [/^404: .*none\.svg/]],
  ['inline', [/content security policy: script-src-elem stopped inline/]],
  ['lost', [/content security policy: connect-src stopped http:\/\/127\.0\.0\.1:1/]],
] as const)('what goes wrong in a page is found: %s', async ([name, wanted], { page, flaws }) => {
  await using site = await serveFiles(files)
  await page.goto(`${site.url}/${name}.html`)

  for (const flaw of wanted) {
    await expect.poll(() => flaws.found).toContainEqual(expect.stringMatching(flaw))
  }
  flaws.expect(/./)
})

test('a script may ask for what is not there', async ({ page }) => {
  await using site = await serveFiles(files)
  await page.goto(`${site.url}/asks.html`)

  await expect.poll(() => page.textContent('body')).toContain('404')
})

test('axe-core finds what people cannot use', async ({ page }) => {
  await using site = await serveFiles(files)

  await page.goto(`${site.url}/unlabelled.html`)
  const bad = await axe(page)
  await page.goto(site.url)
  const good = await axe(page)

  expect(bad.map((line) => line.split(' at ')[0])).toEqual([
    'critical: button-name',
    'critical: label',
  ])
  expect(good).toEqual([])
})

test('a browser that does not start is told to those who use it, and stops nothing else', async () => {
  const launching = vi.spyOn(playwright, 'launchServer').mockRejectedValue(new Error('no display'))
  onTestFinished(() => launching.mockRestore())
  const provided = new Map<string, unknown>()
  const project = { provide: (key: string, value: unknown) => void provided.set(key, value) }

  const stop = await start(project)
  await stop()

  expect(provided).toEqual(
    new Map([
      ['chromium', ''],
      ['chromiumTrouble', 'Error: no display'],
    ]),
  )
})

test('one browser is started for all projects, and ends with the last of them', async () => {
  const close = vi.fn(async () => {})
  const server = { wsEndpoint: () => 'ws://localhost:1', close }
  const launching = vi.spyOn(playwright, 'launchServer').mockResolvedValue(server as never)
  onTestFinished(() => launching.mockRestore())
  const project = { provide: () => {} }

  const [stop, stopOther] = [await start(project), await start(project)]

  await stop()
  expect(close).not.toHaveBeenCalled()
  await stopOther()
  expect(close).toHaveBeenCalledOnce()
  expect(launching).toHaveBeenCalledOnce()
})
