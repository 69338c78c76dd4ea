import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import type { Diff } from '../../mock/index.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
const none = { created: [], updated: [], deleted: [] }
const ada = 'PATCH /contacts/external-id/POS-000001'

/** How many changed of each kind, in each way. */
function countsOf({ contacts, purchases, products }: Diff) {
  return [contacts, purchases, products].map(({ created, updated, deleted }) =>
    [created, updated, deleted].map((some) => some.length).join(''),
  )
}

describe('a diff', () => {
  test('of a twin that nothing happened to is empty, with and without a snapshot', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    const nothing = { contacts: none, purchases: none, products: none }
    const snapshot = mock.snapshot()
    expect(mock.diff()).toEqual(nothing)
    expect(mock.diff(snapshot)).toEqual(nothing)

    send('GET /contacts/external-id/POS-000001')
    send(ada, { _name: 'Ada' })
    send('PATCH /contacts/email/ada@example.com', { nonsense: 1 })

    expect(mock.diff()).toEqual(nothing)
    expect(mock.diff(snapshot)).toEqual(nothing)
  })

  test('shows records as the API shows them: created, updated from and to, deleted', () => {
    const { mock, send } = aTwinToSendTo({ seed: { contacts: [aContact(), { _externalId: '2' }] } })
    const [before, gone] = mock.contacts.all()

    send(ada, { _points: 7 })
    send('DELETE /contacts/external-id/2')
    send('PATCH /contacts/email/bob@example.com', {})

    const [after, created] = mock.contacts.all()
    expect(mock.diff().contacts).toEqual({
      created: [created],
      updated: [{ before, after }],
      deleted: [gone],
    })
  })

  test('has purchases and products, and the contact whose totals a purchase moves', () => {
    const { mock, send } = aTwinToSendTo({ seed })

    send('POST /purchases/', aPurchase({ purchaseId: 'T-2', totalPrice: 1 }))
    send('DELETE /purchases/purchase-id/ORD-100001')
    const { productId, ...product } = aProduct({ unitPrice: 1 })
    send(`PATCH /products/product-id/${productId}`, product)
    send('PATCH /products/product-id/NEW', product)

    expect(countsOf(mock.diff())).toEqual(['010', '101', '110'])
  })

  test('has nothing of what came and went, or of what was changed and put back', () => {
    const { mock, send } = aTwinToSendTo({ seed })

    send('PATCH /contacts/external-id/2', {})
    send('DELETE /contacts/external-id/2')
    send('POST /purchases/', aPurchase({ purchaseId: 'T-2' }))
    send('DELETE /purchases/purchase-id/T-2')

    expect(countsOf(mock.diff())).toEqual(['000', '000', '000'])
  })

  test('has who was merged, and who was purged, as deleted', () => {
    const { mock } = aTwinToSendTo({ seed })
    const web = mock.tracking.web()
    const merged = web.pageView({ trackerId: '1' })
    const purged = web.pageView({ trackerId: '2' })
    const snapshot = mock.snapshot()

    web.identify({ trackerId: '1', email: 'ada@example.com', _points: 1 })
    mock.clock.advance({ days: 90 })

    expect(mock.diff(snapshot).contacts.deleted.map(({ id }) => id)).toEqual([merged, purged])
    expect(countsOf(mock.diff())).toEqual(['010', '000', '000'])
  })

  test('is that of the time since the snapshot, and changes nothing', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    send('PATCH /contacts/external-id/2', {})
    const snapshot = mock.snapshot()
    send('PATCH /contacts/external-id/3', {})
    const now = JSON.stringify(mock.snapshot())

    expect(mock.diff(snapshot).contacts.created).toMatchObject([{ _externalId: '3' }])
    expect(mock.diff(JSON.parse(JSON.stringify(snapshot)))).toEqual(mock.diff(snapshot))
    expect(countsOf(mock.diff())).toEqual(['200', '000', '000'])
    expect(JSON.stringify(mock.snapshot())).toBe(now)
  })

  test('also goes back: what the snapshot has and the twin no longer', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    send('PATCH /contacts/external-id/2', {})
    const snapshot = mock.snapshot()

    mock.reset()

    expect(countsOf(mock.diff(snapshot))).toEqual(['001', '000', '000'])
    expect(countsOf(mock.diff())).toEqual(['000', '000', '000'])
  })

  test('is that of all accounts; one that was opened since is held against its seed', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    send('GET /contacts/external-id/1', undefined, 'a:1')
    const snapshot = mock.snapshot()

    send('PATCH /contacts/external-id/2', {}, 'a:1')
    send('PATCH /contacts/external-id/2', {}, 'b:2')
    send(ada, { _points: 7 }, 'b:2')

    for (const diff of [mock.diff(), mock.diff(snapshot)]) {
      expect(countsOf(diff)).toEqual(['210', '000', '000'])
    }
  })

  test('of a twin that no key has opened is that of its tracking', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    const snapshot = mock.snapshot()
    mock.tracking.web().pageView({ trackerId: 't' })
    const tracked = mock.snapshot()
    expect(countsOf(mock.diff())).toEqual(['100', '000', '000'])
    expect(countsOf(mock.diff(snapshot))).toEqual(['100', '000', '000'])

    send('GET /contacts/external-id/1')

    expect(countsOf(mock.diff())).toEqual(['100', '000', '000'])
    expect(countsOf(mock.diff(snapshot))).toEqual(['100', '000', '000'])
    expect(countsOf(mock.diff(tracked))).toEqual(['000', '000', '000'])
  })

  test('of declared accounts is held against the seed of each', () => {
    const keys = (key: string) => ({ [key]: ['contacts:write', 'contacts:delete'] as const })
    const { mock, send } = aTwinToSendTo({
      seed,
      accounts: { main: { keys: keys('a:1') }, other: { keys: keys('b:2'), seed: {} } },
    })
    const snapshot = mock.snapshot()

    send('DELETE /contacts/external-id/POS-000001', undefined, 'a:1')
    send(ada, {}, 'b:2')

    for (const diff of [mock.diff(), mock.diff(snapshot)]) {
      expect(countsOf(diff)).toEqual(['101', '010', '000'])
    }
  })

  test.for([null, {}, { format: 'connectif-mock', version: 7 }])('against %j is refused', (one) => {
    const { mock } = aTwinToSendTo({ seed })

    expect(() => mock.diff(one as never)).toThrow(/snapshot/)
  })

  test('against a snapshot of an account that no key opens is refused', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/external-id/2', {})
    const declared = aTwinToSendTo({ accounts: { main: { keys: { 'a:1': [] } } } }).mock

    expect(() => declared.diff(mock.snapshot())).toThrow('account test, which no key opens')
  })
})
