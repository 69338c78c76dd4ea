import { describe, expect } from 'vitest'
import { aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import { NotFoundError } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const email = 'ada@example.com'
const trackerId = 'browser-1'
const { contactExternalId, ...purchase } = aPurchase()

onEveryCarrier((test) => {
  test.override('options', { seed: { products: [aProduct()] } })

  test('a visitor is anonymous, and no address of the API leads to it', async ({
    connectif,
    mock,
  }) => {
    const visitor = mock.tracking.web().pageView({ trackerId })

    expect(mock.contacts.all()).toMatchObject([{ id: visitor, _isAnonymous: true }])
    for (const value of [visitor, trackerId]) {
      const reading = connectif.contacts.get({ externalId: value })
      await expect(reading).rejects.toBeInstanceOf(NotFoundError)
      await connectif.contacts.delete({ externalId: value })
    }
    expect(mock.contacts.count).toBe(1)
  })

  test('an unknown email identifies the visitor, who keeps id and purchases', async ({
    connectif,
    mock,
  }) => {
    const tracker = mock.tracking.web()
    const visitor = tracker.pageView({ trackerId })
    const bought = tracker.purchase({ trackerId, ...purchase })

    tracker.identify({ trackerId, email, _name: 'Ada' })

    expect(await connectif.contacts.get({ email })).toMatchObject({
      id: visitor,
      _name: 'Ada',
      _isAnonymous: false,
      _totalPurchases: 1,
    })
    expect(await connectif.purchases.get(bought)).toMatchObject({
      contactId: visitor,
      contactEmail: email,
    })
  })

  test('a known email wins: the visitor is merged into its contact', async ({
    connectif,
    mock,
  }) => {
    const tracker = mock.tracking.mobile()
    const known = await connectif.contacts.upsert({ email }, { _name: 'Ada', _externalId: '42' })
    const visitor = tracker.pageView({ trackerId })
    tracker.identify({ trackerId, _name: 'A.', _surname: 'Lindqvist' })
    const bought = tracker.purchase({ trackerId, ...purchase })
    const { totalPrice } = purchase

    tracker.identify({ trackerId, email: 'ADA@example.com' })

    expect(await connectif.contacts.get({ externalId: '42' })).toMatchObject({
      id: known.id,
      _name: 'Ada',
      _surname: 'Lindqvist',
      _totalPurchases: 1,
      _totalPurchasesAmount: totalPrice,
    })
    expect(await connectif.purchases.get(bought)).toMatchObject({ contactId: known.id })
    expect(mock.contacts.find({ id: visitor })).toBeUndefined()
    const log = mock.activities(known.id)
    expect(log.map(({ type, origin }) => `${type} by ${origin}`)).toEqual([
      'contact-created by api',
      'contact-created by mobile',
      'page-view by mobile',
      'contact-updated by mobile',
      'purchase by mobile',
      'contact-merged by mobile',
    ])
    expect(log.at(-1)).toMatchObject({ subject: visitor })
  })

  test('an email alone makes an identified contact', async ({ connectif, mock }) => {
    const id = mock.tracking.web().identify({ trackerId, email })

    expect(await connectif.contacts.get({ email })).toMatchObject({ id, _isAnonymous: false })
  })

  test('another email on a known tracker is another contact', async ({ connectif, mock }) => {
    const tracker = mock.tracking.web()
    const ada = tracker.identify({ trackerId, email, _name: 'Ada' })

    const bob = tracker.identify({ trackerId, email: 'bob@example.com', _name: 'Bob' })

    expect(bob).not.toBe(ada)
    expect(await connectif.contacts.get({ email })).toMatchObject({ id: ada, _name: 'Ada' })
    expect(tracker.pageView({ trackerId })).toBe(bob)
    expect(mock.activities().map(({ type }) => type)).not.toContain('contact-merged')
  })

  test('two known contacts are never merged, whoever sits at the browser', async ({
    connectif,
    mock,
  }) => {
    const tracker = mock.tracking.web()
    const ada = await connectif.contacts.upsert({ email }, { _name: 'Ada' })
    const bob = await connectif.contacts.upsert({ email: 'bob@example.com' }, { _name: 'Bob' })
    tracker.identify({ trackerId, email })

    tracker.identify({ trackerId, email: 'bob@example.com' })

    expect(await connectif.contacts.get({ email })).toEqual(ada)
    expect(await connectif.contacts.get({ email: 'bob@example.com' })).toEqual(bob)
  })

  test('visitors of two trackers become one contact by one email', async ({ connectif, mock }) => {
    const [web, mobile] = [mock.tracking.web(), mock.tracking.mobile()]
    const visitor = web.pageView({ trackerId })
    mobile.pageView({ trackerId: 'phone-1' })

    web.identify({ trackerId, email })
    mobile.identify({ trackerId: 'phone-1', email })

    expect(mock.contacts.all()).toEqual([await connectif.contacts.get({ email })])
    expect([web.pageView({ trackerId }), mobile.pageView({ trackerId: 'phone-1' })]).toEqual([
      visitor,
      visitor,
    ])
  })

  describe('a visitor whose contact is deleted', () => {
    test('is somebody new at the next visit', async ({ connectif, mock }) => {
      const tracker = mock.tracking.web()
      const known = tracker.identify({ trackerId, email })
      await connectif.contacts.delete({ email })

      const visitor = tracker.pageView({ trackerId })

      expect(visitor).not.toBe(known)
      expect(mock.contacts.all()).toMatchObject([{ id: visitor, _isAnonymous: true }])
    })
  })

  test.for(['web', 'mobile'] as const)(
    '%s tracking that breaks a rule writes nothing',
    (origin, { mock }) => {
      const tracker = mock.tracking[origin]()
      const wrong = { ...purchase, products: [{ ...purchase.products[0], productId: 'none' }] }
      tracker.pageView({ trackerId })
      const before = mock.snapshot()

      expect(() => tracker.identify({ trackerId, email: 'ada' })).toThrow('email-valid')
      expect(() => tracker.identify({ trackerId, tier: 'gold' })).toThrow('field-known')
      expect(() => tracker.identify({ trackerId, _points: 'many' })).toThrow('body-shape')
      expect(() => tracker.purchase({ trackerId, ...(wrong as typeof purchase) })).toThrow(
        'purchase-products-exist',
      )
      expect(mock.snapshot()).toEqual(before)
    },
  )
})
