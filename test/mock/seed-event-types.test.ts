import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock, type Seed } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'
import { visit } from '../support/lived-in.ts'

const email = { id: 'email', name: 'Email', type: 'email' } as const
const planting = (...eventTypes: unknown[]) => createMock({ seed: { eventTypes } as Seed })
const listed = (mock: ReturnType<typeof createMock>) =>
  JSON.parse(ask(mock, 'GET /custom-event-types/').text)

describe('event types of a seed', () => {
  test('are there before any call, as if the API had made them', () => {
    const mock = planting(visit)

    const made = createMock()
    ask(made, 'POST /custom-event-types/', visit)

    expect(listed(mock)).toMatchObject([{ ...visit, category: 'receive' }])
    expect(listed(mock)).toEqual(listed(made))
  })

  test('take events by alias and by id', () => {
    const mock = createMock({ seed: { eventTypes: [visit], contacts: [aContact()] } })
    const [{ id }] = listed(mock)
    const event = { email: 'ada@example.com', minutes: 5 }

    const replies = [`alias/${visit.alias}`, `id/${id}`].map((type) =>
      ask(mock, `POST /custom-events/${type}`, event),
    )

    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    expect(mock.activities().filter(({ type }) => type === 'custom-event')).toHaveLength(2)
  })

  test('are there again after a reset, in every account', () => {
    const mock = planting(visit, { ...visit, alias: 'another' })
    const [{ id }] = listed(mock)
    ask(mock, `DELETE /custom-event-types/${id}`)
    expect(listed(mock)).toHaveLength(1)

    mock.reset()

    expect(listed(mock).map(({ alias }: { alias: string }) => alias)).toEqual([
      'store-visit',
      'another',
    ])
  })

  test('are of their account, where accounts are declared', () => {
    const keys = { 'test:secret': ['custom-event-types:read'] as const }
    const accounts = { main: { keys, seed: { eventTypes: [visit] } }, other: { keys: {} } }

    expect(listed(createMock({ accounts }))).toHaveLength(1)
  })

  test('may be sent, too', () => {
    expect(listed(planting({ ...visit, category: 'send' }))).toMatchObject([{ category: 'send' }])
  })
})

describe('event types that break a rule are an Error that names rule and record', () => {
  const wrong = { ...visit, alias: 'wrong' }

  test.for([
    ['a key that is no email', { ...wrong, primaryKey: 'minutes' }, 'event-type-valid'],
    ['a key that is no field', { ...wrong, primaryKey: 'none' }, 'event-type-valid'],
    ['a field twice', { ...wrong, fields: [email, email] }, 'event-type-valid'],
    ['an alias twice', visit, 'event-type-valid'],
    ['no alias', { name: 'Visit', fields: [email], primaryKey: 'email' }, 'body-shape'],
    ['no key', { alias: 'wrong', name: 'Visit', fields: [email] }, 'body-shape'],
    ['a field of no type', { ...wrong, fields: [{ ...email, type: 'money' }] }, 'body-shape'],
    ['a category that is none', { ...wrong, category: 'both' }, 'body-shape'],
    ['a member that is none', { ...wrong, nonsense: 1 }, 'body-shape'],
  ] as const)('%s', ([, eventType, rule]) => {
    expect(() => planting(visit, eventType)).toThrow(
      `eventTypes[1] of the seed breaks the rule ${rule}: `,
    )
  })

  test.for([{}, 'store-visit', [null], ['store-visit'], 7])('%j is not a list of them', (given) => {
    expect(() => createMock({ seed: { eventTypes: given } as unknown as Seed })).toThrow(
      'eventTypes of the seed must be an array of objects',
    )
  })

  test('an event in a seed is not a thing', () => {
    expect(() => createMock({ seed: { events: [] } as Seed })).toThrow('but no events')
  })
})
