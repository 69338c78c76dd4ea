import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { save } from '../../mock/rules/anonymity.ts'
import { isAnonymous } from '../../mock/rules/external-id.ts'
import { anAccount, contactOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'
import { visit } from '../support/lived-in.ts'

const aTwin = (options: MockOptions = {}) =>
  createMock({ clock: '2026-01-01T00:00:00Z', ...options })
const view = (mock: Mock, trackerId: string) => mock.tracking.web().pageView({ trackerId })

/** Who was purged, and when. */
function purges(mock: Mock) {
  return mock
    .activities()
    .filter(({ type }) => type === 'contact-purged')
    .map(({ contactId, at }) => [contactId, new Date(at).toISOString()])
}

describe('an anonymous contact', () => {
  test('stays until the last millisecond of its 90 days, and goes with the next', () => {
    const mock = aTwin()
    const id = view(mock, 't')

    mock.clock.advance({ days: 90, milliseconds: -1 })
    expect(mock.contacts.find({ id })).toMatchObject({ _isAnonymous: true })

    mock.clock.advance({ milliseconds: 1 })
    expect(mock.contacts.find({ id })).toBeUndefined()
    expect(purges(mock)).toEqual([[id, '2026-04-01T00:00:00.000Z']])
  })

  test('goes at its own moment, and several in the order of their moments', () => {
    const mock = aTwin()
    const [one, two, three] = ['1', '2', '3'].map((tracker) => {
      const id = view(mock, tracker)
      mock.clock.advance({ days: 1, milliseconds: 1 })
      return id
    })
    view(mock, '1')

    mock.clock.advance({ days: 1000 })

    expect(purges(mock)).toEqual([
      [two, '2026-04-02T00:00:00.001Z'],
      [three, '2026-04-03T00:00:00.002Z'],
      [one, '2026-04-04T00:00:00.003Z'],
    ])
    expect(mock.contacts.count).toBe(0)
  })

  test('of several whose time ends at one moment, the one that was active first goes first', () => {
    const mock = aTwin()
    const ids = ['1', '2', '3'].map((tracker) => view(mock, tracker))

    mock.clock.set('2027-01-01')

    expect(purges(mock).map(([id]) => id)).toEqual(ids)
  })

  test('leaves only the note that it was purged, by the system', () => {
    const mock = aTwin()
    const contactId = view(mock, 't')

    mock.clock.advance({ days: 91 })

    const at = Date.parse('2026-04-01T00:00:00Z')
    expect(mock.activities()).toEqual([{ type: 'contact-purged', at, contactId, origin: 'system' }])
    expect(mock.activities(contactId)).toHaveLength(1)
  })

  test('is another one when its tracker comes back after the purge', () => {
    const mock = aTwin()
    const first = view(mock, 't')
    mock.clock.advance({ days: 90 })

    const second = view(mock, 't')

    expect(second).not.toBe(first)
    expect(mock.contacts.all()).toMatchObject([
      { id: second, _createdAt: '2026-04-01T00:00:00.000Z' },
    ])
  })

  test('is one again who loses the last identifier, from that moment on', () => {
    const account = anAccount({ contacts: [aContact()] })
    const ada = contactOf(account, 'ada@example.com')

    const nobody = save(account, { ...ada, fields: { _name: 'Ada' } })

    expect(isAnonymous(nobody)).toBe(true)
    expect([...account.anonymous.entries()]).toEqual([[ada.id, account.settings.now()]])
  })
})

describe('a contact that is not anonymous', () => {
  test.for(['email/ada@example.com', 'external-id/42'])('by %s stays for ever', (address) => {
    const mock = aTwin()
    ask(mock, `PATCH /contacts/${address}`, {})

    mock.clock.set('9999-12-31')

    expect(mock.contacts.count).toBe(1)
    expect(purges(mock)).toEqual([])
  })

  test('stays for ever from the moment it tells its email', () => {
    const mock = aTwin()
    const id = view(mock, 't')
    mock.clock.advance({ days: 89 })
    mock.tracking.web().identify({ trackerId: 't', email: 'ada@example.com' })

    mock.clock.advance({ days: 2 })
    view(mock, 't')
    mock.clock.advance({ days: 1000 })

    expect(mock.contacts.find({ email: 'ada@example.com' })?.id).toBe(id)
  })
})

describe('activity', () => {
  const seed = { products: [aProduct()], eventTypes: [visit] }
  const { contactExternalId, ...bought } = aPurchase()
  const active: [string, (mock: Mock) => unknown][] = [
    ['a page view', (mock) => view(mock, 't')],
    ['a page view in the app', (mock) => mock.tracking.mobile().pageView({ trackerId: 't' })],
    [
      'fields that are told',
      (mock) => mock.tracking.web().identify({ trackerId: 't', _name: 'A' }),
    ],
    ['a purchase', (mock) => mock.tracking.web().purchase({ trackerId: 't', ...bought })],
    [
      'an event',
      (mock) =>
        mock.tracking.web().event({ trackerId: 't', alias: 'store-visit', fields: { minutes: 5 } }),
    ],
  ]

  test.for(active)('%s restarts the 90 days', ([, act]) => {
    const mock = aTwin({ seed })
    const id = view(mock, 't')
    mock.clock.advance({ days: 60, hours: 1 })

    act(mock)

    mock.clock.advance({ days: 90, milliseconds: -1 })
    expect(mock.contacts.find({ id })).toBeDefined()
    mock.clock.advance({ milliseconds: 1 })
    expect(purges(mock)).toEqual([[id, '2026-05-31T01:00:00.000Z']])
  })
})
