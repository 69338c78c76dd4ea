import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { aShop } from '../../mock/index.ts'
import { inspected, test } from './support/inspected.ts'

const built = join(import.meta.dirname, '../../dist/mock/inspector')
const parts = ['index.html', 'assets/inspector.js', 'assets/inspector.css', 'assets/icon.svg']

test('the page weighs at most 60 KiB, and names no other site', () => {
  const files = parts.map((part) => readFileSync(join(built, part)))

  const weight = files.reduce((sum, file) => sum + gzipSync(file).length, 0)

  expect(weight).toBeLessThanOrEqual(60 * 1024)
  expect(String(files[0])).not.toMatch(/https?:|style=|<script(?! src)/)
})

test('with 100 000 contacts it shows a page of them at a time', async ({ page, inspect }) => {
  await inspect('contacts', inspected({ seed: aShop({ contacts: 100_000 }) }))
  const rows = page.getByRole('table', { name: 'Contacts' }).locator('tbody tr')
  await expect.poll(() => rows.count()).toBe(50)

  await page.getByText('1–50 of 100,000').waitFor()
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.getByText('51–100 of 100,000').waitFor()
  expect(await rows.count()).toBe(50)
})

describe('by keyboard alone', () => {
  test('keys lead to screens and to the search, but not while one writes', async ({
    page,
    inspect,
  }) => {
    await inspect()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()

    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: 'Contacts', exact: true }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('g?j')

    expect(await page.getByRole('searchbox').inputValue()).toBe('g?j')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('a dialog keeps the focus, ends by Escape, and gives the focus back', async ({
    page,
    inspect,
  }) => {
    await inspect()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.getByRole('button', { name: 'Reset…' }).focus()

    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
    await page.keyboard.press('Escape')

    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('Reset…')
  })

  test('the focus can be seen', async ({ page, inspect }) => {
    await inspect()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()

    await page.keyboard.press('Tab')

    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element)
      return `${outlineStyle} ${outlineWidth}`
    })
    expect(outline).toBe('solid 2px')
  })
})

describe('on a narrow window', () => {
  test.override('screen', { width: 375, theme: 'light' })

  test('screens are reached by a menu, which closes behind one', async ({ page, inspect }) => {
    await inspect()
    const link = page.getByRole('link', { name: 'Rules' })
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    expect(await link.isVisible()).toBe(false)

    await page.getByRole('button', { name: 'Menu' }).click()
    await link.click()

    await page.getByRole('heading', { name: 'Rules' }).waitFor()
    await expect.poll(() => link.isVisible()).toBe(false)
  })
})

test('another theme is chosen by hand', async ({ page, inspect }) => {
  await inspect()
  const background = () =>
    page.locator('.ci-root').evaluate((root) => getComputedStyle(root).backgroundColor)
  const light = await background()

  await page.getByRole('button', { name: 'Colours: as the system has it' }).click()
  await page.getByRole('button', { name: 'Colours: light' }).click()

  await page.getByRole('button', { name: 'Colours: dark' }).waitFor()
  expect(await background()).not.toBe(light)
})
