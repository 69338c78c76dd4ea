import { expect } from 'vitest'
import { held } from './support/held.ts'
import { test } from './support/inspected.ts'

test('a dialog that is confirmed by a double click does once what it says', async ({
  page,
  inspect,
}) => {
  const { mock } = await inspect('exports')
  const calls = await held(page, '**/call')
  await page.getByRole('button', { name: 'Export contacts…' }).click()
  const dialog = page.getByRole('dialog')

  await dialog.getByRole('button', { name: 'Export' }).dblclick()
  await dialog.getByRole('button', { name: 'Export' }).press('Enter')
  calls.release()

  await page.getByText('The export is queued.').waitFor()
  expect(calls.count()).toBe(1)
  expect(mock.exports.all()).toHaveLength(1)
})

test('a dialog that was refused can be confirmed again', async ({ page, inspect }) => {
  const { mock } = await inspect('exports')
  await page.route('**/call', (route) => route.fulfill({ status: 500 }), { times: 1 })
  await page.getByRole('button', { name: 'Export contacts…' }).click()
  const dialog = page.getByRole('dialog')

  await dialog.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('status').getByText('The twin answered 500.').waitFor()
  await dialog.getByRole('button', { name: 'Export' }).click()

  await page.getByText('The export is queued.').waitFor()
  expect(mock.exports.all()).toHaveLength(1)
})

test('a fault is added once by a double click', async ({ page, inspect }) => {
  const { mock } = await inspect('faults')
  const calls = await held(page, '**/__twin/faults')

  await page.getByRole('button', { name: 'Add fault' }).dblclick()
  calls.release()

  await page.getByText('The fault is in place.').waitFor()
  expect(calls.count()).toBe(1)
  expect(mock.faults.list()).toHaveLength(1)
})

test('a snapshot is taken once by Enter that is pressed twice', async ({ page, inspect }) => {
  await inspect('snapshots')
  const calls = await held(page, '**/__twin/snapshot')
  const name = page.getByLabel('Name of the snapshot')

  await name.fill('before the sale')
  await name.press('Enter')
  await name.press('Enter')
  calls.release()

  await page.getByText('The snapshot is taken.').waitFor()
  expect(calls.count()).toBe(1)
})
