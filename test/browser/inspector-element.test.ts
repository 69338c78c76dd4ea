import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect } from 'vitest'
import { axe } from './support/axe.ts'
import { test } from './support/browser-test.ts'
import { serveFiles } from './support/site.ts'

const html = `<!doctype html><html lang="en"><title>A shop</title>
<link rel="stylesheet" href="shop.css"><script src="shop.js" type="module"></script>
<main><h1>A shop</h1><connectif-inspector></connectif-inspector></main>`

/** A page with styles that would spoil the inspector, and a twin that it shows. */
const shop = `
import { createMock } from 'connectif-sdk/mock'
import { defineInspector } from 'connectif-sdk/mock/inspector'

const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed: {
  contacts: [{ _email: 'ada@example.com', _name: 'Ada' }, { _externalId: 'POS-1', _name: 'Bob' }],
} })
mock.account('shop:secret')
Object.assign(globalThis, { mock })
defineInspector(mock)
`
const css = 'button, table, h1 { color: red !important; display: none } body { margin: 40px }'

let script: string
beforeAll(async () => {
  const root = join(import.meta.dirname, '../..')
  const { outputFiles } = await build({
    stdin: { contents: shop, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    alias: {
      'connectif-sdk/mock': join(root, 'dist/mock/index.js'),
      'connectif-sdk/mock/inspector': join(root, 'dist/mock/inspector/index.js'),
    },
  })
  script = outputFiles[0]?.text ?? ''
})

const site = () => serveFiles({ '/index.html': html, '/shop.js': script, '/shop.css': css })

describe('the element', () => {
  test('shows and changes the twin of its own page', async ({ page }) => {
    await using shop = await site()
    await page.goto(shop.url)

    await page
      .getByRole('link', { name: /^Contacts/ })
      .first()
      .click()
    await page.getByRole('link', { name: 'Ada' }).click()
    await page.getByRole('textbox', { name: /^External ID / }).fill('POS-1')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Two contacts cannot have the same External ID.').waitFor()
    await page.getByRole('textbox', { name: /^External ID / }).fill('POS-2')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()

    expect(new URL(page.url()).hash).toBe('')
    expect(await axe(page)).toEqual([])
    await page.close()
  })

  test('hears of calls as the page makes them', async ({ page }) => {
    await using shop = await site()
    await page.goto(shop.url)
    await page.getByRole('link', { name: /^Journal/ }).click()
    await page.getByRole('heading', { name: 'No calls yet' }).waitFor()

    await page.evaluate(() => {
      const { mock } = globalThis as unknown as { mock: { fetch: typeof fetch } }
      return mock.fetch('https://api.connectif.cloud/contacts/email/ada@example.com', {
        headers: { authorization: 'apiKey shop:secret' },
      })
    })

    await page.getByRole('link', { name: /GET \/contacts\/email/ }).waitFor()
    await page.close()
  })

  test('neither takes the styles of the page nor gives it any', async ({ page }) => {
    await using shop = await site()
    await page.goto(shop.url)
    await page.getByRole('button', { name: 'Reset…' }).waitFor()

    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('40px')
    expect(await page.evaluate(() => document.querySelector('main > h1')?.checkVisibility())).toBe(
      false,
    )
    await page.close()
  })
})
