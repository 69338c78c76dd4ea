import { afterEach, expect, test, vi } from 'vitest'
import { json, scripted, status } from './scripted.ts'

const quota = {
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': '98',
  'x-ratelimit-reset': '1580919168',
}
const unhandled = vi.fn()
process.on('unhandledRejection', unhandled)
afterEach(() => unhandled.mockClear())

test('withResponse gives the data, the answer and the quota', async () => {
  const { connectif } = scripted([json({ id: '1' }, 200, quota)])

  const call = connectif.contacts.get({ externalId: 'x' })
  const { data, response, rateLimit } = await call.withResponse()

  expect(data).toEqual({ id: '1' })
  expect(response.status).toBe(200)
  expect(rateLimit).toEqual({ limit: 100, remaining: 98, resetAt: new Date(1580919168000) })
  expect(await call).toBe(data)
})

test.for([{}, { 'x-ratelimit-limit': '100' }, { ...quota, 'x-ratelimit-reset': 'soon' }])(
  'there is no quota where the answer does not tell it whole: %o',
  async (headers) => {
    const { connectif } = scripted([json({}, 200, headers)])

    const { rateLimit } = await connectif.contacts.get({ externalId: 'x' }).withResponse()

    expect(rateLimit).toBeUndefined()
  },
)

test('a call is sent once, at once, however often it is awaited', async () => {
  const { connectif, requests } = scripted([json({ id: '1' })])

  const call = connectif.contacts.get({ externalId: 'x' })
  await vi.waitFor(() => expect(requests).toHaveLength(1))
  await Promise.all([call, call, call.withResponse(), call.finally(() => {})])

  expect(requests).toHaveLength(1)
})

test('then, catch and finally work as those of a promise', async () => {
  const { connectif } = scripted([json({ id: '1' }), status(404)])
  const done = vi.fn()

  const id = await connectif.contacts.get({ externalId: 'x' }).then((contact) => contact.id)
  const caught = await connectif.contacts
    .get({ externalId: 'x' })
    .finally(done)
    .catch((error: { status: number }) => error.status)

  expect([id, caught]).toEqual(['1', 404])
  expect(done).toHaveBeenCalledOnce()
})

test('a failure leaves nothing unhandled when only withResponse is used', async () => {
  const { connectif } = scripted([status(404)])

  await expect(connectif.contacts.get({ externalId: 'x' }).withResponse()).rejects.toMatchObject({
    status: 404,
  })

  await new Promise((resolve) => setImmediate(resolve))
  expect(unhandled).not.toHaveBeenCalled()
})
