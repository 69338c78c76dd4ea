import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect } from 'vitest'
import { baseUrl } from '../../examples/browser/twin.ts'
import { axe } from './support/axe.ts'
import { test as base, screens } from './support/browser-test.ts'
import { screenshot } from './support/screens.ts'
import { type Files, serveFiles } from './support/site.ts'

const root = join(import.meta.dirname, '../../examples/browser')

let files: Files
beforeAll(async () => {
  const built = await build({ root, logLevel: 'error', build: { write: false } })
  const { output } = built as Rolldown.RolldownOutput
  files = Object.fromEntries(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
})

const test = base.extend<{ url: string; shop: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it what a fixture needs
  url: async ({}, use) => {
    const policy = `default-src 'self'; connect-src 'self' ${baseUrl}; img-src 'self' data:`
    await using site = await serveFiles(files, policy)
    await use(site.url)
  },
  shop: async ({ page, url }, use) => {
    await page.goto(url)
    await use(page)
  },
})

async function signUp(page: Page, email: string, name = 'Grace') {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Sign up' }).click()
}

async function attach(page: Page, number: string) {
  await page.getByLabel('Number of your loyalty card').fill(number)
  await page.getByRole('button', { name: 'Attach' }).click()
}

const greeting = (page: Page) => page.getByRole('heading').textContent()
const points = (page: Page) => page.locator('.card-points').textContent()

test('somebody signs up, is refused a card, attaches another, and is there after a reload', async ({
  shop,
}) => {
  await signUp(shop, 'grace@example.com')
  await shop.getByRole('heading', { name: 'Hello, Grace' }).waitFor()
  expect(await points(shop)).toBe('100 points')

  await attach(shop, 'CARD-1001')
  const field = shop.getByLabel('Number of your loyalty card')
  await shop.getByText('This card belongs to another contact.').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('')
  expect(await field.getAttribute('aria-describedby')).toContain('card-refusal')
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)

  await attach(shop, 'CARD-2002')
  await shop.getByText('Your card is attached.').waitFor()
  expect(await shop.locator('#card-refusal').textContent()).toBe('')
  await shop.getByRole('button', { name: 'Collect 10 points' }).click()
  await shop.getByText('10 points more.').waitFor()

  await shop.reload()
  await shop.getByRole('heading', { name: 'Hello, Grace' }).waitFor()
  expect(await shop.locator('#number').textContent()).toBe('CARD-2002')
  expect(await points(shop)).toBe('110 points')
})

test.for([
  ['nothing', '', 'Please fill this in.'],
  ['a text that is none', 'grace', 'This email is not a valid address.'],
] as const)('%s is refused as an email, at its field', async ([, email, sentence], { shop }) => {
  await signUp(shop, email)

  await shop.locator('#email-refusal').getByText(sentence).waitFor()
  expect(await greeting(shop)).toBe('Join the club')
})

test('a card of 51 characters is refused by the rule of the API', async ({ shop }) => {
  await signUp(shop, 'grace@example.com')
  await attach(shop, 'x'.repeat(51))

  await shop.locator('#card-refusal').getByText('50 characters').waitFor()
})

test('who is a member keeps their points and their card', async ({ shop }) => {
  await signUp(shop, 'ada@example.com', 'Ada')

  await shop.getByRole('heading', { name: 'Hello, Ada' }).waitFor()
  expect(await points(shop)).toBe('250 points')
  expect(await shop.locator('#number').textContent()).toBe('CARD-1001')
})

test('another tab shows the same member, and what one collects in this', async ({
  shop,
  tab,
  url,
}) => {
  await signUp(shop, 'grace@example.com')
  await shop.getByRole('heading', { name: 'Hello, Grace' }).waitFor()
  const other = await tab()
  await other.goto(url)
  await other.getByRole('heading', { name: 'Hello, Grace' }).waitFor()

  await shop.getByRole('button', { name: 'Collect 10 points' }).click()

  await expect.poll(() => points(other)).toBe('110 points')
})

test('a state that is broken does not leave an empty page', async ({ shop }) => {
  await shop.evaluate(() => localStorage.setItem('connectif-mock', 'broken'))

  await shop.reload()
  await signUp(shop, 'grace@example.com')

  await shop.getByRole('heading', { name: 'Hello, Grace' }).waitFor()
})

test('all of it works by keyboard', async ({ shop }) => {
  await shop.getByLabel('Name').waitFor()
  await shop.getByLabel('Name').focus()
  await shop.keyboard.type('Grace')
  await shop.keyboard.press('Tab')
  await shop.keyboard.type('grace@example.com')
  await shop.keyboard.press('Enter')
  await shop.getByRole('heading', { name: 'Hello, Grace' }).waitFor()

  await shop.keyboard.press('Tab')
  await shop.keyboard.type('CARD-2002')
  await shop.keyboard.press('Enter')

  await shop.getByText('Your card is attached.').waitFor()
})

describe.for(screens)('at $width px, $theme', (screen) => {
  test.override('screen', screen)

  test('it can be read and used by all, and nothing runs over', async ({ shop }) => {
    await shop.getByRole('button', { name: 'Sign up' }).waitFor()
    expect(await axe(shop)).toEqual([])
    await screenshot(shop, 'example-sign-up')

    await signUp(
      shop,
      'grace@example.com',
      'مريم 😀 Maximiliana Constantinopoulou-Featherstonehaugh',
    )
    await attach(shop, 'W'.repeat(50))
    await shop.getByText('Your card is attached.').waitFor()
    await attach(shop, 'CARD-1001')
    await shop.getByText('This card belongs to another contact.').waitFor()

    expect(await axe(shop)).toEqual([])
    await screenshot(shop, 'example-card')
    const over = await shop.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBeLessThanOrEqual(0)
  })
})
