import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { withoutExternalId } from '../../mock/rules/tracking.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const ignoring = { ...defaultBehaviors, trackedExternalId: 'ignore' } as const
const visit = {
  alias: 'visit',
  name: 'Visit',
  fields: [
    { id: 'email', name: 'Email', type: 'email' },
    { id: 'minutes', name: 'Minutes', type: 'integer' },
  ],
  primaryKey: 'email',
} as const

/** A twin that knows Ada, by email and by External ID, and the type of event. */
function aTwin(behaviors: MockOptions['behaviors'] = {}) {
  const mock = createMock({
    clock: '2026-01-01T00:00:00Z',
    seed: { contacts: [aContact({ _externalId: '42' })] },
    behaviors,
  })
  ask(mock, 'POST /custom-event-types/', visit)
  return mock
}

describe('external-id-not-tracked', () => {
  test.for([{}, { _name: 'Ada' }, { externalId: '42' }, { _externalid: '42' }])(
    '%j has no External ID, so it passes as it is, with either choice',
    (fields) => {
      expect(withoutExternalId(anAccount(), fields)).toBe(fields)
      expect(withoutExternalId(anAccount({}, { behaviors: ignoring }), fields)).toBe(fields)
    },
  )

  test.for(['42', '', 7, null, undefined])('an External ID of %j is refused', (_externalId) => {
    const refusal = refusalOf(() => withoutExternalId(anAccount(), { _name: 'A', _externalId }))

    expect(refusal).toMatchObject({
      status: 422,
      rule: 'external-id-not-tracked',
      validationErrors: [
        { path: '_externalId', reason: 'cannot be set by tracking or custom events' },
      ],
    })
  })

  test.for(['42', '', 7, null, undefined])('with the switch, %j is ignored', (_externalId) => {
    const account = anAccount({}, { behaviors: ignoring })

    expect(withoutExternalId(account, { _name: 'A', _externalId })).toEqual({ _name: 'A' })
  })
})

describe('external-id-not-tracked, by the name of purchases', () => {
  const purchase = { contactExternalId: '42', totalPrice: 1 }

  test('is refused too, with that path', () => {
    const refusal = refusalOf(() => withoutExternalId(anAccount(), purchase, 'contactExternalId'))

    expect(refusal).toMatchObject({
      status: 422,
      rule: 'external-id-not-tracked',
      validationErrors: [{ path: 'contactExternalId' }],
    })
  })

  test('is ignored too, with the switch', () => {
    const account = anAccount({}, { behaviors: ignoring })

    expect(withoutExternalId(account, purchase, 'contactExternalId')).toEqual({ totalPrice: 1 })
  })
})

describe('an External ID that tracking brings', () => {
  test.for(['web', 'mobile'] as const)('by %s is refused, and nothing is written', (way) => {
    const mock = aTwin()
    const before = mock.snapshot()

    for (const email of ['ada@example.com', 'bob@example.com', undefined]) {
      const who = { trackerId: 't', _externalId: '43', ...(email && { email }) }
      expect(() => mock.tracking[way]().identify(who)).toThrow(
        'the rule external-id-not-tracked refuses it: 422 _externalId cannot be set by tracking',
      )
    }
    expect(mock.snapshot()).toEqual(before)
  })

  test.for(['web', 'mobile'] as const)(
    'by %s with the switch is ignored: it neither sets one nor finds a contact by it',
    (way) => {
      const mock = aTwin({ trackedExternalId: 'ignore' })

      const id = mock.tracking[way]().identify({ trackerId: 't', _externalId: '42', _name: 'Eve' })

      const visitor = mock.contacts.find({ id })
      expect(visitor).toMatchObject({ _name: 'Eve', _isAnonymous: true })
      expect(visitor).not.toHaveProperty('_externalId')
      expect(mock.contacts.find({ externalId: '42' })).toMatchObject({ _name: 'Ada' })
    },
  )

  test('for a contact that has one leaves that as it is', () => {
    const mock = aTwin({ trackedExternalId: 'ignore' })

    mock.tracking.web().identify({ trackerId: 't', email: 'ada@example.com', _externalId: '43' })

    expect(mock.contacts.find({ email: 'ada@example.com' })?._externalId).toBe('42')
    expect(mock.contacts.find({ externalId: '43' })).toBeUndefined()
  })

  test('in an event on the site is refused, or ignored with the switch', () => {
    const event = { trackerId: 't', alias: 'visit', fields: { minutes: 5, _externalId: '43' } }
    const [strict, lenient] = [aTwin(), aTwin({ trackedExternalId: 'ignore' })]

    expect(() => strict.tracking.web().event(event)).toThrow('external-id-not-tracked')
    lenient.tracking.web().event(event)

    expect(strict.contacts.count).toBe(1)
    expect(lenient.contacts.find({ externalId: '43' })).toBeUndefined()
    expect(lenient.activities().at(-1)).toMatchObject({ data: { minutes: 5 } })
  })
})

describe('an External ID in a custom event', () => {
  const line = 'POST /custom-events/alias/visit?createContact=true'

  test.for(['ada@example.com', 'bob@example.com'])('of %s is refused', (email) => {
    const mock = aTwin()
    const before = mock.snapshot()

    const reply = ask(mock, line, { email, _externalId: '43' })

    expect(reply).toMatchObject({ status: 422, rule: 'external-id-not-tracked' })
    expect(mock.snapshot()).toEqual(before)
  })

  test('never takes the place of the email', () => {
    for (const mock of [aTwin(), aTwin({ trackedExternalId: 'ignore' })]) {
      const reply = ask(mock, line, { _externalId: '42' })

      expect(reply.status).toBe(422)
      expect(mock.activities().filter(({ type }) => type === 'custom-event')).toEqual([])
    }
  })

  test('with the switch is ignored: the event is recorded without it', () => {
    const mock = aTwin({ trackedExternalId: 'ignore' })

    const reply = ask(mock, line, { email: 'bob@example.com', minutes: 5, _externalId: '42' })

    expect(reply.status).toBe(201)
    expect(mock.contacts.find({ email: 'bob@example.com' })).not.toHaveProperty('_externalId')
    expect(mock.activities().at(-1)).toMatchObject({
      data: { email: 'bob@example.com', minutes: 5 },
      contactId: mock.contacts.find({ email: 'bob@example.com' })?.id,
    })
    expect(mock.activities().at(-1)?.data).not.toHaveProperty('_externalId')
  })
})
