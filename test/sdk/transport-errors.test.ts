import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import {
  ApiError,
  ConnectifError,
  ConnectionError,
  type UnprocessableEntityError,
} from '../../sdk/index.ts'
import { cutShort, json, lost, type Step, scripted, silence, status } from './scripted.ts'

const once = { maxRetries: 0 }

test.for([
  [400, 'ApiError'],
  [401, 'AuthenticationError'],
  [403, 'PermissionError'],
  [404, 'NotFoundError'],
  [405, 'ApiError'],
  [413, 'PayloadTooLargeError'],
  [415, 'ApiError'],
  [422, 'UnprocessableEntityError'],
  [429, 'RateLimitError'],
  [500, 'ApiError'],
] as const)('a %d is a %s, with or without a body', async ([code, name]) => {
  const { connectif } = scripted([status(code), json({ detail: 'why' }, code)], once)

  const empty = await connectif.contacts.get({ externalId: 'x' }).catch((error) => error)
  expect(empty).toBeInstanceOf(ApiError)
  expect(empty).toMatchObject({ name, status: code, body: undefined, code: undefined })

  if (code === 429) return
  const full = await connectif.contacts.get({ externalId: 'x' }).catch((error) => error)
  expect(full).toMatchObject({ name, status: code, message: `${code}: why` })
})

test('an error tells status, code, reason, rule and quota, and the path, not the id', async () => {
  const body = { status: 400, title: 'Bad Request', detail: 'Unknown products', code: 'E0102' }
  const headers = {
    'x-ratelimit-limit': '100',
    'x-ratelimit-remaining': '98',
    'x-ratelimit-reset': '1580919168',
    'x-connectif-mock-rule': 'purchase-products-exist',
  }
  const { connectif } = scripted([json({ ...body, productIds: ['SKU-9'] }, 400, headers)])

  const error = await connectif.purchases.get('65a0').catch((reason) => reason)

  expect(error).toMatchObject({
    message: '400 E0102: Unknown products',
    code: 'E0102',
    body: { productIds: ['SKU-9'] },
    rule: 'purchase-products-exist',
    rateLimit: { limit: 100, remaining: 98, resetAt: new Date(1580919168_000) },
    method: 'GET',
    path: '/purchases/{id}',
  })
})

test('a 422 names the fields, in its message and in violations', async () => {
  const validationErrors = [{ path: '_externalId', reason: 'belongs to another contact' }]
  const { connectif } = scripted([
    json({ title: 'Unprocessable Entity', validationErrors }, 422),
    json({ title: 'Unprocessable Entity' }, 422),
  ])
  const upsert = () =>
    connectif.contacts
      .upsert({ email: 'a@b.c' }, { _externalId: '1' })
      .catch((error: UnprocessableEntityError) => error)

  expect(await upsert()).toMatchObject({
    message: '422: _externalId belongs to another contact',
    violations: validationErrors,
  })
  expect(await upsert()).toMatchObject({ message: '422: Unprocessable Entity', violations: [] })
})

test('a refusal whose body is text, broken JSON, or cut, is still that refusal', async () => {
  const cut = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })
  const { connectif } = scripted([
    () => new Response('<h1>Bad gateway</h1>', { status: 400 }),
    () => new Response('{"detail":', { status: 400 }),
    () => new Response(cut, { status: 400 }),
  ])
  const get = () => connectif.contacts.get({ externalId: 'x' }).catch((error) => error)

  expect(await get()).toMatchObject({ status: 400, body: '<h1>Bad gateway</h1>' })
  expect(await get()).toMatchObject({ status: 400, body: '{"detail":' })
  expect(await get()).toMatchObject({ status: 400, body: undefined })
})

test.for([
  ['cut in the middle', cutShort],
  ['JSON that ends too early', () => new Response('{"id":')],
  ['not JSON', () => new Response('<html>')],
  ['empty', () => new Response('')],
] as const)(
  'a 2xx answer that is %s is a ConnectionError, never a SyntaxError',
  async ([, step]) => {
    const { connectif } = scripted([step], once)

    const error = await connectif.contacts.get({ externalId: 'x' }).catch((reason) => reason)

    expect(error).toBeInstanceOf(ConnectionError)
    expect(error.message).toBe('GET /contacts/external-id/{externalId}: no whole answer')
  },
)

test('a lost connection gives the error of fetch as its cause, and its code', async () => {
  const { connectif } = scripted([lost('ECONNRESET')], once)

  const error = await connectif.contacts.get({ externalId: 'x' }).catch((reason) => reason)

  expect(error).toMatchObject({ name: 'ConnectionError', code: 'ECONNRESET', nothingSent: false })
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' })
})

test('every kind of failure is a ConnectifError, and none shows the key', async () => {
  const steps = [status(500), json({ detail: 'no' }, 422), lost('ECONNREFUSED'), cutShort, silence]

  for (const step of steps) {
    const { connectif } = scripted([step], { ...once, timeout: 5 })
    const error = await connectif.contacts.get({ externalId: 'x' }).catch((reason) => reason)
    expect(error).toBeInstanceOf(ConnectifError)
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('secret')
  }
})

test('an aborted call rejects with the reason of the signal, as fetch does', async () => {
  const { connectif, requests } = scripted([silence])
  const controller = new AbortController()
  const { signal } = controller
  const reason = new Error('the user left')

  const call = connectif.contacts.get({ externalId: 'x' }, { signal })
  await vi.waitFor(() => expect(requests).toHaveLength(1))
  controller.abort(reason)
  const late = connectif.contacts.get({ externalId: 'x' }, { signal })

  await expect(call).rejects.toBe(reason)
  await expect(late).rejects.toBe(reason)
  expect(requests).toHaveLength(1)
})

test('the reason of the signal wins over a fetch that fails in words of its own', async () => {
  const own: Step = ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new TypeError('fetch failed')))
    })
  const { connectif, requests } = scripted([own])
  const controller = new AbortController()

  const call = connectif.contacts.get(
    { externalId: 'x' },
    {
      signal: controller.signal,
      maxRetries: 0,
    },
  )
  await vi.waitFor(() => expect(requests).toHaveLength(1))
  controller.abort('enough')

  await expect(call).rejects.toBe('enough')
})

test('a timeout of the caller is not taken for one of the client, and not retried', async () => {
  const { connectif, requests } = scripted([silence])

  const call = connectif.contacts.get({ externalId: 'x' }, { signal: AbortSignal.timeout(5) })

  await expect(call).rejects.toMatchObject({ name: 'TimeoutError', constructor: DOMException })
  expect(requests).toHaveLength(1)
})

test.for([{ timeout: 0 }, { timeout: 1.5 }, { timeout: Infinity }, { maxRetries: -1 }])(
  'the option %o of a call is refused through its promise',
  async (options) => {
    const { connectif, requests } = scripted([json({})])

    const call = connectif.contacts.get({ externalId: 'x' }, options)

    await expect(call).rejects.toBeInstanceOf(ConnectifError)
    expect(requests).toHaveLength(0)
  },
)
