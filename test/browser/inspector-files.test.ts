import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { bytesOf, test } from './support/inspected.ts'
import { screenshot } from './support/screens.ts'

const csv = '_externalId;_email;_points\nPOS-900;new@example.com;12\nPOS-901;;many\n'

/** Drops a file as one does who drags it over the window. */
async function drop(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name, { type: 'text/csv' }))
      return transfer
    },
    [name, text] as const,
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await page.getByText('Drop a CSV file to import it').waitFor()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}

test('a CSV that is dropped is imported, and what it refused is told', async ({
  page,
  inspect,
}) => {
  const twin = await inspect()
  await page.getByRole('heading', { name: 'Make a first call' }).waitFor({ state: 'detached' })

  await drop(page, 'customers.csv', csv)
  const dialog = page.getByRole('dialog', { name: 'Import customers.csv' })
  await expect.poll(() => dialog.getByLabel('Delimiter').inputValue()).toBe(';')
  expect(await dialog.textContent()).toContain('POS-900;new@example.com;12')
  await screenshot(page, 'inspector-imports-drop')
  await dialog.getByRole('button', { name: 'Import' }).click()

  await page.getByText('queued').first().waitFor()
  await page.getByRole('button', { name: 'Finish now' }).click()
  const report = page.getByRole('table', { name: 'What was refused' })
  await report.waitFor()
  expect(await report.textContent()).toMatch(/3_points many.*integer/)
  expect(twin.mock.contacts.find({ externalId: 'POS-900' })).toMatchObject({ _points: 12 })

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Error report' }).click()
  expect(String(await bytesOf(download))).toContain('many')
})

test('a file that the API refuses is refused in the dialog, by its rule', async ({
  page,
  inspect,
}) => {
  await inspect('imports')

  await drop(page, 'nothing.csv', '_points\n1\n')
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click()

  const refusal = page.getByRole('dialog').getByRole('alert')
  await expect.poll(() => refusal.textContent()).toMatch(/^4\d\d /)
  expect(await refusal.getByRole('link').count()).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test('contacts are exported, and the file is downloaded', async ({ page, inspect }) => {
  const twin = await inspect('exports', { seed: { contacts: [{ _externalId: 'POS-1' }] } })

  await page.getByRole('button', { name: 'Export contacts…' }).click()
  await page.getByRole('dialog').getByLabel('Segment').selectOption('has-external-id')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'Finish now' }).click()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const bytes = await bytesOf(download)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(twin.mock.exports.all()).toMatchObject([{ filters: { segmentId: 'has-external-id' } }])
})

test('a file that cannot be read is let go of, and why is told', async ({ page, inspect }) => {
  await inspect('imports')
  await page.getByRole('heading', { name: 'No imports yet' }).waitFor()
  await page.evaluate(() => {
    // As for a folder, or a file that was moved since.
    Blob.prototype.arrayBuffer = () =>
      Promise.reject(new DOMException('It could not be found.', 'NotFoundError'))
  })

  await drop(page, 'customers', csv)

  await page.getByText('customers cannot be read: It could not be found.').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('a file is there until the browser has begun with it, and then let go of', async ({
  page,
  inspect,
}) => {
  await page.clock.install()
  await inspect('snapshots')
  await page.getByRole('button', { name: 'Take snapshot' }).click()
  await page.evaluate(() => {
    const { revokeObjectURL } = URL
    URL.revokeObjectURL = (url) => {
      document.title += ' revoked'
      revokeObjectURL(url)
    }
  })
  const revoked = async () => (await page.title()).match(/ revoked/g)?.length ?? 0

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download Snapshot' }).click()
  expect(await revoked()).toBe(0)
  expect(String(await bytesOf(download))).toContain('connectif-mock')
  await page.clock.runFor(60_000)

  expect(await revoked()).toBe(1)
})
