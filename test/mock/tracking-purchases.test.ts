import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type MockOptions, type TrackedPurchase } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'
import { visit } from '../support/lived-in.ts'

const email = 'ada@example.com'
const seed = { contacts: [aContact()], products: [aProduct()], eventTypes: [visit] }
const { contactExternalId, ...bought } = aPurchase()

function aTwin(options: MockOptions = {}) {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed, ...options })
  return { mock, web: mock.tracking.web(), ada: String(mock.contacts.find({ email })?.id) }
}

describe('a purchase on the site', () => {
  test('is one of the contact that the tracker belongs to', () => {
    const { mock, web, ada } = aTwin()
    web.identify({ trackerId: 't', email })

    const id = web.purchase({ trackerId: 't', ...bought })

    expect(mock.purchases.all()).toMatchObject([{ id, contactId: ada, contactEmail: email }])
    expect(mock.contacts.find({ email })).toMatchObject({
      _totalPurchases: 1,
      _totalPurchasesAmount: 379.9,
      _lastPurchaseDate: bought.purchaseDate,
    })
    expect(ask(mock, `GET /purchases/${id}`).json).toMatchObject({ purchaseId: 'ORD-100001' })
  })

  test('of an unknown tracker is one of a new anonymous contact, which it stays with', () => {
    const { mock } = aTwin()
    const app = mock.tracking.mobile()

    const id = app.purchase({ trackerId: 't', ...bought })

    const contactId = app.pageView({ trackerId: 't' })
    expect(mock.contacts.find({ id: contactId })).toMatchObject({
      _isAnonymous: true,
      _totalPurchases: 1,
    })
    expect(mock.purchases.all()).toMatchObject([{ id, contactId }])
    expect(mock.activities(contactId)).toMatchObject([
      { type: 'contact-created', origin: 'mobile' },
      { type: 'purchase', origin: 'mobile', subject: id },
      { type: 'page-view' },
    ])
  })

  test('outlives its anonymous contact', () => {
    const { mock, web } = aTwin()
    web.purchase({ trackerId: 't', ...bought })

    mock.clock.advance({ days: 90 })

    expect(mock.contacts.count).toBe(1)
    expect(mock.purchases.count).toBe(1)
    expect(mock.purchases.all()[0]).not.toHaveProperty('contactId')
  })

  test.for<[string, Partial<TrackedPurchase>, string, MockOptions?]>([
    ['of an unknown product', products({ productId: 'none' }), 'purchase-products-exist'],
    ['of nothing', { products: [] }, 'body-shape'],
    ['without a cart', { cartId: undefined as never }, 'purchase-cart-given'],
    ['of no price', { totalPrice: '1' as never }, 'body-shape'],
    ['with a field that is none', { nonsense: 1 } as object, 'body-shape'],
    ['that names a contact', { contactEmail: email } as object, ''],
    [
      'that names one by External ID',
      { contactExternalId: 'POS-000001' } as object,
      'external-id-not-tracked',
    ],
    [
      'of a product elsewhere',
      products({ productDetailUrl: 'https://other.example/' }),
      'purchase-domains-allowed',
      { domains: ['shop.example'] },
    ],
  ])('%s is an Error that names the rule, and nothing is written', (one) => {
    const [, wrong, rule, options] = one
    const { mock, web } = aTwin(options)
    web.pageView({ trackerId: 't' })
    const before = JSON.stringify(mock.snapshot())

    for (const trackerId of ['t', 'unknown']) {
      expect(() => web.purchase({ trackerId, ...bought, ...wrong })).toThrow(`the rule ${rule}`)
    }

    expect(JSON.stringify(mock.snapshot())).toBe(before)
  })

  test('of a purchase id that is taken is refused, or stands for the existing one', () => {
    const strict = aTwin()
    const lenient = aTwin({ behaviors: { repeatedPurchaseId: 'existing' } })
    const [, first] = [strict, lenient].map(({ web }) =>
      web.purchase({ trackerId: 't', ...bought }),
    )

    expect(() => strict.web.purchase({ trackerId: 'u', ...bought })).toThrow(
      'the rule purchase-id-unique refuses it',
    )
    expect(lenient.web.purchase({ trackerId: 'u', ...bought })).toBe(first)

    for (const { mock } of [strict, lenient]) {
      expect([mock.purchases.count, mock.contacts.count]).toEqual([1, 2])
    }
  })
})

describe('an event on the site', () => {
  test('is an activity of the contact that the tracker belongs to', () => {
    const { mock, web, ada } = aTwin()
    const [type] = JSON.parse(ask(mock, 'GET /custom-event-types/').text)
    web.identify({ trackerId: 't', email })

    const id = web.event({ trackerId: 't', alias: 'store-visit', fields: { minutes: 5 } })

    expect(id).toMatch(/^[0-9a-f]{24}$/)
    expect(mock.activities(ada).at(-1)).toEqual({
      type: 'custom-event',
      at: mock.clock.milliseconds(),
      contactId: ada,
      origin: 'web',
      subject: type.id,
      data: { minutes: 5 },
    })
  })

  test('of an unknown tracker is one of a new anonymous contact', () => {
    const { mock } = aTwin()
    const app = mock.tracking.mobile()

    app.event({ trackerId: 't', alias: 'store-visit' })

    const contactId = app.pageView({ trackerId: 't' })
    expect(mock.activities(contactId)).toMatchObject([
      { type: 'contact-created', origin: 'mobile' },
      { type: 'custom-event', origin: 'mobile', data: {} },
      { type: 'page-view' },
    ])
  })

  test('identifies nobody, whatever email it brings', () => {
    const { mock, web } = aTwin()
    const id = web.pageView({ trackerId: 't' })

    web.event({ trackerId: 't', alias: 'store-visit', fields: { email } })

    expect(mock.contacts.find({ id })).toMatchObject({ _isAnonymous: true })
    expect(mock.activities(id).at(-1)).toMatchObject({ type: 'custom-event', data: { email } })
    expect(web.pageView({ trackerId: 't' })).toBe(id)
  })

  test.for([
    ['store-visit', { nonsense: 1 }, /the rule event-field-known refuses it/],
    ['store-visit', { minutes: 'five' }, /the rule event-field-known refuses it/],
    ['store-visit', { email: 'ada' }, /the rule event-field-known refuses it/],
    ['store-visit', { _externalId: '42' }, /the rule external-id-not-tracked refuses it/],
    ['store-visit', { minutes: null }, /the rule \S+ refuses it/],
    ['none', {}, /custom event type/],
  ] as const)('%s with %j is an Error that says why, and nothing is written', (one) => {
    const [alias, fields, words] = one
    const { mock, web } = aTwin()
    const before = JSON.stringify(mock.snapshot())

    expect(() => web.event({ trackerId: 't', alias, fields: fields as never })).toThrow(words)

    expect(JSON.stringify(mock.snapshot())).toBe(before)
  })
})

/** The products of a purchase, with this instead. */
function products(wrong: object): Partial<TrackedPurchase> {
  return { products: bought.products.map((item) => ({ ...item, ...wrong })) }
}
