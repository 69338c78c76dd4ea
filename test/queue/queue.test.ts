import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import type { PurchaseCreation } from '../../sdk/index.ts'
import { produce, report } from '../../sdk/queue/index.ts'
import { aLoad } from './load.ts'
import { hasRedis } from './redis.ts'

describe.runIf(hasRedis)('a load in a queue', { timeout: 120_000 }, () => {
  const load = aLoad(8)

  test('items of a contact keep their order, by whichever identifier they name it', async () => {
    const mock = createMock()
    const people = Array.from({ length: 30 }, (_, at) => ({
      email: { _email: `ada.${at}@example.com` },
      id: { _externalId: `POS ${at}` },
    }))

    await produce(
      load.queue,
      'contacts.upsertMany',
      people.map(({ email }) => ({ ...email, _name: 'first', _points: 1 })),
    )
    // In lanes of their own, until an item has both; and late.
    const on = 'DELETE /contacts/external-id/{externalId}'
    mock.faults.add({ on, kind: 'status', status: 503, times: 8 })
    const deletions = people.map(({ id }) => ({ externalId: id._externalId }))
    await produce(load.queue, 'contacts.deleteMany', deletions, { itemsPerJob: 1 })
    await produce(
      load.queue,
      'contacts.upsertMany',
      [
        ...people.map(({ email, id }) => ({ ...email, ...id, _points: 2 })),
        ...people.map(({ id }) => ({ ...id, _points: 3 })),
        ...people.map(({ email }) => ({ ...email, _points: 4 })),
      ],
      { key: 'email', itemsPerJob: 7 },
    )
    const all = await load.worked(mock, { maxRetries: 0 }, { backOff: 300 })

    expect(all).toMatchObject({ items: 150, done: 150, failures: [] })
    expect(mock.contacts.count).toBe(30)
    for (const { _name, _points } of mock.contacts.all()) {
      expect([_name, _points]).toEqual(['first', 4])
    }
  })

  test('a purchase goes after its contact, and a deletion after both', async () => {
    const mock = createMock({ seed: { products: [aProduct()] } })
    const { contactEmail: _, ...rest } = aPurchase() as PurchaseCreation
    const ids = Array.from({ length: 20 }, (_, at) => `POS ${at}`)

    await produce(
      load.queue,
      'contacts.upsertMany',
      ids.map((_externalId) => ({ _externalId })),
    )
    await produce(
      load.queue,
      'purchases.ensureMany',
      ids.map((contactExternalId) => ({
        ...rest,
        purchaseId: contactExternalId,
        contactExternalId,
      })),
    )
    await produce(
      load.queue,
      'contacts.deleteMany',
      ids.map((externalId) => ({ externalId })),
    )
    const all = await load.worked(mock)

    expect(all).toMatchObject({ created: 40, deleted: 20, failed: 0 })
    expect([mock.contacts.count, mock.purchases.count]).toEqual([0, 20])
  })

  test('refused items are listed with rule and reason; the others are done', async () => {
    const mock = createMock({ seed: { contacts: [aContact({ _email: 'ada@example.com' })] } })
    const thief = { _externalId: '2', _email: 'ada@example.com' }

    await produce(load.queue, 'contacts.upsertMany', [
      { _externalId: '1' },
      thief,
      { _externalId: '3' },
    ])
    const all = await load.worked(mock)

    expect(all).toMatchObject({ done: 3, created: 2, failed: 1 })
    expect(all.failures).toEqual([
      {
        operation: 'contacts.upsertMany',
        position: 1,
        item: thief,
        outcome: 'failed',
        rule: 'email-unique',
        reason: '422: _email belongs to another contact',
      },
    ])
  })

  test('a job that ran out of attempts has its items listed', async () => {
    const mock = createMock({ accounts: { shop: { keys: { 'test:secret': ['contacts:write'] } } } })
    const rows = [{ _externalId: '1' }, { _externalId: '2' }]

    await produce(load.queue, 'contacts.upsertMany', rows, { attempts: 2 })
    const all = await load.worked(mock, { apiKey: 'other:secret' }, { backOff: 1 })

    expect(all).toMatchObject({ done: 2, failed: 2 })
    expect(all.failures.map(({ item }) => item)).toEqual(expect.arrayContaining(rows))
    expect(all.failures[0]?.reason).toMatch(/^401/)
  })

  test('a job that failed for now is done before those after it', async () => {
    const mock = createMock()
    mock.faults.add({ kind: 'status', status: 503, times: 3 })
    const rows = Array.from({ length: 12 }, (_, at) => ({ _externalId: 'POS', _points: at }))

    await produce(load.queue, 'contacts.upsertMany', rows, { itemsPerJob: 3 })
    const all = await load.worked(mock, { maxRetries: 0 }, { backOff: 1 })

    const sent = mock.journal.calls({ status: 200 }).map(({ requestBody }) => requestBody)
    expect(all).toMatchObject({ done: 12, failed: 0 })
    expect(sent).toEqual(rows.map(({ _points }) => JSON.stringify({ _points })))
  })

  test('an item that always fails is given up at the last attempt, the others are done', async () => {
    const mock = createMock()
    mock.faults.add({
      on: 'DELETE /contacts/external-id/{externalId}',
      kind: 'status',
      status: 500,
      times: 2,
    })

    await produce(load.queue, 'contacts.deleteMany', [{ externalId: '1' }], { attempts: 2 })
    const all = await load.worked(mock, { maxRetries: 0 }, { backOff: 1 })

    expect(all).toMatchObject({ done: 1, failed: 1, jobsLeft: 0 })
    expect(all.failures[0]?.reason).toMatch(/^500/)
  })

  test('a Redis that is not there is told at once', async () => {
    const nowhere = { connection: { path: `${load.path}-of-nobody` } }

    await expect(report(nowhere)).rejects.toThrow(/^Redis cannot be reached: .*ENOENT/)
  })

  test('another number of lanes is refused, until the load is cleared', async () => {
    await produce(load.queue, 'contacts.upsertMany', [])

    const other = produce({ ...load.queue, lanes: 2 }, 'contacts.upsertMany', [])

    await expect(other).rejects.toThrow('this load has 8 lanes, not 2')
  })
})
