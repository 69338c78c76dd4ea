/**
 * A page tested by Playwright against `connectif mock`, as a whole: browser, back end of the shop,
 * and the API in a process of its own, which the test steers over HTTP.
 *
 *     npx vitest run examples/sign-up-page.browser.test.ts
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Connectif } from 'connectif-sdk'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'

// Your shop. It knows nothing of the twin but where the API is.

const form = `<!doctype html><html lang="en"><title>Newsletter</title><main><h1>Newsletter</h1>
  <form method="post"><label>Email <input name="email"></label> <button>Sign up</button></form>`

function shopWith(connectif: Connectif): Server {
  return createServer(async (request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.method === 'GET') return response.end(form)

    const chunks = await request.toArray()
    const email = new URLSearchParams(Buffer.concat(chunks).toString()).get('email') ?? ''
    const signedUp = connectif.contacts.upsert(
      { email },
      { _newsletterSubscriptionStatus: 'subscribed' },
    )
    const answer = await signedUp.then(
      () => 'Thank you!',
      () => 'Please try again later.',
    )
    response.end(`<!doctype html><title>Newsletter</title><p role="status">${answer}`)
  })
}

// Your test.

let twin: ChildProcess
let twinUrl: string
let shop: Server
let browser: Browser

beforeAll(async () => {
  // In a project of yours: npx connectif mock --port 0
  twin = spawn(process.execPath, ['mock/cli/main.ts', 'mock', '--port', '0'])
  const [screen] = await once(twin.stdout as NodeJS.ReadableStream, 'data')
  twinUrl = /http:\S+/.exec(String(screen))?.[0] ?? ''

  shop = shopWith(new Connectif({ apiKey: 'shop:secret', baseUrl: twinUrl, maxRetries: 0 }))
  await once(shop.listen(0, '127.0.0.1'), 'listening')
  // In a project of yours: chromium.launch()
  browser = await chromium.connect(inject('chromium'))
})

beforeEach(async () => {
  await steer('reset')
})

afterAll(async () => {
  await browser.close()
  shop.close()
  twin.kill()
})

test('a visitor who signs up becomes a contact', async () => {
  expect(await signUp('ada@example.com')).toBe('Thank you!')

  const answer = await fetch(`${twinUrl}/__twin/accounts/shop/contacts`)
  expect(await answer.json()).toMatchObject({
    items: [{ _email: 'ada@example.com', _newsletterSubscriptionStatus: 'subscribed' }],
  })
})

test('a visitor is told when the API is down', async () => {
  await steer('faults', { kind: 'status', status: 503 })

  expect(await signUp('ada@example.com')).toBe('Please try again later.')
})

async function signUp(email: string): Promise<string | null> {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`)
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Sign up' }).click()
  const status = await page.getByRole('status').textContent()
  await page.close()
  return status
}

async function steer(path: string, body: object = {}) {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const { ok } = await fetch(`${twinUrl}/__twin/${path}`, init)
  expect(ok).toBe(true)
}
