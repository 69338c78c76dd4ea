import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { eventTypeMustBeValid } from '../../mock/rules/custom-events.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const email = { id: 'email', name: 'Email', type: 'email' } as const
const text = { id: 'text', name: 'Text', type: 'text' } as const
const aType = { alias: 'visit', name: 'Visit', fields: [email], primaryKey: 'email' }

describe('event-type-valid', () => {
  test.for([
    {},
    { fields: [text, email] },
    { fields: [email, { ...email, id: 'second' }], primaryKey: 'second' },
    { alias: 'Visit' },
    { category: 'send' as const },
  ])('%j is valid', (more) => {
    const account = anAccount()

    expect(refusalOf(() => eventTypeMustBeValid(account, { ...aType, ...more }))).toBeUndefined()
  })

  test.for([
    { fields: [email, text], primaryKey: 'text' },
    { primaryKey: 'Email' },
    { primaryKey: 'none' },
  ])('%j is refused: its key is not an email', (more) => {
    expect(refusalOf(() => eventTypeMustBeValid(anAccount(), { ...aType, ...more }))).toMatchObject(
      {
        status: 422,
        rule: 'event-type-valid',
        validationErrors: [
          { path: 'primaryKey', reason: 'must be the id of a field of type email' },
        ],
      },
    )
  })

  test('a field id twice is refused', () => {
    const fields = [email, text, { ...text, name: 'Again' }]

    expect(refusalOf(() => eventTypeMustBeValid(anAccount(), { ...aType, fields }))).toMatchObject({
      rule: 'event-type-valid',
      validationErrors: [{ path: 'fields', reason: 'must not have an id twice' }],
    })
  })

  test('the alias of another type is refused, with all else that does not fit', () => {
    const account = anAccount()
    const eventType = { category: 'receive' as const, name: 'A', fields: [], primaryKey: 'email' }
    account.eventTypes.put({ id: '1', alias: 'visit', eventType })

    const fields = [text, text]
    expect(refusalOf(() => eventTypeMustBeValid(account, { ...aType, fields }))).toMatchObject({
      validationErrors: [
        { path: 'alias', reason: 'belongs to another custom event type' },
        { path: 'fields', reason: 'must not have an id twice' },
        { path: 'primaryKey', reason: 'must be the id of a field of type email' },
      ],
    })
  })

  test('a refused type is not created; the alias of a deleted one is free again', () => {
    const mock = createMock()
    const { id } = ask(mock, 'POST /custom-event-types/', aType).json ?? {}

    const again = ask(mock, 'POST /custom-event-types/', { ...aType, name: 'Again' })

    expect(again).toMatchObject({ status: 422, rule: 'event-type-valid' })
    expect(ask(mock, 'GET /custom-event-types/').json).toMatchObject([{ id, name: 'Visit' }])
    ask(mock, `DELETE /custom-event-types/${id}`)
    expect(ask(mock, 'POST /custom-event-types/', aType).status).toBe(201)
  })
})
