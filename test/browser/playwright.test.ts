import { expect } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { routeToTwin } from '../../mock/playwright.ts'
import { test } from './support/browser-test.ts'
import { serveFiles } from './support/site.ts'

const html = '<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1></main>'

test('a page of Playwright that calls the API is answered by the twin', async ({ page, flaws }) => {
  await using site = await serveFiles({ '/index.html': html })
  const mock = createMock()
  await page.context().route(`${site.url}/`, (route) => {
    return route.fulfill({ contentType: 'text/html', body: html })
  })
  await routeToTwin(page, mock)
  await page.goto(site.url)

  const upsert = () =>
    page.evaluate(async () => {
      const answer = await fetch('https://api.connectif.cloud/contacts/email/ada@example.com', {
        method: 'PATCH',
        headers: { Authorization: 'apiKey test:secret', 'Content-Type': 'application/json' },
        body: JSON.stringify({ _name: 'Ñandú' }),
      })
      return answer.json()
    })

  expect(await upsert()).toMatchObject({ _name: 'Ñandú' })
  expect(mock.contacts.find({ email: 'ada@example.com' })?._name).toBe('Ñandú')

  mock.faults.add({ kind: 'reset' })
  await expect(upsert()).rejects.toThrow('Failed to fetch')
  flaws.expect(/./)
})
