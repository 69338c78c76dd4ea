import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { save } from '../../mock/rules/anonymity.ts'
import { merged } from '../../mock/rules/tracking.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { aNewContact, anAccount, contactOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const ada = aContact({ _name: 'Ada', _points: undefined })
const email = 'ada@example.com'

/** Ada, and somebody anonymous who told a name and points. */
function aPair(behaviors = defaultBehaviors) {
  const account = anAccount({ contacts: [ada] }, { behaviors })
  const visitor = save(account, aNewContact({ _name: 'Eve', _points: 7 }))
  account.trackers.set('t', visitor.id)
  account.trackers.set('other', 'x')
  return { account, visitor, survivor: contactOf(account, email) }
}

describe('tracking-merge', () => {
  test('leaves one contact, the identified one, with the fields that only the other had', () => {
    const { account, visitor, survivor } = aPair()

    const one = merged(account, visitor, survivor, 'web')

    expect(one).toMatchObject({ id: survivor.id, fields: { _name: 'Ada', _points: 7 } })
    expect([...account.contacts.values()]).toEqual([one])
    expect([...account.anonymous.entries()]).toEqual([])
    expect([...account.trackers.entries()]).toEqual([
      ['t', survivor.id],
      ['other', 'x'],
    ])
  })

  test('with the switch the fields of the anonymous one win, never its missing identifiers', () => {
    const { account, visitor, survivor } = aPair({ ...defaultBehaviors, mergedFields: 'anonymous' })

    const { fields } = merged(account, visitor, survivor, 'web')

    expect(fields).toEqual({ ...survivor.fields, _name: 'Eve', _points: 7 })
  })

  test.for(['web', 'mobile'] as const)(
    'is recorded for the survivor, by %s, with the id of the one that is gone',
    (origin) => {
      const { account, visitor, survivor } = aPair()

      merged(account, visitor, survivor, origin)

      expect(account.activities.of(survivor.id).at(-1)).toEqual({
        type: 'contact-merged',
        at: account.settings.now(),
        contactId: survivor.id,
        origin,
        subject: visitor.id,
      })
      expect(account.activities.of(visitor.id)).toEqual([])
    },
  )

  test.for([{ _externalId: '42' }, { _email: 'bob@example.com' }])(
    'a contact of %j is not anonymous, so it is not merged',
    (fields) => {
      const { account, survivor } = aPair()
      const bob = save(account, aNewContact(fields))
      const before = [...account.contacts.values()]

      expect(merged(account, bob, survivor, 'web')).toBe(survivor)

      expect([...account.contacts.values()]).toEqual(before)
      expect(account.activities.all().map(({ type }) => type)).not.toContain('contact-merged')
    },
  )
})

describe('somebody anonymous who tells a known email', () => {
  const { contactExternalId, ...sale } = aPurchase()
  const options: MockOptions = {
    clock: '2026-01-01T00:00:00Z',
    seed: { contacts: [ada], products: [aProduct()], purchases: [aPurchase()] },
  }
  const bought = { ...sale, purchaseId: 'T-2', purchaseDate: '2026-01-01T10:00:00Z', totalPrice: 1 }

  test('takes purchases and activities along, and the totals follow', () => {
    const mock = createMock(options)
    const web = mock.tracking.web()
    web.pageView({ trackerId: 't', url: 'https://shop.example/' })
    const purchaseId = web.purchase({ trackerId: 't', ...bought })
    const before = mock.contacts.find({ email })

    const id = web.identify({ trackerId: 't', email })

    expect(id).toBe(before?.id)
    expect(mock.contacts.all()).toMatchObject([
      {
        id,
        _totalPurchases: 2,
        _totalPurchasesAmount: Number(before?._totalPurchasesAmount) + 1,
        _firstPurchaseDate: before?._firstPurchaseDate,
        _lastPurchaseDate: '2026-01-01T10:00:00Z',
      },
    ])
    expect(mock.purchases.find({ purchaseId: 'T-2' })).toMatchObject({
      id: purchaseId,
      contactId: id,
      contactEmail: email,
    })
    expect(mock.activities(id).map(({ type }) => type)).toEqual([
      'contact-created',
      'purchase',
      'contact-created',
      'page-view',
      'purchase',
      'contact-merged',
    ])
  })

  test('is the known contact from then on, on every device that it was', () => {
    const mock = createMock(options)
    const [web, mobile] = [mock.tracking.web(), mock.tracking.mobile()]
    web.pageView({ trackerId: 't' })
    const id = web.identify({ trackerId: 't', email })
    mobile.pageView({ trackerId: 'phone' })

    mobile.identify({ trackerId: 'phone', email: 'ADA@example.com' })

    const views = [web.pageView({ trackerId: 't' }), mobile.pageView({ trackerId: 'phone' })]
    expect(views).toEqual([id, id])
    expect(mock.contacts.count).toBe(1)
  })

  test('is merged once; told again, it changes nothing', () => {
    const mock = createMock(options)
    const web = mock.tracking.web()
    web.pageView({ trackerId: 't' })
    web.identify({ trackerId: 't', email })
    const before = mock.snapshot()

    web.identify({ trackerId: 't', email })

    expect(mock.snapshot()).toEqual(before)
  })

  test('moves the moment of change of the survivor', () => {
    const mock = createMock(options)
    mock.tracking.web().pageView({ trackerId: 't' })
    mock.clock.advance({ days: 1 })

    mock.tracking.web().identify({ trackerId: 't', email })

    expect(ask(mock, `GET /contacts/email/${email}`).json).toMatchObject({
      _createdAt: '2026-01-01T00:00:00.000Z',
      _updatedAt: '2026-01-02T00:00:00.000Z',
    })
  })
})
