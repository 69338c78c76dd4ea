import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { held } from './support/held.ts'
import { test } from './support/inspected.ts'

const seed = { contacts: [{ _email: 'ada@example.com', _name: 'Ada' }] }
const ada = { email: 'ada@example.com' }

const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${name}( |$)`) })
const open = (page: Page) => page.getByRole('link', { name: 'Ada' }).click()

test('what is not saved yet outlives what others change, and a reload that fails', async ({
  page,
  inspect,
}) => {
  const { connectif, mock } = await inspect('contacts', { seed })
  await open(page)
  await field(page, 'First name').fill('Augusta')

  await connectif.contacts.upsert(ada, { _points: 7 })
  await expect.poll(() => field(page, '_points').inputValue()).toBe('7')
  expect(await field(page, 'First name').inputValue()).toBe('Augusta')

  await page.route('**/accounts/*/contacts/*', (route) =>
    route.fulfill({ status: 500, json: { error: 'The twin is out of order.' } }),
  )
  await connectif.contacts.upsert(ada, { _points: 8 })
  await page.getByText('The twin is out of order.').waitFor()
  expect(await page.getByText('This contact is gone').count()).toBe(0)
  expect(await field(page, 'First name').inputValue()).toBe('Augusta')

  await page.unroute('**/accounts/*/contacts/*')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The twin is out of order.').waitFor({ state: 'detached' })
  expect(mock.contacts.find(ada)).toMatchObject({ _name: 'Augusta', _points: 8 })
})

test('a contact that is deleted meanwhile is told to be gone', async ({ page, inspect }) => {
  const { connectif } = await inspect('contacts', { seed })
  await open(page)
  await field(page, 'First name').fill('Augusta')

  await connectif.contacts.delete(ada)

  await page.getByText('This contact is gone').waitFor()
  expect(await field(page, 'First name').count()).toBe(0)
})

test('nothing is sent where nothing is changed', async ({ page, inspect }) => {
  const { mock } = await inspect('contacts', { seed })
  await open(page)

  await field(page, 'First name').press('Enter')
  await field(page, 'First name').fill('Augusta')
  await field(page, 'First name').press('Enter')

  await page.getByText('Saved.').waitFor()
  const bodies = mock.journal.calls({ byHand: true }).map(({ requestBody }) => requestBody)
  expect(bodies).toEqual(['{"_name":"Augusta"}'])
})

test('what is typed while it is being saved is saved next', async ({ page, inspect }) => {
  const { mock } = await inspect('contacts', { seed })
  await open(page)
  const saving = await held(page, '**/call')
  await field(page, 'First name').fill('Augusta')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(saving.count).toBe(1)

  await field(page, 'Surname').fill('King')
  saving.release()
  await page.getByText('Saved.').waitFor()

  expect(await field(page, 'Surname').inputValue()).toBe('King')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => mock.contacts.find(ada))
    .toMatchObject({ _name: 'Augusta', _surname: 'King' })
})

test('an anonymous contact is shown with why it cannot be changed, and nothing to change it by', async ({
  page,
  inspect,
}) => {
  const { mock } = await inspect('contacts')
  const id = mock.tracking.web().pageView({ trackerId: 'somebody' })
  await page.getByRole('link', { name: 'Nameless' }).click()

  await page.getByText('it can be neither edited nor deleted').waitFor()

  await page.getByText(id, { exact: true }).waitFor()
  expect(
    await page.locator('main form, main input, main select').locator('visible=true').count(),
  ).toBe(0)
  expect(await page.getByRole('button', { name: 'Delete…' }).count()).toBe(0)
})
