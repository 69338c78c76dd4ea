import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock, type EventTypeRow } from '../../mock/index.ts'
import {
  eventContactMustExist,
  eventFieldsMustBeKnown,
  eventKeyMustBeEmail,
} from '../../mock/rules/custom-events.ts'
import { aNewContact, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const visit = {
  alias: 'visit',
  name: 'Visit',
  fields: [
    { id: 'who', name: 'Who', type: 'email' },
    { id: 'store', name: 'Store', type: 'text', required: true },
    { id: 'phone', name: 'Phone', type: 'phone' },
    { id: 'at', name: 'At', type: 'date' },
    { id: 'minutes', name: 'Minutes', type: 'integer' },
    { id: 'spent', name: 'Spent', type: 'decimal' },
    { id: 'bought', name: 'Bought', type: 'boolean' },
    { id: 'door', name: 'Door', type: 'radio' },
    { id: 'rooms', name: 'Rooms', type: 'checkbox' },
    { id: 'other', name: 'Other', type: 'email', required: false },
  ],
  primaryKey: 'who',
} as const

const { alias, ...eventType } = visit
const type = { id: '1', alias, eventType: { ...eventType, category: 'receive' } } as const
const row = type as unknown as EventTypeRow
const who = 'ada@example.com'
const least = { who, store: 'Sol' }

/** A twin that knows Ada and the type. */
function aTwin() {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed: { contacts: [aContact()] } })
  const id = ask(mock, 'POST /custom-event-types/', visit).json?.id
  return { mock, id }
}

describe('event-key-email', () => {
  test.for(['ada@example.com', 'ADA@example.com', 'nobody@example.com'])(
    '%s is an email, and given back',
    (email) => {
      expect(eventKeyMustBeEmail(row, { who: email })).toBe(email)
    },
  )

  test.for([
    [{}, 'is required'],
    [{ other: 'ada@example.com' }, 'is required'],
    [{ who: 'POS-000001' }, 'must be an email address'],
    [{ who: '' }, 'must be an email address'],
    [{ who: 7 }, 'must be an email address'],
    [{ who: null }, 'must be an email address'],
    [{ who: ['ada@example.com'] }, 'must be an email address'],
  ] as const)('%j is refused: the key %s', ([event, reason]) => {
    expect(refusalOf(() => eventKeyMustBeEmail(row, event))).toMatchObject({
      status: 422,
      rule: 'event-key-email',
      validationErrors: [{ path: 'who', reason }],
    })
  })
})

describe('event-field-known', () => {
  test.for([
    {},
    { phone: '+34600000001', at: '2026-01-01T10:00:00Z', minutes: 0, spent: 0.5 },
    { bought: false, door: 'any', rooms: ['any', 'other'], other: 'b@example.com' },
    { store: '' },
  ])('%j fits the type', (more) => {
    expect(refusalOf(() => eventFieldsMustBeKnown(row, { ...least, ...more }))).toBeUndefined()
  })

  test.for([
    [{ hours: 1 }, 'hours', 'is not a field of this custom event type'],
    [{ constructor: 1 }, 'constructor', 'is not a field of this custom event type'],
    [{ Store: 'Sol' }, 'Store', 'is not a field of this custom event type'],
    [{ store: 7 }, 'store', 'must be a string'],
    [{ store: null }, 'store', 'must be a string'],
    [{ phone: '1' }, 'phone', 'must be a phone number, 4 to 20 digits without spaces'],
    [{ at: 'now' }, 'at', 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'],
    [{ minutes: 0.5 }, 'minutes', 'must be an integer'],
    [{ spent: '1' }, 'spent', 'must be a number'],
    [{ bought: 'yes' }, 'bought', 'must be a boolean'],
    [{ door: ['any'] }, 'door', 'must be an option id'],
    [{ rooms: 'any' }, 'rooms', 'must be an array of option ids'],
    [{ rooms: ['any', 'any'] }, 'rooms', 'must not name an option twice'],
    [{ other: 'b' }, 'other', 'must be an email address'],
  ] as const)('%j is refused: %s %s', ([more, path, reason]) => {
    expect(refusalOf(() => eventFieldsMustBeKnown(row, { ...least, ...more }))).toMatchObject({
      status: 422,
      rule: 'event-field-known',
      validationErrors: [{ path, reason }],
    })
  })

  test('a required field must be there, an optional one need not', () => {
    expect(refusalOf(() => eventFieldsMustBeKnown(row, { who }))).toMatchObject({
      rule: 'event-field-known',
      validationErrors: [{ path: 'store', reason: 'is required' }],
    })
  })

  test('all refused fields are named in one answer', () => {
    const refusal = refusalOf(() => eventFieldsMustBeKnown(row, { who, hours: 1, minutes: '1' }))

    expect(refusal).toMatchObject({
      validationErrors: [{ path: 'store' }, { path: 'hours' }, { path: 'minutes' }],
    })
  })
})

describe('event-contact-exists', () => {
  test.for([
    [aNewContact(), false],
    [aNewContact(), true],
    [undefined, true],
  ] as const)('a contact %j with createContact %s passes', ([contact, create]) => {
    expect(refusalOf(() => eventContactMustExist(contact, create))).toBeUndefined()
  })

  test('an unknown contact that is not to be created is refused with E0501', () => {
    expect(refusalOf(() => eventContactMustExist(undefined, false))).toEqual({
      status: 400,
      title: 'Bad Request',
      detail: 'The contact of the custom event does not exist.',
      code: 'E0501',
      rule: 'event-contact-exists',
    })
  })

  test.for(['', '?createContact=false'])('POST …%s creates no contact, and no event', (query) => {
    const { mock } = aTwin()
    const before = mock.snapshot()

    const reply = ask(mock, `POST /custom-events/alias/visit${query}`, {
      ...least,
      who: 'nobody@example.com',
    })

    expect(reply).toMatchObject({ status: 400, json: { code: 'E0501' } })
    expect(mock.snapshot()).toEqual(before)
  })

  test('createContact creates the contact with the email alone, and records both', () => {
    const { mock, id } = aTwin()

    const reply = ask(mock, `POST /custom-events/id/${id}?createContact=true`, {
      ...least,
      who: 'Bob@example.com',
    })

    expect(reply.status).toBe(201)
    const bob = mock.contacts.find({ email: 'bob@example.com' })
    expect(bob).toMatchObject({ _email: 'Bob@example.com', _isAnonymous: false })
    expect(mock.activities(bob?.id).map(({ type }) => type)).toEqual([
      'contact-created',
      'custom-event',
    ])
  })

  test('an event changes nothing of a contact that exists, whatever the case of its email', () => {
    const { mock } = aTwin()
    const before = mock.contacts.all()

    const reply = ask(mock, 'POST /custom-events/alias/visit?createContact=true', {
      ...least,
      who: 'ADA@example.com',
    })

    expect(reply.status).toBe(201)
    expect(mock.contacts.all()).toEqual(before)
  })

  test('a refused field creates no contact either', () => {
    const { mock } = aTwin()

    const reply = ask(mock, 'POST /custom-events/alias/visit?createContact=true', {
      who: 'nobody@example.com',
    })

    expect(reply).toMatchObject({ status: 422, rule: 'event-field-known' })
    expect(mock.contacts.count).toBe(1)
  })
})
