import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { aShop, type Mock } from '../../mock/index.ts'
import { held } from './support/held.ts'
import { test } from './support/inspected.ts'

/** Lets the key of an account rename what all accounts begin with. */
async function rename(mock: Mock, account: string, path: string, body: object) {
  const { status } = await mock.fetch(
    new Request(`https://api.connectif.cloud${path}`, {
      method: 'PATCH',
      headers: { authorization: `apiKey ${account}:secret`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  expect(status).toBe(200)
}

const choose = (page: Page, account: string) =>
  page.getByRole('combobox', { name: 'Account' }).selectOption(account)

test('several accounts are looked at one by one', async ({ page, inspect }) => {
  const { mock } = await inspect('contacts')
  await rename(mock, 'other', '/contacts/external-id/POS-9', { _name: 'Grace' })

  await choose(page, 'other')

  await page.getByRole('link', { name: 'Grace' }).waitFor()
})

test('what is open of one account is not shown while another one is loaded, nor its edits', async ({
  page,
  inspect,
}) => {
  const seed = { contacts: [{ _externalId: 'POS-1', _name: 'Ada' }] }
  const { mock } = await inspect('contacts', { seed })
  await rename(mock, 'other', '/contacts/external-id/POS-1', { _name: 'Grace' })
  await page.getByRole('link', { name: 'Ada' }).click()
  await page.getByRole('textbox', { name: /^Surname / }).fill('of one account')
  const other = await held(page, '**/accounts/other/**')

  await choose(page, 'other')
  await expect.poll(() => page.getByRole('heading', { name: 'Ada' }).count()).toBe(0)
  other.release()

  await page.getByRole('heading', { name: 'Grace' }).waitFor()
  expect(await page.getByRole('textbox', { name: /^Surname / }).inputValue()).toBe('')
})

test('a record beyond the page of its list is that of the account', async ({ page, inspect }) => {
  const { mock } = await inspect('products', { seed: aShop({ products: 60 }) })
  const { id = '', productId = '', ...product } = mock.products.all()[55] ?? {}
  const { createdAt: _, updatedAt: __, ...plain } = product as Record<string, unknown>
  const path = `/products/product-id/${encodeURIComponent(productId)}`
  await rename(mock, 'other', path, { ...plain, name: 'Of the other account' })
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/products/${id}`)
  const detail = page.getByRole('region', { name: 'Details' })
  await detail.getByText(productId, { exact: true }).waitFor()

  await choose(page, 'other')

  await detail.getByText('Of the other account', { exact: true }).waitFor()
})
