import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import '../../mock/vitest.ts'
import { aTwinToSendTo, messageOf } from '../support/matching.ts'

const ada = { email: 'ada@example.com' }
const pos1 = { externalId: 'POS-000001' }

describe('toHaveUpserted', () => {
  test('passes for a contact that was upserted by this address', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/external-id/POS%20%2F1', { _name: 'Ada' })
    send('PATCH /contacts/email/Ada@Example.com', {})
    send('PATCH /contacts/bob@example.com', {})

    expect(mock).toHaveUpserted({ externalId: 'POS /1' })
    expect(mock).toHaveUpserted(ada)
    expect(mock).toHaveUpserted({ email: 'bob@example.com' })
    expect(mock).not.toHaveUpserted({ externalId: 'pos /1' })
    expect(mock).not.toHaveUpserted({ email: 'POS /1' })
  })

  test('an upsert by email is none by External ID', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/email/ada@example.com', { _externalId: 'POS-000001' })

    expect(mock).not.toHaveUpserted(pos1)
    expect(mock).toHaveUpserted(ada, { _externalId: 'POS-000001' })
  })

  test('emails compare as they do in the account', () => {
    const { mock, send } = aTwinToSendTo({ behaviors: { emailComparison: 'exact' } })
    send('PATCH /contacts/email/Ada@example.com', {})

    expect(mock).toHaveUpserted({ email: 'Ada@example.com' })
    expect(mock).not.toHaveUpserted(ada)
  })

  test('the contact has the fields now, others do not matter', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/external-id/POS-000001', { _name: 'Ada', _points: 1 })
    send('PATCH /contacts/external-id/POS-000001', { _points: 2 })

    expect(mock).toHaveUpserted(pos1, { _points: 2, _name: expect.stringMatching(/^A/) })
    expect(mock).toHaveUpserted(pos1, { _surname: undefined })
    expect(mock).toHaveUpserted(pos1, {})
    expect(mock).not.toHaveUpserted(pos1, { _points: 1 })
    expect(mock).not.toHaveUpserted(pos1, { _surname: 'Lovelace' })
  })

  test('a contact of the seed was not upserted, nor one that was only read or deleted', () => {
    const { mock, send } = aTwinToSendTo({ seed: { contacts: [aContact()] } })
    send('GET /contacts/external-id/POS-000001')
    expect(mock).not.toHaveUpserted(pos1)

    send('DELETE /contacts/external-id/POS-000001')
    expect(mock).not.toHaveUpserted(pos1)
  })

  test('a lost reply does not undo an upsert, a reset connection does', () => {
    const { mock, send } = aTwinToSendTo()
    const on = 'PATCH /contacts/email/{email}'
    mock.faults.add({ on, kind: 'lost-reply', times: 1 })
    mock.faults.add({ on, kind: 'reset', address: 'bob@example.com' })
    send('PATCH /contacts/email/ada@example.com', {})
    send('PATCH /contacts/email/bob@example.com', {})

    expect(mock).toHaveUpserted(ada)
    expect(mock).not.toHaveUpserted({ email: 'bob@example.com' })
  })

  test('with several accounts open, one of them is enough', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/email/ada@example.com', { _points: 1 }, 'a:1')
    send('PATCH /contacts/email/ada@example.com', { _points: 2, _name: 'Ada' }, 'b:2')
    send('PATCH /contacts/email/bob@example.com', {}, 'b:2')

    expect(mock).toHaveUpserted(ada, { _points: 1 })
    expect(mock).toHaveUpserted(ada, { _points: 2 })
    const message = messageOf(() => expect(mock).toHaveUpserted(ada, { _points: 3, _name: 'Ada' }))
    expect(message).toContain('+   "_points": 2')
  })
})
