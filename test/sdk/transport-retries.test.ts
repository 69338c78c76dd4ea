import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PurchaseCreation } from '../../sdk/index.ts'
import { cutShort, json, lost, outcome, type Step, scripted, silence, status } from './scripted.ts'

const someone = { externalId: 'x' }
const purchase = {} as PurchaseCreation

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
  vi.spyOn(Math, 'random').mockReturnValue(1)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const passing: [string, Step][] = [
  ['408', status(408)],
  ['429', status(429)],
  ['500', status(500)],
  ['501', status(501)],
  ['503', status(503)],
  ['524', status(524)],
  ['lost connection', lost('ECONNRESET')],
  ['lost connection in words that ky does not know', () => Promise.reject(new Error('socket'))],
  ['cut answer', cutShort],
]

test.for(passing)('GET, PATCH and DELETE are repeated after a %s', async ([, step]) => {
  const { connectif, requests } = scripted([step, json({}), step, json({}), step, json({})])

  await outcome(connectif.contacts.get(someone))
  await outcome(connectif.contacts.upsert(someone, { _name: 'Ada' }))
  await outcome(connectif.contacts.delete(someone))

  const methods = requests.map((request) => request.method)
  expect(methods).toEqual(['GET', 'GET', 'PATCH', 'PATCH', 'DELETE', 'DELETE'])
})

test('a repeated PATCH carries the same body and key again', async () => {
  const bodies: string[] = []
  const taking =
    (step: Step): Step =>
    async (request) => {
      bodies.push(`${request.headers.get('authorization')} ${await request.text()}`)
      return step(request)
    }
  const { connectif } = scripted([taking(status(503)), taking(lost()), taking(json({}))])

  await outcome(connectif.contacts.upsert(someone, { _name: 'Ñ' }))

  expect(bodies).toEqual(Array(3).fill('apiKey id:secret {"_name":"Ñ"}'))
})

test.for([400, 401, 403, 404, 413, 415, 422])('nothing is repeated after a %d', async (code) => {
  const { connectif, requests } = scripted([status(code, { 'retry-after': '1' })])

  await outcome(connectif.contacts.upsert(someone, {}))

  expect(requests).toHaveLength(1)
})

test.for([status(408), status(500), status(503), lost('ECONNRESET'), lost(), cutShort, silence])(
  'a POST is not repeated where it may have had an effect (%#)',
  async (step) => {
    const { connectif, requests } = scripted([step])

    const error = await outcome(connectif.purchases.create(purchase))

    expect(error).toMatchObject({ path: '/purchases/' })
    expect(requests).toHaveLength(1)
  },
)

test.for(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
  'a POST is repeated after %s, since nothing was sent',
  async (code) => {
    const { connectif, requests } = scripted([lost(code), json({ id: '1' }, 201)])

    expect(await outcome(connectif.purchases.create(purchase))).toEqual({ id: '1' })
    expect(requests).toHaveLength(2)
  },
)

test('a POST is repeated after a 429, with its query and body', async () => {
  const { connectif, requests } = scripted([status(429), json({ id: '1' }, 201)])

  await outcome(connectif.purchases.create(purchase, { triggerPurchaseEvent: false }))

  expect(requests.map(({ method, url }) => `${method} ${new URL(url).search}`)).toEqual(
    Array(2).fill('POST ?triggerPurchaseEvent=false'),
  )
})

test('the connection refused of a real socket is known as such', async () => {
  vi.useRealTimers()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  const { connectif } = scripted([], { baseUrl: `http://127.0.0.1:${port}`, fetch: undefined })

  const call = connectif.contacts.get(someone, { maxRetries: 0 })

  await expect(call).rejects.toMatchObject({ code: 'ECONNREFUSED', nothingSent: true })
})

test('a call is tried maxRetries times more, and then the last failure is thrown', async () => {
  const steps = [status(500), lost(), status(502)]
  const standard = scripted(steps)
  const fewer = scripted(steps, { maxRetries: 2 })
  const none = scripted(steps)

  await outcome(standard.connectif.contacts.get(someone))
  const last = await outcome(fewer.connectif.contacts.get(someone))
  await outcome(none.connectif.contacts.get(someone, { maxRetries: 0 }))

  expect([standard, fewer, none].map(({ requests }) => requests.length)).toEqual([5, 3, 1])
  expect(last).toMatchObject({ status: 502 })
})

test('timeout counts per try, body included, and an idempotent call is repeated', async () => {
  const stalling: Step = ({ signal }) => {
    const body = new ReadableStream({
      start: (controller) =>
        signal.addEventListener('abort', () => controller.error(signal.reason)),
    })
    return new Response(body)
  }
  const onRetry = vi.fn()
  const { connectif, requests } = scripted([silence, stalling, json({ id: '1' })], {
    timeout: 1000,
    onRetry,
  })

  const contact = await outcome(connectif.contacts.get(someone))

  expect(contact).toEqual({ id: '1' })
  expect(requests).toHaveLength(3)
  expect(onRetry.mock.calls).toMatchObject([[{ reason: 'timeout' }], [{ reason: 'timeout' }]])
})

test('a call that runs out of time says how long it waited', async () => {
  const { connectif } = scripted([silence], { maxRetries: 1 })

  const error = await outcome(connectif.contacts.get(someone, { timeout: 50 }))

  expect(error).toMatchObject({
    name: 'TimeoutError',
    message: 'GET /contacts/external-id/{externalId}: no whole answer within 50 ms',
  })
})
