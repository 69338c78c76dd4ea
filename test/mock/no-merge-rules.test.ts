import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

const email = 'ada@example.com'
const visit = {
  alias: 'visit',
  name: 'Visit',
  fields: [{ id: 'email', name: 'Email', type: 'email' }],
  primaryKey: 'email',
} as const

/** Ways in which somebody with one identifier turns up; none of them knows the other identifier. */
const arrivals: Record<string, (mock: Mock) => unknown> = {
  'PATCH by External ID': (mock) => ask(mock, 'PATCH /contacts/external-id/42', {}),
  'PATCH by email': (mock) => ask(mock, `PATCH /contacts/email/${email}`, {}),
  'page view': (mock) => mock.tracking.web().pageView({ trackerId: 't' }),
  'email on the site': (mock) => mock.tracking.web().identify({ trackerId: 't', email }),
  'email in the app': (mock) => mock.tracking.mobile().identify({ trackerId: 'phone', email }),
  'custom event': (mock) =>
    ask(mock, 'POST /custom-events/alias/visit?createContact=true', { email }),
}

/** Every order of these. */
function orders<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]]
  return all.flatMap((one) =>
    orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  )
}

function aTwin() {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', behaviors: { nullInPatch: 'clear' } })
  ask(mock, 'POST /custom-event-types/', visit)
  return mock
}

/** The identifiers of all contacts, oldest first. */
function identifiers(mock: Mock) {
  return mock.contacts.all().map(({ _email, _externalId }) => [_email, _externalId])
}

describe('external-id-no-merge', () => {
  test('a contact by email and one by External ID stay two, in any order of calls', () => {
    for (const order of orders(Object.keys(arrivals))) {
      const mock = aTwin()

      for (const name of order) arrivals[name]?.(mock)

      const two = identifiers(mock).toSorted()
      expect(two, order.join(', ')).toEqual([
        [undefined, '42'],
        [email, undefined],
      ])
    }
  })

  test.for([
    ['PATCH /contacts/external-id/42', { _email: email }, 'email-unique'],
    [`PATCH /contacts/email/${email}`, { _externalId: '42' }, 'external-id-unique'],
  ] as const)('%s with %j joins them in no order either', ([line, body, rule]) => {
    for (const order of orders(Object.keys(arrivals).slice(0, 4))) {
      const mock = aTwin()
      for (const name of order) arrivals[name]?.(mock)
      const before = mock.snapshot()

      expect(ask(mock, line, body), order.join(', ')).toMatchObject({ status: 422, rule })

      expect(mock.snapshot()).toEqual(before)
    }
  })

  test('a tracker of a contact with only an External ID does not bring its email in', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    const first = web.identify({ trackerId: 't', email })
    ask(mock, `PATCH /contacts/email/${email}`, { _externalId: '42' })
    ask(mock, 'PATCH /contacts/external-id/42', { _email: null })

    const second = web.identify({ trackerId: 't', email })

    expect(second).not.toBe(first)
    expect(identifiers(mock)).toEqual([
      [undefined, '42'],
      [email, undefined],
    ])
  })

  test('a tracker of a contact with only an External ID is not merged into a known email', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    web.identify({ trackerId: 't', email: 'old@example.com' })
    ask(mock, 'PATCH /contacts/email/old@example.com', { _externalId: '42' })
    ask(mock, 'PATCH /contacts/external-id/42', { _email: null })
    ask(mock, `PATCH /contacts/email/${email}`, {})

    web.identify({ trackerId: 't', email })

    expect(identifiers(mock)).toEqual([
      [undefined, '42'],
      [email, undefined],
    ])
    expect(mock.activities().map(({ type }) => type)).not.toContain('contact-merged')
  })

  test('an anonymous contact is merged into one with both, which keeps its External ID', () => {
    const mock = aTwin()
    const web = mock.tracking.web()
    ask(mock, 'PATCH /contacts/external-id/42', { _email: email })
    web.pageView({ trackerId: 't' })

    web.identify({ trackerId: 't', email })

    expect(identifiers(mock)).toEqual([[email, '42']])
  })

  test('an email that looks like an External ID names another contact than it', () => {
    const mock = aTwin()
    ask(mock, `PATCH /contacts/external-id/${email}`, {})

    mock.tracking.web().identify({ trackerId: 't', email })
    ask(mock, 'POST /custom-events/alias/visit?createContact=true', { email })

    expect(identifiers(mock)).toEqual([
      [undefined, email],
      [email, undefined],
    ])
  })
})
