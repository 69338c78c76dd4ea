import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { ask, askFreely } from '../support/ask.ts'

const email = 'ada@example.com'
const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
const { contactExternalId, ...bought } = aPurchase({ purchaseId: 'T-2', totalPrice: 20.1 })

function aTwin(options: MockOptions = {}) {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed, ...options })
  return { mock, web: mock.tracking.web(), ada: String(mock.contacts.find({ email })?.id) }
}

describe('an anonymous contact that turns out to be a known one', () => {
  test('is merged into it, and is gone', () => {
    const { mock, web, ada } = aTwin()
    const anonymous = web.pageView({ trackerId: 't' })
    mock.clock.advance({ days: 1 })

    expect(web.identify({ trackerId: 't', email })).toBe(ada)

    expect(mock.contacts.find({ id: anonymous })).toBeUndefined()
    expect(mock.contacts.count).toBe(1)
    expect(mock.activities(ada).at(-1)).toEqual({
      type: 'contact-merged',
      at: Date.parse('2026-01-02T00:00:00Z'),
      contactId: ada,
      origin: 'web',
      subject: anonymous,
    })
    expect(mock.activities(anonymous)).toEqual([])
  })

  test('leaves its tracker, its views and its events to it', () => {
    const { mock, web, ada } = aTwin()
    for (const trackerId of ['t', 't', 'u']) web.pageView({ trackerId })

    web.identify({ trackerId: 't', email })
    mock.tracking.mobile().identify({ trackerId: 'u', email })

    expect(['t', 'u'].map((trackerId) => web.pageView({ trackerId }))).toEqual([ada, ada])
    const of = (type: string) => mock.activities(ada).filter((one) => one.type === type)
    expect(of('page-view')).toHaveLength(5)
    expect(of('contact-merged').map(({ origin }) => origin)).toEqual(['web', 'mobile'])
  })

  test('leaves its purchases to it, and its totals are counted anew', () => {
    const { mock, web, ada } = aTwin()
    const purchase = web.purchase({ trackerId: 't', ...bought })

    web.identify({ trackerId: 't', email })

    expect(mock.purchases.all()).toMatchObject([
      { contactId: ada },
      { id: purchase, contactId: ada, contactEmail: email },
    ])
    expect(mock.contacts.find({ id: ada })).toMatchObject({
      _totalPurchases: 2,
      _totalPurchasesAmount: 400,
      _averagePurchasesAmount: 200,
    })
  })

  test('is not purged any more, and the clock goes on without it', () => {
    const { mock, web } = aTwin()
    web.pageView({ trackerId: 't' })
    web.identify({ trackerId: 't', email })

    mock.clock.advance({ days: 1000 })

    expect(mock.activities().map(({ type }) => type)).not.toContain('contact-purged')
    expect(mock.contacts.count).toBe(1)
  })

  test('gives fields that the known one has not; those it has stay', () => {
    const { mock, web, ada } = aTwin()
    web.identify({ trackerId: 't', _name: 'Somebody', _smsSubscriptionStatus: 'subscribed' })

    web.identify({ trackerId: 't', email })

    expect(mock.contacts.find({ id: ada })).toMatchObject({
      _name: 'Ada',
      _smsSubscriptionStatus: 'subscribed',
      _externalId: 'POS-000001',
    })
  })

  test('with mergedFields "anonymous", gives its fields; both identifiers stay', () => {
    const { mock, web, ada } = aTwin({ behaviors: { mergedFields: 'anonymous' } })
    web.identify({ trackerId: 't', _name: 'Somebody' })

    web.identify({ trackerId: 't', email })

    expect(mock.contacts.find({ id: ada })).toMatchObject({
      _name: 'Somebody',
      _surname: 'Lindqvist',
      _email: email,
      _externalId: 'POS-000001',
    })
  })

  test('fields that are told with the email are written, whoever wins the merge', () => {
    const { mock, web, ada } = aTwin()
    web.identify({ trackerId: 't', _name: 'Somebody' })

    web.identify({ trackerId: 't', email, _name: 'Augusta' })

    expect(mock.contacts.find({ id: ada })?._name).toBe('Augusta')
  })
})

describe('contacts that are not anonymous', () => {
  test('are never merged: a tracker that tells another email goes over to that contact', () => {
    const { mock, web, ada } = aTwin()
    const bob = web.identify({ trackerId: 't', email: 'bob@example.com', _name: 'Bob' })

    expect(web.identify({ trackerId: 't', email })).toBe(ada)

    expect(mock.contacts.find({ id: bob })).toMatchObject({ _name: 'Bob' })
    expect(mock.activities().map(({ type }) => type)).not.toContain('contact-merged')
    expect(web.pageView({ trackerId: 't' })).toBe(ada)
  })

  test('by an External ID alone are not merged, and take no email from tracking', () => {
    const { mock, web, ada } = aTwin({ behaviors: { nullInPatch: 'clear' } })
    const pos = web.identify({ trackerId: 't', email: 'pos@example.com' })
    ask(mock, 'PATCH /contacts/email/pos@example.com', { _externalId: '42' })
    askFreely(mock, 'PATCH /contacts/external-id/42', { _email: null })
    const before = mock.contacts.find({ id: pos })

    const unknown = web.identify({ trackerId: 't', email: 'new@example.com' })
    const bound = web.identify({ trackerId: 't', email })

    expect(new Set([pos, unknown, bound]).size).toBe(3)
    expect(bound).toBe(ada)
    expect(mock.contacts.find({ id: pos })).toEqual(before)
  })
})

describe('an External ID', () => {
  test('that tracking brings is ignored with the switch, and everything else is written', () => {
    const { mock, web, ada } = aTwin({ behaviors: { trackedExternalId: 'ignore' } })

    web.identify({ trackerId: 't', email, _externalId: '42', _points: 7 })
    const id = web.identify({ trackerId: 'u', _externalId: 'POS-000001' })

    expect(mock.contacts.find({ id: ada })).toMatchObject({ _externalId: 'POS-000001', _points: 7 })
    expect(mock.contacts.find({ externalId: '42' })).toBeUndefined()
    expect(mock.contacts.find({ id })).toMatchObject({ _isAnonymous: true })
  })

  test('never moves, and is never given, by tracking, in any order of calls', () => {
    const emails = ['a@example.com', 'b@example.com', 'c@example.com'] as const
    const step = fc.oneof(
      fc.record({ set: fc.constantFrom('1', '2', '3'), email: fc.constantFrom(...emails) }),
      fc.record({ tracker: fc.constantFrom('t', 'u'), email: fc.constantFrom(...emails) }),
      fc.record({ tracker: fc.constantFrom('t', 'u') }),
    )

    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const mock = createMock()
        for (const one of steps) {
          if ('set' in one)
            ask(mock, `PATCH /contacts/email/${one.email}`, { _externalId: one.set })
          else {
            const owners = ownersOf(mock)
            const told = 'email' in one ? { email: one.email } : {}
            mock.tracking.web().identify({ trackerId: one.tracker, ...told })
            expect(ownersOf(mock)).toEqual(owners)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Which contact has which External ID. */
function ownersOf(mock: Mock) {
  const owners = mock.contacts
    .all()
    .flatMap(({ id, _externalId }) => (_externalId === undefined ? [] : [[_externalId, id]]))
  return Object.fromEntries(owners)
}
