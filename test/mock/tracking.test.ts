import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { integer } from '../../sdk/contact-fields.ts'
import { ask } from '../support/ask.ts'

const email = 'ada@example.com'
const aTwin = (options: MockOptions = {}) =>
  createMock({ clock: '2026-01-01T00:00:00Z', ...options })
const types = (mock: Mock, id?: string) => mock.activities(id).map(({ type }) => type)

describe.for(['web', 'mobile'] as const)('%s tracking', (origin) => {
  test('a view by an unknown tracker makes an anonymous contact', () => {
    const mock = aTwin()

    const id = mock.tracking[origin]().pageView({ trackerId: 't', url: 'https://shop.example/' })

    expect(mock.contacts.all()).toMatchObject([{ id, _isAnonymous: true }])
    expect(mock.contacts.find({ id })).not.toHaveProperty('_email')
    expect(mock.activities()).toMatchObject([
      { type: 'contact-created', contactId: id, origin },
      { type: 'page-view', contactId: id, origin, data: { url: 'https://shop.example/' } },
    ])
  })

  test('a view by a known tracker is one of the same contact', () => {
    const mock = aTwin()
    const tracker = mock.tracking[origin]()

    const ids = ['t', 't', 'u', 't'].map((trackerId) => tracker.pageView({ trackerId }))

    expect(new Set(ids).size).toBe(2)
    expect(ids[3]).toBe(ids[0])
    expect(types(mock, ids[0])).toEqual(['contact-created', ...Array(3).fill('page-view')])
  })

  test('an email identifies the anonymous contact, which receives the fields too', () => {
    const mock = aTwin()
    const tracker = mock.tracking[origin]()
    const id = tracker.pageView({ trackerId: 't' })

    expect(tracker.identify({ trackerId: 't', email, _name: 'Ada' })).toBe(id)

    expect(mock.contacts.all()).toMatchObject([
      { id, _email: email, _name: 'Ada', _isAnonymous: false },
    ])
    expect(mock.activities().at(-1)).toMatchObject({ type: 'contact-updated', origin })
  })

  test('an email of nobody, told by an unknown tracker, makes a contact', () => {
    const mock = aTwin()

    const id = mock.tracking[origin]().identify({ trackerId: 't', email })

    expect(mock.contacts.all()).toMatchObject([{ id, _email: email, _isAnonymous: false }])
    expect(mock.activities()).toMatchObject([{ type: 'contact-created', origin }])
    expect(mock.tracking[origin]().pageView({ trackerId: 't' })).toBe(id)
  })
})

