import { expect } from 'vitest'
import { requestOf } from '../support/curl-line.ts'
import { test } from './support/inspected.ts'

test('calls appear as they are made, with what became of them and why', async ({
  page,
  inspect,
}) => {
  const twin = await inspect('journal')
  const { connectif } = twin
  await page.getByText('Live', { exact: true }).waitFor()

  await connectif.contacts.upsert({ externalId: 'POS-1' }, { _name: "Ada O'Neill" })
  await connectif.contacts
    .upsert({ email: 'bob@example.com' }, { _externalId: 'POS-1' })
    .catch(none)
  const calls = page.getByRole('table', { name: 'Calls' }).locator('tbody tr')
  await expect.poll(() => calls.count()).toBe(2)

  await page.getByRole('button', { name: 'Refused' }).click()
  await expect.poll(() => calls.count()).toBe(1)
  await calls.getByRole('link').click()
  const detail = page.getByRole('region', { name: 'Details' })
  await expect.poll(() => detail.textContent()).toContain('cannot have the same External ID')
  expect(await detail.getByLabel('Body of the request').textContent()).toContain('"POS-1"')
})

test('no call is lost that is made while the journal is read', async ({ page, inspect }) => {
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/__twin/journal?*', async (route) => {
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  const { connectif } = await inspect('journal')
  await page.getByText('Live', { exact: true }).waitFor()
  const calls = page.getByRole('table', { name: 'Calls' }).locator('tbody tr')

  await connectif.contacts.upsert({ externalId: 'POS-1' }, {})
  await expect.poll(() => calls.count()).toBe(1)
  const answers = page.waitForResponse('**/__twin/journal?*')
  goOn()
  await (await answers).finished()
  await connectif.contacts.upsert({ externalId: 'POS-2' }, {})

  await expect.poll(() => calls.count()).toBe(2)
})

test('the curl line of a call makes it again', async ({ page, inspect }) => {
  const twin = await inspect('journal/1')
  await twin.connectif.contacts.upsert({ externalId: 'POS-1' }, { _name: "Ada O'Neill" })

  await page.getByRole('heading', { name: 'Call 1' }).waitFor()
  const line = await page.getByLabel('The curl line').textContent()
  const { url, init } = requestOf(String(line), { CONNECTIF_API_KEY: 'shop:secret' })
  await twin.connectif.contacts.delete({ externalId: 'POS-1' })
  const { status } = await fetch(url, init)

  expect(status).toBe(200)
  expect(twin.mock.contacts.find({ externalId: 'POS-1' })).toMatchObject({ _name: "Ada O'Neill" })
})

test('a call is copied as a call of the SDK', async ({ page, inspect, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const twin = await inspect('journal/1')
  await twin.connectif.contacts.upsert({ externalId: 'POS-1' }, { _name: 'Ada', _points: 7 })

  await page.getByRole('button', { name: 'Copy as SDK call' }).click()

  await page.getByText('Copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "await connectif.contacts.upsert({ externalId: 'POS-1' }, {\n  _name: 'Ada',\n  _points: 7,\n})",
  )
})

test('a fault is injected, and the SDK is seen to retry', async ({ page, inspect }) => {
  const twin = await inspect('faults')
  await page.getByLabel('Operation').selectOption('GET /contacts/email/{email}')
  await page.getByRole('button', { name: 'Add fault' }).click()
  await page.getByRole('table', { name: 'Faults' }).getByText('status 503').waitFor()

  await twin.connectif.contacts.upsert({ email: 'ada@example.com' }, {})
  await twin.connectif.contacts.get({ email: 'ada@example.com' })

  await page.getByText('1 of 1').waitFor()
  await page.getByRole('link', { name: /^Journal/ }).click()
  const rows = page.getByRole('table', { name: 'Calls' }).locator('tbody tr')
  await expect
    .poll(() => rows.allTextContents())
    .toEqual([
      expect.stringMatching(/GET[\s\S]*200/),
      expect.stringMatching(/GET[\s\S]*503[\s\S]*fault: status/),
      expect.stringMatching(/PATCH[\s\S]*200/),
    ])
  await page.getByRole('link', { name: /^Faults/ }).click()
  await page.getByRole('button', { name: 'Remove fault 1' }).click()
  await page.getByRole('heading', { name: 'Nothing goes wrong' }).waitFor()
  expect(twin.mock.faults.list()).toEqual([])
})

test('a fault that makes no sense is refused in words', async ({ page, inspect }) => {
  const twin = await inspect('faults')

  await page.getByLabel('How many calls').fill('1.5')
  await page.getByLabel('How many calls').evaluate((input) => input.removeAttribute('type'))
  await page.getByRole('button', { name: 'Add fault' }).click()

  await page.getByText(/times must be a whole number/).waitFor()
  expect(twin.mock.faults.list()).toEqual([])
})

test('the calls that a key has left are shown', async ({ page, inspect }) => {
  const twin = await inspect('limits', { rateLimit: { limit: 10 } })
  await twin.connectif.contacts.upsert({ externalId: 'POS-1' }, {})

  await page.getByText('9 of 10').waitFor()
})

test('rules tell how often they refused', async ({ page, inspect }) => {
  const twin = await inspect('rules')
  const long = 'x'.repeat(51)
  await twin.connectif.contacts.get({ externalId: long }).catch(none)

  await page.getByRole('searchbox').fill('1 to 50')

  const rule = page.getByRole('row', { name: /external-id-length/ })
  await expect.poll(() => rule.textContent()).toMatch(/documented1$/)
})

function none() {}
