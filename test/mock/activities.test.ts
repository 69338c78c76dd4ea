import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'
import { visit } from '../support/lived-in.ts'

const email = 'ada@example.com'
const line = `PATCH /contacts/email/${email}`
const products = [aProduct()]

function aTwin(options: MockOptions = {}) {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', ...options })
  const types = (id?: string) => mock.activities(id).map(({ type }) => type)
  return { mock, types, idOf: () => String(mock.contacts.find({ email })?.id) }
}

describe('the activity log', () => {
  test('tells what happened, to whom, when and from where, oldest first', () => {
    const { mock, idOf } = aTwin()
    ask(mock, line, {})
    mock.clock.advance({ hours: 1 })
    ask(mock, line, { _name: 'Ada' })

    const at = Date.parse('2026-01-01T00:00:00Z')
    expect(mock.activities()).toEqual([
      { type: 'contact-created', at, contactId: idOf(), origin: 'api' },
      { type: 'contact-updated', at: at + 3_600_000, contactId: idOf(), origin: 'api' },
    ])
  })

  test('tells nothing of what changed nothing: refusals, reads, the same values', () => {
    const { mock, types } = aTwin()
    ask(mock, line, { _name: 'Ada' })

    ask(mock, line, { _name: 'Ada' })
    ask(mock, line, {})
    ask(mock, line, { nonsense: 1 })
    ask(mock, `GET /contacts/email/${email}`)
    ask(mock, 'DELETE /contacts/email/nobody@example.com')

    expect(types()).toEqual(['contact-created'])
  })

  test('with updatedAt "always", a patch that changes nothing is an update', () => {
    const { mock, types } = aTwin({ behaviors: { updatedAt: 'always' } })

    for (const _ of [1, 2]) ask(mock, line, { _name: 'Ada' })

    expect(types()).toEqual(['contact-created', 'contact-updated'])
  })

  test('tells what a contact of the seed did, from the API', () => {
    const seed = { contacts: [aContact()], products, purchases: [aPurchase()] }
    const { mock, idOf } = aTwin({ seed })

    const purchase = mock.purchases.all()[0]?.id
    expect(mock.activities()).toMatchObject([
      { type: 'contact-created', contactId: idOf(), origin: 'api' },
      { type: 'purchase', contactId: idOf(), origin: 'api', subject: purchase },
    ])
  })

  test('tells of one contact, or of all', () => {
    const { mock, types, idOf } = aTwin()
    ask(mock, line, {})
    ask(mock, 'PATCH /contacts/external-id/42', {})

    expect(types()).toHaveLength(2)
    expect(types(idOf())).toHaveLength(1)
    expect(types('f'.repeat(24))).toEqual([])
  })

  test('is a copy', () => {
    const { mock } = aTwin()
    ask(mock, line, {})

    ;(mock.activities() as unknown[]).length = 0

    expect(mock.activities()).toHaveLength(1)
  })
})

describe('a deleted contact', () => {
  test('leaves only the note that it was deleted', () => {
    const { mock, idOf } = aTwin({ seed: { products, eventTypes: [visit] } })
    ask(mock, line, {})
    const contactId = idOf()
    ask(mock, 'POST /purchases/', aPurchase({ contactEmail: email }))
    ask(mock, 'POST /custom-events/alias/store-visit', { email })
    mock.clock.advance({ days: 1 })

    ask(mock, `DELETE /contacts/email/${email}`)

    const at = Date.parse('2026-01-02T00:00:00Z')
    expect(mock.activities()).toEqual([{ type: 'contact-deleted', at, contactId, origin: 'api' }])
    expect(mock.activities(contactId)).toHaveLength(1)
  })

  test('is another one when its email comes back', () => {
    const { mock, types, idOf } = aTwin()
    ask(mock, line, {})
    const first = idOf()
    ask(mock, `DELETE /contacts/email/${email}`)

    ask(mock, line, {})

    expect(idOf()).not.toBe(first)
    expect(types()).toEqual(['contact-deleted', 'contact-created'])
    expect(types(idOf())).toEqual(['contact-created'])
  })
})

describe('a purchase', () => {
  test('is an activity of its contact, and goes when the purchase is deleted', () => {
    const { mock, types, idOf } = aTwin({ seed: { contacts: [aContact()], products } })

    const { json } = ask(mock, 'POST /purchases/', aPurchase())
    expect(mock.activities(idOf()).at(-1)).toMatchObject({
      type: 'purchase',
      origin: 'api',
      subject: json?.id,
    })
    ask(mock, `DELETE /purchases/${json?.id}`)

    expect(types()).toEqual(['contact-created'])
  })

  test('that triggers no purchase event is none, but counts in the totals', () => {
    const { mock, types } = aTwin({ seed: { contacts: [aContact()], products } })

    ask(mock, 'POST /purchases/?triggerPurchaseEvent=false', aPurchase())

    expect(types()).toEqual(['contact-created'])
    expect(mock.contacts.find({ email })?._totalPurchases).toBe(1)
  })

  test('that takes the place of another is the only one', () => {
    const { mock, types } = aTwin({
      seed: { contacts: [aContact()], products },
      behaviors: { repeatedPurchaseId: 'overwrite' },
    })

    for (const _ of [1, 2]) ask(mock, 'POST /purchases/', aPurchase())

    expect(types()).toEqual(['contact-created', 'purchase'])
  })
})

describe('a custom event', () => {
  test('is an activity of its contact, with its type and what it brought', () => {
    const { mock, idOf } = aTwin({ seed: { contacts: [aContact()], eventTypes: [visit] } })
    const [type] = JSON.parse(ask(mock, 'GET /custom-event-types/').text)
    const event = { email, minutes: 5 }

    ask(mock, `POST /custom-events/id/${type.id}`, event)

    expect(mock.activities(idOf()).at(-1)).toMatchObject({
      type: 'custom-event',
      origin: 'api',
      subject: type.id,
      data: event,
    })
  })

  test('may create its contact, which is an activity before it', () => {
    const { mock, types, idOf } = aTwin({ seed: { eventTypes: [visit] } })

    ask(mock, 'POST /custom-events/alias/store-visit', { email })
    expect(types()).toEqual([])
    ask(mock, 'POST /custom-events/alias/store-visit?createContact=true', { email })

    expect(types(idOf())).toEqual(['contact-created', 'custom-event'])
  })
})

test('origins are those of the way in', () => {
  const { mock } = aTwin()
  ask(mock, line, {})
  mock.tracking.web().identify({ trackerId: 'w', email, _name: 'Ada' })
  mock.tracking.mobile().identify({ trackerId: 'm', email, _points: 1 })
  mock.tracking.mobile().pageView({ trackerId: 'purged' })
  mock.clock.advance({ days: 90 })

  expect(mock.activities().map(({ type, origin }) => `${type} ${origin}`)).toEqual([
    'contact-created api',
    'contact-updated web',
    'contact-updated mobile',
    'contact-purged system',
  ])
})
