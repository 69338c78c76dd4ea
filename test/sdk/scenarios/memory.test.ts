import { describe, expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import type { Snapshot } from '../../../mock/index.ts'
import { defineContactFields, NotFoundError, radio } from '../../../sdk/index.ts'
import { clock, onEveryCarrier } from '../../support/carriers.ts'

const ada = { externalId: 'POS-000001' }
const bob = { email: 'bob@example.com' }
const storeVisit = {
  alias: 'store-visit',
  name: 'Store visit',
  primaryKey: 'email',
  fields: [{ id: 'email', name: 'Email', type: 'email' as const }],
}

onEveryCarrier((test) => {
  test.override('options', {
    contactFields: defineContactFields({ tier: radio('gold', 'silver') }),
    seed: {
      contacts: [aContact()],
      products: [aProduct()],
      purchases: [aPurchase()],
      eventTypes: [storeVisit],
    },
  })

  test('what changed since a snapshot is told, taken back, and gone after a reset', async ({
    connectif,
    mock,
  }) => {
    const started = await connectif.contacts.get(ada)
    await connectif.contacts.upsert(bob, { _name: 'Bob' })
    const before = mock.snapshot()
    mock.clock.advance({ days: 1 })
    const eve = await connectif.contacts.upsert(ada, { _name: 'Eve' })
    await connectif.contacts.delete(bob)
    const cleo = await connectif.contacts.upsert({ externalId: '3' }, {})
    await connectif.purchases.create({
      ...aPurchase({ purchaseId: 'T-2' }),
      contactExternalId: '3',
    })

    const diff = mock.diff(before)
    expect(diff.contacts).toMatchObject({
      created: [{ id: cleo.id, _totalPurchases: 1 }],
      updated: [{ before: started, after: eve }],
      deleted: [{ _email: 'bob@example.com', _name: 'Bob' }],
    })
    expect(diff.purchases).toMatchObject({ created: [{ purchaseId: 'T-2' }], updated: [] })
    expect(diff.products).toEqual({ created: [], updated: [], deleted: [] })

    mock.restore(before)
    expect(await connectif.contacts.get(ada)).toEqual(started)
    expect(await connectif.contacts.get(bob)).toMatchObject({ _name: 'Bob' })
    await expect(connectif.contacts.get({ externalId: '3' })).rejects.toBeInstanceOf(NotFoundError)
    expect(mock.clock.now().toISOString()).toBe(clock)
    expect(mock.snapshot()).toEqual(before)

    mock.reset()
    expect(await connectif.contacts.get(ada)).toEqual(started)
    await expect(connectif.contacts.get(bob)).rejects.toBeInstanceOf(NotFoundError)
    expect([mock.journal.count, mock.faults.list()]).toEqual([2, []])
  })

  test('after a restore the same calls give the same bytes again', async ({ send, mock }) => {
    const calls = async () => {
      const path = '/contacts/external-id/3'
      const purchase = aPurchase({ purchaseId: 'T-2', contactExternalId: '3' })
      return [
        await send('PATCH', path, { body: { _name: 'Cleo', tier: 'gold' } }),
        await send('POST', '/purchases/', { body: purchase }),
        await send('POST', '/custom-events/alias/store-visit?createContact=true', {
          body: { email: 'dan@example.com' },
        }),
        await send('POST', '/contact-fields/', { body: { id: 'a', name: 'A', type: 'text' } }),
        await send('GET', '/contact-fields/'),
        await send('GET', '/contacts/email/dan@example.com'),
      ].map(({ status, body }) => [status, body])
    }
    await send('GET', '/contacts/external-id/POS-000001')
    const before = mock.snapshot()

    const first = await calls()
    mock.restore(JSON.parse(JSON.stringify(before)) as Snapshot)

    expect(await calls()).toEqual(first)
    expect(first.map(([status]) => status)).toEqual([200, 201, 201, 201, 200, 200])
  })

  test('a snapshot is not changed by what happens later', async ({ connectif, mock }) => {
    await connectif.contacts.get(ada)
    const before = mock.snapshot()
    const text = JSON.stringify(before)

    await connectif.contacts.upsert(ada, { _name: 'Eve' })
    await connectif.contactFields.delete('tier')
    mock.tracking.web().pageView({ trackerId: 'browser' })
    mock.restore(before)
    await connectif.contacts.delete(ada)

    expect(JSON.stringify(before)).toBe(text)
  })

  test('anonymous contacts come back with their days, and their tracker', async ({
    connectif,
    mock,
  }) => {
    await connectif.contacts.get(ada)
    const tracker = mock.tracking.web()
    const visitor = tracker.pageView({ trackerId: 'browser' })
    mock.clock.advance({ days: 60 })
    const before = mock.snapshot()
    mock.clock.advance({ days: 60 })

    mock.restore(before)

    expect(mock.clock.now().toISOString()).toBe('2026-03-02T00:00:00.000Z')
    mock.clock.advance({ days: 30, milliseconds: -1 })
    expect(mock.contacts.find({ id: visitor })).toBeDefined()
    tracker.identify({ trackerId: 'browser', email: bob.email })
    expect(await connectif.contacts.get(bob)).toMatchObject({ id: visitor })
  })

  test('accounts of two keys go back together', async ({ client, mock }) => {
    const [shop, till] = ['shop:1', 'till:1'].map((apiKey) => client({ apiKey }))
    await shop?.contacts.upsert(ada, { _name: 'Shop' })
    const before = mock.snapshot()
    await shop?.contacts.delete(ada)
    await till?.contacts.upsert(ada, { _name: 'Till' })

    mock.restore(before)

    expect(await shop?.contacts.get(ada)).toMatchObject({ _name: 'Shop' })
    expect(await till?.contacts.get(ada)).toMatchObject({ _name: 'Ada' })
  })

  describe('a snapshot that is none', () => {
    test.for([
      ['nothing', null, 'not a snapshot'],
      ['foreign', { version: 2, contacts: [] }, 'not a snapshot'],
      ['of another version', { format: 'connectif-mock', version: 99 }, 'version 99'],
      [
        'half',
        { format: 'connectif-mock', version: 2, now: 0, frozen: true, accounts: { test: {} } },
        'broken',
      ],
    ] as const)('is refused: %s', async ([, snapshot, message], { connectif, mock }) => {
      await connectif.contacts.upsert(ada, { _name: 'Eve' })

      expect(() => mock.restore(snapshot as never)).toThrow(message)
      expect(() => mock.diff(snapshot as never)).toThrow(message)
      expect(await connectif.contacts.get(ada)).toMatchObject({ _name: 'Eve' })
    })
  })
})