describe('identify', () => {
  test('of a tracker that belongs to another email makes a new contact, which it belongs to', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    const ada = web.identify({ trackerId: 't', email, _name: 'Ada' })

    const bob = web.identify({ trackerId: 't', email: 'bob@example.com' })

    expect(bob).not.toBe(ada)
    expect(mock.contacts.all()).toMatchObject([
      { id: ada, _email: email, _name: 'Ada' },
      { id: bob, _email: 'bob@example.com' },
    ])
    expect(mock.contacts.find({ id: bob })).not.toHaveProperty('_name')
    expect(web.pageView({ trackerId: 't' })).toBe(bob)
  })

  test('finds a contact of the API by its email, whatever the case, and keeps that as it was', () => {
    const mock = aTwin({ seed: { contacts: [aContact({ _email: 'Ada@Example.com' })] } })
    const [{ id } = { id: '' }] = mock.contacts.all()

    expect(mock.tracking.web().identify({ trackerId: 't', email, _points: 7 })).toBe(id)

    expect(mock.contacts.all()).toMatchObject([{ _email: 'Ada@Example.com', _points: 7 }])
  })

  test('without an email writes the fields of the contact of the tracker', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    const anonymous = web.pageView({ trackerId: 't' })
    const known = web.identify({ trackerId: 'u', email })

    web.identify({ trackerId: 't', _name: 'Somebody' })
    web.identify({ trackerId: 'u', _name: 'Ada' })
    web.identify({ trackerId: 'v', _name: 'New' })

    expect(mock.contacts.find({ id: anonymous })).toMatchObject({
      _name: 'Somebody',
      _isAnonymous: true,
    })
    expect(mock.contacts.find({ id: known })?._name).toBe('Ada')
    expect(mock.contacts.count).toBe(3)
  })

  test('takes custom fields of the account', () => {
    const mock = aTwin({ contactFields: { shoeSize: integer({ min: 15 }) } })
    const web = mock.tracking.web()

    const id = web.identify({ trackerId: 't', shoeSize: 38 })

    expect(mock.contacts.find({ id })).toMatchObject({ shoeSize: 38 })
    expect(() => web.identify({ trackerId: 't', shoeSize: 7 })).toThrow(
      'the rule field-known refuses it: 422 shoeSize must be 15 or more',
    )
    expect(mock.contacts.find({ id })).toMatchObject({ shoeSize: 38 })
  })

  test('that tells nothing new leaves the contact as it is', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    const id = web.identify({ trackerId: 't', email, _name: 'Ada' })
    const before = mock.contacts.all()
    mock.clock.advance({ days: 1 })

    expect(web.identify({ trackerId: 't', email, _name: 'Ada' })).toBe(id)

    expect(mock.contacts.all()).toEqual(before)
    expect(types(mock)).toEqual(['contact-created'])
  })

  test('of a contact that was deleted makes a new one', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    const first = web.identify({ trackerId: 't', email, _name: 'Ada' })
    ask(mock, `DELETE /contacts/email/${email}`)

    const second = web.identify({ trackerId: 't', email })

    expect(second).not.toBe(first)
    expect(mock.contacts.all()).toMatchObject([{ id: second, _email: email }])
    expect(mock.contacts.find({ id: second })).not.toHaveProperty('_name')
  })

  test('with null is refused, unless the switch lets it clear the field', () => {
    const strict = aTwin()
    const clearing = aTwin({ behaviors: { nullInPatch: 'clear' } })
    const told = { trackerId: 't', email, _name: null }
    for (const mock of [strict, clearing]) {
      mock.tracking.web().identify({ trackerId: 't', email, _name: 'Ada' })
    }

    expect(() => strict.tracking.web().identify(told)).toThrow('the rule patch-null refuses it')
    clearing.tracking.web().identify(told)

    expect(strict.contacts.find({ email })?._name).toBe('Ada')
    expect(clearing.contacts.find({ email })).not.toHaveProperty('_name')
  })
})

describe('what tracking cannot tell', () => {
  test.for([
    ['a malformed email', { email: 'ada' }, 'email-valid'],
    ['an empty email', { email: '' }, 'email-valid'],
    ['an unknown field', { email, nonsense: 1 }, 'field-known'],
    ['a read-only field', { email, _totalPurchases: 7 }, 'field-known'],
    ['an email as a field', { _email: email }, 'field-known'],
    ['a value of another type', { email, _points: 'many' }, 'body-shape'],
    ['null', { email, _name: null }, 'patch-null'],
    ['an External ID', { email, _externalId: '42' }, 'external-id-not-tracked'],
  ] as const)('%s is an Error that names the rule, and nothing is written', ([, told, rule]) => {
    const mock = aTwin()
    const web = mock.tracking.web()
    web.pageView({ trackerId: 't' })
    const before = JSON.stringify(mock.snapshot())

    for (const trackerId of ['t', 'unknown']) {
      expect(() => web.identify({ trackerId, ...told })).toThrow(`the rule ${rule} refuses it: `)
    }

    expect(JSON.stringify(mock.snapshot())).toBe(before)
  })
})

test('trackers of two accounts are not the same', () => {
  const mock = aTwin()
  const [a, b] = ['a:1', 'b:2'].map((key) => mock.account(key))

  a?.tracking.web().identify({ trackerId: 't', email })
  b?.tracking.web().pageView({ trackerId: 't' })

  expect(a?.contacts.all()).toMatchObject([{ _email: email }])
  expect(b?.contacts.all()).toMatchObject([{ _isAnonymous: true }])
})
