import { expect } from 'vitest'
import { bytesOf, test } from './support/inspected.ts'
import { screenshot } from './support/screens.ts'

test('after 90 days an anonymous contact is purged, and is named', async ({ page, inspect }) => {
  const twin = await inspect('clock')
  const id = twin.mock.tracking.web().pageView({ trackerId: 'somebody' })
  await page.getByText('Nobody.').waitFor()

  await page.getByRole('button', { name: '+90 days' }).click()
  await page.getByRole('button', { name: '+1 day' }).click()

  const purged = page.getByRole('table', { name: 'Purged contacts' })
  await expect.poll(() => purged.textContent()).toContain(id)
  expect(twin.mock.contacts.all()).toEqual([])
  await page.locator('main time').getByText('2 Apr 2026').waitFor()
})

test('the clock is set, let run and frozen', async ({ page, inspect }) => {
  const twin = await inspect('clock')

  await page.getByLabel('Go to').fill('2026-03-01T12:00')
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await expect.poll(() => twin.mock.clock.now().toISOString()).toBe('2026-03-01T12:00:00.000Z')

  await page.getByRole('button', { name: 'Let it run' }).click()
  await page.getByRole('button', { name: 'Freeze' }).click()
  await expect.poll(() => twin.mock.clock.isFrozen).toBe(true)
})

test('a snapshot shows what changed since, and takes the twin back', async ({ page, inspect }) => {
  const twin = await inspect('snapshots', { seed: { contacts: [{ _email: 'ada@example.com' }] } })
  const { connectif, mock } = twin
  await page.getByLabel('Name of the snapshot').fill('before the sale')
  await page.getByRole('button', { name: 'Take snapshot' }).click()
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByText('Nothing has changed since.').waitFor()

  await connectif.contacts.upsert({ email: 'ada@example.com' }, { _name: 'Ada' })
  await connectif.contacts.upsert({ externalId: 'POS-2' }, {})
  const changes = page.getByRole('region', { name: 'contacts' })
  await changes.getByText('1 created, 1 updated, 0 deleted').waitFor()
  await screenshot(page, 'inspector-snapshots-open')
  expect(await changes.textContent()).toMatch(/_name: — Ada/)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download before the sale' }).click()
  const buffer = await bytesOf(download)
  expect(JSON.parse(String(buffer))).toMatchObject({ format: 'connectif-mock' })

  await page.getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => mock.contacts.all()).toHaveLength(1)
  expect(mock.contacts.all()[0]).not.toHaveProperty('_name')

  await page
    .getByLabel('Snapshot file')
    .setInputFiles({ name: 'kept.json', mimeType: 'application/json', buffer })
  await expect.poll(() => page.getByRole('button', { name: 'Compare' }).count()).toBe(2)
})

test('a file that is no snapshot is set aside, and why is told', async ({ page, inspect }) => {
  await inspect('snapshots')

  await page
    .getByLabel('Snapshot file')
    .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{}') })

  await page.getByText('other.json cannot be used: it is no snapshot of a twin.').waitFor()
})

test('reset asks first, and then all is as at the start', async ({ page, inspect }) => {
  const twin = await inspect('journal')
  await twin.connectif.contacts.upsert({ externalId: 'POS-1' }, {})
  await page.getByRole('table', { name: 'Calls' }).waitFor()

  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  expect(twin.mock.journal.count).toBe(1)
  await page.getByRole('button', { name: 'Reset…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click()

  await page.getByRole('heading', { name: 'No calls yet' }).waitFor()
  expect(twin.mock.journal.count).toBe(0)
})
