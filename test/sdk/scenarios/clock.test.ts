import { expect } from 'vitest'
import { aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import type { Contact } from '../../../sdk/index.ts'
import { clock, onEveryCarrier } from '../../support/carriers.ts'

const ada = { externalId: 'POS-000001' }
const purchase = { ...aPurchase(), contactExternalId: 'POS-000001' }

onEveryCarrier((test) => {
  test.override('options', {
    seed: { contacts: [{ _externalId: 'POS-000001' }], products: [aProduct()] },
  })

  test('every date of an answer follows the clock', async ({ connectif, mock }) => {
    const dates = ({ _createdAt, _updatedAt }: Contact) => [_createdAt, _updatedAt]
    const later = '2026-03-01T09:30:00.000Z'
    const email = 'new@example.com'

    expect(dates(await connectif.contacts.get(ada))).toEqual([clock, clock])
    mock.clock.set(later)
    expect(dates(await connectif.contacts.upsert(ada, { _name: 'Ada' }))).toEqual([clock, later])
    expect(dates(await connectif.contacts.upsert({ email }, {}))).toEqual([later, later])
    expect(await connectif.purchases.create(purchase)).toMatchObject({
      createdAt: later,
      updatedAt: later,
    })
    mock.clock.advance({ seconds: 1 })
    expect(dates(await connectif.contacts.upsert(ada, { _name: 'Ada' }))).toEqual([clock, later])
  })

  test('a visitor is gone after 90 days, a buyer known to the shop never', async ({
    connectif,
    mock,
  }) => {
    const { id } = await connectif.contacts.get(ada)
    const visitor = mock.tracking.web().pageView({ trackerId: 'browser' })

    mock.clock.advance({ days: 90, milliseconds: -1 })
    expect(mock.contacts.find({ id: visitor })).toMatchObject({ _isAnonymous: true })
    mock.clock.advance({ milliseconds: 1 })
    expect(mock.contacts.find({ id: visitor })).toBeUndefined()
    mock.clock.advance({ days: 5000 })

    expect((await connectif.contacts.get(ada)).id).toBe(id)
    expect(mock.activities(visitor)).toMatchObject([
      { type: 'contact-purged', at: Date.parse('2026-04-01T00:00:00Z') },
    ])
  })

  test('a call sees the purge that came due before it', async ({ connectif, mock }) => {
    const tracker = mock.tracking.web()
    const visitor = tracker.pageView({ trackerId: 'browser' })
    mock.clock.advance({ days: 91 })

    const email = 'ada@example.com'
    const known = tracker.identify({ trackerId: 'browser', email })

    expect(known).not.toBe(visitor)
    expect(await connectif.contacts.get({ email })).toMatchObject({ id: known })
  })

  test('a contact identified in time stays', async ({ connectif, mock }) => {
    const tracker = mock.tracking.mobile()
    const id = tracker.pageView({ trackerId: 'phone' })
    mock.clock.advance({ days: 89 })

    tracker.identify({ trackerId: 'phone', email: 'ada@example.com' })
    mock.clock.advance({ days: 1000 })

    expect(await connectif.contacts.get({ email: 'ada@example.com' })).toMatchObject({
      id,
      _createdAt: clock,
      _updatedAt: '2026-03-31T00:00:00.000Z',
      _isAnonymous: false,
    })
  })
})
