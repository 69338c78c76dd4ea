import { afterEach, describe, expect, vi } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  PermissionError,
  RateLimitError,
  TimeoutError,
} from '../../../sdk/index.ts'
import { apiKey, onEveryCarrier } from '../../support/carriers.ts'

const ada = { externalId: 'POS-000001' }
const purchase = { ...aPurchase(), contactExternalId: 'POS-000001' }
const headers = { authorization: `apiKey ${apiKey}`, 'content-type': 'application/json' }

/** Milliseconds in which every carrier has taken a call up, on a busy machine too. */
const patience = 1000

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()], products: [aProduct()] } })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  describe('a status', () => {
    test.for([
      [500, ApiError, { status: 500, title: 'Internal Server Error' }],
      [503, ApiError, { status: 503, title: 'Service Unavailable' }],
      [403, PermissionError, { status: 403, title: 'Forbidden' }],
      [401, AuthenticationError, undefined],
      [429, RateLimitError, undefined],
    ] as const)(
      '%i comes with the vendor’s body, and nothing is done',
      async (given, { client, carried, mock }) => {
        const [status, kind, body] = given
        const { contacts } = client({ fetch: carried.fetch })
        mock.faults.add({ kind: 'status', status })

        const failing = contacts.upsert(ada, { _name: 'Eve' })

        await expect(failing).rejects.toBeInstanceOf(kind)
        await expect(failing).rejects.toMatchObject({ status, rule: undefined })
        expect((await failing.catch((error: ApiError) => error.body)) ?? undefined).toEqual(
          body && expect.objectContaining(body),
        )
        expect(mock.contacts.find(ada)?._name).toBe('Ada')
      },
    )

    test('brings the headers that it is given', async ({ client, carried, mock }) => {
      const { contacts } = client({ fetch: carried.fetch })
      mock.faults.add({ kind: 'status', status: 503, headers: { 'Retry-After': '7' } })

      await expect(contacts.get(ada)).rejects.toMatchObject({ retryAfterMs: 7000 })
    })
  })

  test('a delay holds the answer back, and changes nothing of it', async ({ connectif, mock }) => {
    const before = await connectif.contacts.get(ada)
    mock.faults.add({ kind: 'delay', ms: 60 })
    const started = performance.now()

    const after = await connectif.contacts.get(ada)

    expect(performance.now() - started).toBeGreaterThan(55)
    expect(after).toEqual(before)
  })

  test('a call that is never answered is a TimeoutError, and nothing is done', async ({
    client,
    carried,
    mock,
  }) => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue()
    const { contacts } = client({ fetch: carried.fetch, timeout: patience })
    mock.faults.add({ kind: 'timeout' })

    await expect(contacts.upsert(ada, { _name: 'Eve' })).rejects.toBeInstanceOf(TimeoutError)
    expect(mock.contacts.find(ada)?._name).toBe('Ada')
    expect((await contacts.get(ada, { timeout: 5000 }))._name).toBe('Ada')
    expect(complaint).not.toHaveBeenCalled()
  })

  test('a client that leaves an unanswered call gets its own reason', async ({
    client,
    carried,
    mock,
  }) => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue()
    const { contacts } = client({ fetch: carried.fetch })
    const leaving = new AbortController()
    mock.faults.add({ kind: 'timeout' })
    mock.journal.subscribe(() => leaving.abort(new Error('closing time')))

    const left = contacts.upsert(ada, { _name: 'Eve' }, { signal: leaving.signal })

    await expect(left).rejects.toThrow('closing time')
    expect((await contacts.get(ada))._name).toBe('Ada')
    expect(complaint).not.toHaveBeenCalled()
  })

  test.for([
    ['reset', 'Ada'],
    ['lost-reply', 'Eve'],
    ['truncate', 'Eve'],
  ] as const)(
    '%s is a ConnectionError, after which the name is %s',
    async ([kind, name], { client, carried, mock }) => {
      const { contacts } = client({ fetch: carried.fetch })
      mock.faults.add({ kind })

      const failing = contacts.upsert(ada, { _name: 'Eve' })

      await expect(failing).rejects.toBeInstanceOf(ConnectionError)
      await expect(failing).rejects.not.toBeInstanceOf(TimeoutError)
      await expect(failing).rejects.toMatchObject({ nothingSent: false })
      expect(mock.contacts.find(ada)?._name).toBe(name)
      expect((await contacts.get(ada))._name).toBe(name)
    },
  )

  describe('an answer that is cut', () => {
    test('breaks off in its body', async ({ carried: { baseUrl, fetch }, mock }) => {
      mock.faults.add({ kind: 'truncate' })

      const response = await fetch(`${baseUrl}/contacts/external-id/POS-000001`, { headers })

      expect(response.status).toBe(200)
      await expect(response.text()).rejects.toBeInstanceOf(TypeError)
    })

    test('does not arrive at all where it has no body', async ({ client, carried, mock }) => {
      const { contacts } = client({ fetch: carried.fetch })
      mock.faults.add({ kind: 'truncate' })

      await expect(contacts.delete(ada)).rejects.toBeInstanceOf(ConnectionError)
      expect(mock.contacts.count).toBe(0)
    })
  })

  describe('a call that is delivered twice', () => {
    test('writes a contact once', async ({ connectif, mock }) => {
      mock.faults.add({ kind: 'duplicate' })

      const bob = await connectif.contacts.upsert({ externalId: '2' }, { _name: 'Bob' })

      expect(mock.contacts.all().slice(1)).toEqual([bob])
    })

    test('creates one purchase, and answers that it exists', async ({ connectif, mock }) => {
      mock.faults.add({ kind: 'duplicate' })

      const creating = connectif.purchases.create(purchase)

      await expect(creating).rejects.toMatchObject({ status: 422, rule: 'purchase-id-unique' })
      expect(mock.purchases.count).toBe(1)
      expect(mock.contacts.find(ada)?._totalPurchases).toBe(1)
    })
  })

  describe('a slow body', () => {
    test('arrives whole', async ({ connectif, mock }) => {
      const before = await connectif.contacts.get(ada)
      mock.faults.add({ kind: 'slow-body', ms: 60 })
      const started = performance.now()

      const after = await connectif.contacts.get(ada)

      expect(performance.now() - started).toBeGreaterThan(55)
      expect(after).toEqual(before)
    })

    test('is a TimeoutError where it takes too long, and all is done', async ({
      client,
      carried,
      mock,
    }) => {
      const { contacts } = client({ fetch: carried.fetch, timeout: patience })
      mock.faults.add({ kind: 'slow-body', ms: 60_000 })

      await expect(contacts.upsert(ada, { _name: 'Eve' })).rejects.toBeInstanceOf(TimeoutError)
      expect(mock.contacts.find(ada)?._name).toBe('Eve')
    })
  })
})
