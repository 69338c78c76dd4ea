import { describe, expect } from 'vitest'
import { aContact } from '../../../mock/builders/samples.ts'
import type { Mock } from '../../../mock/index.ts'
import { ApiError, NotFoundError, PayloadTooLargeError } from '../../../sdk/index.ts'
import { clock, onEveryCarrier } from '../../support/carriers.ts'

const email = 'ada@example.com'
const alias = 'store-visit'
const storeVisit = {
  alias,
  name: 'Store visit',
  primaryKey: 'visitor',
  fields: [
    { id: 'visitor', name: 'Visitor', type: 'email' as const },
    { id: 'store', name: 'Store', type: 'text' as const, required: true },
    { id: 'minutes', name: 'Minutes', type: 'integer' as const },
  ],
}
const visit = { visitor: email, store: 'Gran Via', minutes: 25 }

/** What an event could have changed. */
function held({ contacts, activities }: Mock) {
  return [contacts.all(), activities()]
}

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()], eventTypes: [storeVisit] } })

  test('an event is recorded by alias and by id, for the contact with its email', async ({
    connectif,
    mock,
  }) => {
    const [type] = await connectif.customEventTypes.list()

    const first = await connectif.customEvents.create({ alias }, visit)
    const second = await connectif.customEvents.create({ id: String(type?.id) }, visit)

    const contactId = String(mock.contacts.find({ email })?.id)
    const recorded = {
      type: 'custom-event',
      at: Date.parse(clock),
      contactId,
      origin: 'api',
      subject: type?.id,
      data: visit,
    }
    expect(first.id).not.toBe(second.id)
    expect(mock.activities(contactId).slice(-2)).toEqual([recorded, recorded])
  })

  test('E0501: an event of nobody is refused, and creates nobody', async ({ connectif, mock }) => {
    const before = held(mock)

    const refused = connectif.customEvents.create({ alias }, { ...visit, visitor: 'b@x.example' })

    await expect(refused).rejects.toBeInstanceOf(ApiError)
    await expect(refused).rejects.toMatchObject({
      status: 400,
      code: 'E0501',
      rule: 'event-contact-exists',
    })
    expect(held(mock)).toEqual(before)
  })

  test('with createContact its contact is created, once', async ({ connectif, mock }) => {
    const bobs = { ...visit, visitor: 'bob@example.com' }

    for (let times = 0; times < 2; times++) {
      await connectif.customEvents.create({ alias }, bobs, { createContact: true })
    }

    const bob = await connectif.contacts.get({ email: 'bob@example.com' })
    expect(mock.contacts.count).toBe(2)
    expect(mock.activities(bob.id).map(({ type }) => type)).toEqual([
      'contact-created',
      'custom-event',
      'custom-event',
    ])
  })

  test.for([
    ['without its key', { visitor: undefined }, 'event-key-email', 'visitor'],
    ['with a key that is no email', { visitor: 'ada' }, 'event-key-email', 'visitor'],
    ['without a required field', { store: undefined }, 'event-field-known', 'store'],
    ['with a wrong type', { minutes: '25' }, 'event-field-known', 'minutes'],
    ['with an unknown field', { hours: 1 }, 'event-field-known', 'hours'],
    ['with an External ID', { _externalId: '42' }, 'external-id-not-tracked', '_externalId'],
    ['with __proto__', JSON.parse('{"__proto__":{"a":1}}'), 'event-field-known', '__proto__'],
  ] as const)('an event %s is a 422, and nothing is written', async (given, { send, mock }) => {
    const [, part, rule, path] = given
    const body = Object.assign(Object.create(null), visit, part)
    Object.defineProperties(body, Object.getOwnPropertyDescriptors(part))
    const before = held(mock)

    const answer = await send('POST', `/custom-events/alias/${alias}`, { body })

    expect(answer.status).toBe(422)
    expect(answer.headers['x-connectif-mock-rule']).toBe(rule)
    expect(JSON.parse(answer.body).validationErrors).toMatchObject([{ path }])
    expect(held(mock)).toEqual(before)
  })

  test('an event of an unknown type is not found', async ({ connectif }) => {
    for (const type of [{ alias: 'Store-Visit' }, { id: 'f'.repeat(24) }]) {
      const refused = connectif.customEvents.create(type, visit)
      await expect(refused).rejects.toBeInstanceOf(NotFoundError)
    }
  })

  test('an event of more than 50 MB is a 413', { timeout: 300_000 }, async ({
    connectif,
    mock,
  }) => {
    const before = held(mock)

    const refused = connectif.customEvents.create(
      { alias },
      { ...visit, store: 'x'.repeat(50_000_000) },
      { timeout: 300_000 },
    )

    await expect(refused).rejects.toBeInstanceOf(PayloadTooLargeError)
    expect(held(mock)).toEqual(before)
  })

  describe('a type', () => {
    const call = { ...storeVisit, alias: 'call', name: 'Call' }

    test('is created, listed, read and deleted', async ({ connectif }) => {
      const created = await connectif.customEventTypes.create(call)

      expect(created).toMatchObject({ ...call, category: 'receive' })
      expect(await connectif.customEventTypes.get(created.id)).toEqual(created)
      expect(await connectif.customEventTypes.list()).toMatchObject([{ alias }, { alias: 'call' }])
      await connectif.customEventTypes.delete(created.id)
      await connectif.customEventTypes.delete(created.id)
      expect(await connectif.customEventTypes.list()).toMatchObject([{ alias }])
      const reading = connectif.customEventTypes.get(created.id)
      await expect(reading).rejects.toBeInstanceOf(NotFoundError)
    })

    test.for([
      ['a taken alias', { alias }, 'alias'],
      ['a key that is no field', { primaryKey: 'email' }, 'primaryKey'],
      ['a key of another type', { primaryKey: 'store' }, 'primaryKey'],
      ['an id twice', { fields: [...call.fields, ...call.fields] }, 'fields'],
    ] as const)('with %s is refused', async ([, part, path], { connectif }) => {
      const refused = connectif.customEventTypes.create({ ...call, ...part } as typeof call)

      await expect(refused).rejects.toMatchObject({
        status: 422,
        rule: 'event-type-valid',
        violations: [{ path }],
      })
      expect(await connectif.customEventTypes.list()).toHaveLength(1)
    })
  })
})
