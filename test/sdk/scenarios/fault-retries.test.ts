import { describe, expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import type { FaultOptions } from '../../../mock/index.ts'
import { ApiError, ConnectionError, type RetryNotice } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const ada = { externalId: 'POS-000001' }
const purchase = { ...aPurchase(), contactExternalId: 'POS-000001' }
const troubles: readonly FaultOptions[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 408 },
  { kind: 'timeout' },
  { kind: 'reset' },
  { kind: 'lost-reply' },
  { kind: 'truncate' },
]

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()], products: [aProduct()] } })

  describe('what may be repeated', () => {
    test.for(troubles)(
      'is repeated after %j, and done',
      async (fault, { client, carried, mock }) => {
        const notices: RetryNotice[] = []
        const { contacts } = client({
          fetch: carried.fetch,
          timeout: fault.kind === 'timeout' ? 1000 : 30_000,
          maxRetries: 1,
          maxRetryWait: 1,
          onRetry: (notice) => notices.push(notice),
        })
        const meets = () => mock.faults.add(fault)

        meets()
        expect(await contacts.upsert(ada, { _name: 'Eve' })).toMatchObject({ _name: 'Eve' })
        meets()
        expect(await contacts.get(ada)).toMatchObject({ _name: 'Eve' })
        meets()
        expect(await contacts.delete(ada)).toBeUndefined()

        expect(mock.contacts.count).toBe(0)
        expect(mock.journal.calls().map(({ fault: met }) => met)).toEqual([
          fault.kind,
          undefined,
          fault.kind,
          undefined,
          fault.kind,
          undefined,
        ])
        const why = fault.kind === 'status' || fault.kind === 'timeout' ? fault.kind : 'connection'
        expect(notices.map(({ reason, attempt }) => [reason, attempt])).toEqual(
          Array(3).fill([why, 1]),
        )
      },
    )

    test('gets an External ID by a PATCH whose answer was lost, once', async ({
      client,
      carried,
      mock,
    }) => {
      const options = { fetch: carried.fetch, maxRetries: 4, maxRetryWait: 1 }
      mock.faults.add({ kind: 'lost-reply', times: 3 })

      const bob = await client(options).contacts.upsert(
        { email: 'bob@example.com' },
        { _externalId: '2', _points: 7 },
      )

      expect(mock.contacts.all().slice(1)).toEqual([bob])
      expect(mock.activities(bob.id)).toMatchObject([{ type: 'contact-created' }])
      expect(mock.journal.calls({ status: 200 })).toHaveLength(4)
    })

    test('fails with the last trouble once its retries are used up', async ({
      client,
      carried,
      mock,
    }) => {
      const { contacts } = client({ fetch: carried.fetch, maxRetries: 2, maxRetryWait: 1 })
      mock.faults.add({ kind: 'reset', times: 2 })
      mock.faults.add({ kind: 'status', status: 502, times: Number.POSITIVE_INFINITY })

      const failing = contacts.upsert(ada, { _name: 'Eve' })

      await expect(failing).rejects.toBeInstanceOf(ApiError)
      await expect(failing).rejects.toMatchObject({ status: 502 })
      expect(mock.journal.count).toBe(3)
      expect(mock.contacts.find(ada)?._name).toBe('Ada')
    })

    test('waits as long as the answer asks', async ({ client, carried, mock }) => {
      const waits: number[] = []
      const { contacts } = client({
        fetch: carried.fetch,
        maxRetries: 1,
        maxRetryWait: 3,
        onRetry: ({ waitMs }) => waits.push(waitMs),
      })
      mock.faults.add({ kind: 'status', status: 503, headers: { 'Retry-After': '30' } })

      await contacts.get(ada)

      expect(waits).toEqual([3])
    })
  })

  describe('a purchase', () => {
    test.for([
      ['lost-reply', 1],
      ['truncate', 1],
      ['reset', 0],
    ] as const)(
      'is not sent again after %s, and there are %i of it',
      async ([kind, count], { client, carried, mock }) => {
        const { purchases } = client({ fetch: carried.fetch, maxRetries: 4, maxRetryWait: 1 })
        mock.faults.add({ kind })

        const creating = purchases.create(purchase)

        await expect(creating).rejects.toBeInstanceOf(ConnectionError)
        expect(mock.journal.count).toBe(1)
        expect(mock.purchases.count).toBe(count)
        expect(mock.contacts.find(ada)?._totalPurchases).toBe(count)
      },
    )

    test('is looked for after its answer was lost, and not created twice', async ({
      client,
      carried,
      mock,
    }) => {
      const { purchases } = client({ fetch: carried.fetch, maxRetries: 4, maxRetryWait: 1 })
      mock.faults.add({ on: 'POST /purchases/', kind: 'lost-reply' })

      const { id } = await purchases.create(purchase).catch((error) => {
        if (!(error instanceof ConnectionError)) throw error
        return purchases.getByPurchaseId(purchase.purchaseId)
      })

      expect(mock.purchases.all()).toMatchObject([{ id, purchaseId: purchase.purchaseId }])
    })

    test.for([500, 503, 408])(
      'is not sent again after %i',
      async (status, { client, carried, mock }) => {
        const { purchases } = client({ fetch: carried.fetch, maxRetries: 4, maxRetryWait: 1 })
        mock.faults.add({ kind: 'status', status })

        await expect(purchases.create(purchase)).rejects.toMatchObject({ status })
        expect([mock.journal.count, mock.purchases.count]).toEqual([1, 0])
      },
    )

    test('is sent again after 429, as nothing was done', async ({ client, carried, mock }) => {
      const { purchases } = client({ fetch: carried.fetch, maxRetries: 4, maxRetryWait: 1 })
      mock.faults.add({ kind: 'status', status: 429, times: 2 })

      await purchases.create(purchase)

      expect(mock.journal.calls().map(({ status }) => status)).toEqual([429, 429, 201])
      expect(mock.purchases.count).toBe(1)
    })
  })
})
