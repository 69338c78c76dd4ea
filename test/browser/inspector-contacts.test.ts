import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { livedIn, longId, markup, rightToLeft, test } from './support/inspected.ts'
import { screenshot } from './support/screens.ts'

const seed = {
  contacts: [
    { _email: 'ada@example.com', _name: 'Ada', _surname: 'Lovelace' },
    { _externalId: 'POS-1', _email: 'bob@example.com', _name: 'Bob' },
    { _externalId: longId, _name: markup },
    { _externalId: 'POS-7', _name: rightToLeft },
  ],
}

const rows = (page: Page) => page.getByRole('table', { name: 'Contacts' }).locator('tbody tr')
const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${name}( |$)`) })

test('contacts are found by External ID, email or name, and filtered', async ({
  page,
  inspect,
}) => {
  const twin = await inspect('contacts', { seed })
  twin.mock.tracking.web().pageView({ trackerId: 'somebody' })
  await expect.poll(() => rows(page).count()).toBe(5)

  for (const [text, found] of [
    ['lovel', 'Ada Lovelace'],
    ['bob@', 'Bob'],
    ['pos-7', rightToLeft],
  ] as const) {
    await page.getByRole('searchbox').fill(text)
    await expect.poll(() => rows(page).allTextContents()).toEqual([expect.stringContaining(found)])
  }

  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: 'Anonymous' }).click()
  await expect.poll(() => rows(page).count()).toBe(1)
  await page.getByRole('button', { name: 'All' }).click()
  await page.getByLabel('Segment').selectOption('has-external-id')
  await expect.poll(() => rows(page).count()).toBe(3)
  await page.getByRole('button', { name: 'External ID', exact: true }).last().click()
  await expect.poll(() => rows(page).first().textContent()).toContain(longId.slice(0, 10))
})

test('an External ID of another contact is refused at its field, and mended', async ({
  page,
  inspect,
}) => {
  const twin = await inspect('contacts', { seed })
  await page.getByRole('link', { name: 'Ada Lovelace' }).click()

  await field(page, 'External ID').fill('POS-1')
  await page.getByRole('button', { name: 'Save' }).click()
  const refusal = page.locator('.field', { has: field(page, 'External ID') }).getByRole('alert')
  await refusal.waitFor()
  await screenshot(page, 'inspector-contacts-refused')

  expect(await refusal.textContent()).toContain('Two contacts cannot have the same External ID.')
  expect(await refusal.getByRole('link').getAttribute('href')).toContain('External-ID')
  expect(await field(page, 'External ID').getAttribute('aria-invalid')).toBe('true')
  expect(twin.mock.contacts.find({ email: 'ada@example.com' })).not.toHaveProperty('_externalId')

  await field(page, 'External ID').fill('POS-2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => twin.mock.contacts.find({ email: 'ada@example.com' })?._externalId)
    .toBe('POS-2')
  await expect.poll(() => refusal.count()).toBe(0)
})

test('a value that does not fit its type is refused at its field', async ({ page, inspect }) => {
  const twin = await inspect('contacts', { seed })
  await page.getByRole('link', { name: 'Bob' }).click()

  await field(page, '_points').fill('many')
  await field(page, 'First name').fill('Robert')
  await page.getByRole('button', { name: 'Save' }).click()

  const refusal = page.locator('.field', { has: field(page, '_points') }).getByRole('alert')
  await expect.poll(() => refusal.textContent()).toContain('422: _points must be an integer')
  await field(page, '_points').fill('7')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => twin.mock.contacts.find({ externalId: 'POS-1' }))
    .toMatchObject({ _points: 7, _name: 'Robert' })
})

test('an External ID cannot be taken away, as null is refused', async ({ page, inspect }) => {
  const twin = await inspect('contacts', { seed })
  await page.getByRole('link', { name: 'Bob' }).click()

  await field(page, 'External ID').fill('')
  await page.getByRole('button', { name: 'Save' }).click()

  await page
    .locator('.field', { has: field(page, 'External ID') })
    .getByRole('alert')
    .waitFor()
  expect(twin.mock.contacts.find({ externalId: 'POS-1' })).toBeDefined()
})

test('deleting warns of what stays', async ({ page, inspect }) => {
  const twin = await inspect('purchases', livedIn())
  await page.getByRole('table').locator('tbody a').first().click()
  await page.getByRole('region', { name: 'Details' }).locator('dd a').click()

  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog')
  await screenshot(page, 'inspector-contacts-delete')
  expect(await dialog.textContent()).toMatch(/\d+ purchases? stays? in the account/)
  await dialog.getByRole('button', { name: 'Delete for good' }).click()

  await expect.poll(() => twin.mock.purchases.all()[0]?.contactId).toBeUndefined()
  await page.getByRole('heading', { name: 'Contacts', exact: true }).waitFor()
})

test('stored HTML is shown as text', async ({ page, inspect }) => {
  await inspect('contacts', { seed })

  await page.getByRole('link', { name: markup }).click()

  await page.getByRole('heading', { name: markup }).waitFor()
  expect(await page.locator('main img, main script').count()).toBe(0)
})
