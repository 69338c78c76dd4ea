/**
 * A webhook: a shop tells of its customers, and each becomes a contact. The handler takes a Request
 * and gives a Response, as Hono, Bun, Deno and Cloudflare workers have it:
 * `app.post('/customers', ({ req }) => handle(req.raw))`.
 *
 *     npm run build
 *     node examples/webhook.ts
 */
import assert from 'node:assert/strict'
import {
  AddressError,
  Connectif,
  ConnectionError,
  RateLimitError,
  UnprocessableEntityError,
} from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'

const secret = 'shared with the shop'
const mock = createMock()
const connectif = new Connectif({ apiKey: 'example:secret', fetch: mock.fetch, maxRetries: 0 })

interface Customer {
  number: string
  email?: string
  firstName?: string
}

/** Answers 204 when the contact is written, 503 when the shop should send it again later. */
async function handle(request: Request): Promise<Response> {
  const body = await request.text()
  const isSigned = await verified(body, request.headers.get('x-signature') ?? '')
  if (!isSigned) return new Response('the signature is wrong', { status: 401 })

  const { number, email, firstName }: Customer = JSON.parse(body)
  const patch = { ...(email && { _email: email }), ...(firstName && { _name: firstName }) }
  try {
    // Safe to repeat, so it does not matter that a shop sends some events twice.
    await connectif.contacts.upsert({ externalId: number }, patch)
    return new Response(null, { status: 204 })
  } catch (error) {
    return answerTo(error)
  }
}

function answerTo(error: unknown): Response {
  const isPassing = error instanceof ConnectionError || error instanceof RateLimitError
  if (isPassing) return new Response('later', { status: 503, headers: { 'retry-after': '60' } })

  const isTheirs = error instanceof UnprocessableEntityError || error instanceof AddressError
  if (isTheirs) return new Response(error.message, { status: 422 })
  throw error
}

async function verified(body: string, signature: string): Promise<boolean> {
  const pairs = signature.match(/[\da-f]{2}/g) ?? []
  const given = Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.verify('HMAC', await key(), given, bytes(body))
}

async function signatureOf(body: string): Promise<string> {
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await key(), bytes(body)))
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function key() {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign', 'verify'])
}

function bytes(text: string) {
  return new TextEncoder().encode(text)
}

// What the shop sends, and what it is told.

const ada = { number: 'C-1', email: 'ada@example.com', firstName: 'Ada' }
assert.equal(await sent(ada), '204')
assert.equal(await sent(ada), '204')
assert.equal(await sent({ number: 'C-2', email: 'ada@example.com' }), '422')
assert.equal(await sent(ada, 'ab'.repeat(32)), '401')

mock.faults.add({ kind: 'reset' })
assert.equal(await sent({ number: 'C-3' }), '503')
assert.equal(await sent({ number: 'C-3' }), '204')
assert.equal(mock.contacts.count, 2)

async function sent(customer: Customer, signature?: string): Promise<string> {
  const body = JSON.stringify(customer)
  const headers = { 'x-signature': signature ?? (await signatureOf(body)) }
  const request = new Request('https://erp.example/customers', { method: 'POST', headers, body })
  const response = await handle(request)
  console.log(`${body}: ${response.status} ${await response.text()}`)
  return String(response.status)
}
