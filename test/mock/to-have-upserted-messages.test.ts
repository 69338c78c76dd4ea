import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import '../../mock/vitest.ts'
import { aTwinToSendTo, messageOf } from '../support/matching.ts'

const ada = { email: 'ada@example.com' }
const pos1 = { externalId: 'POS-000001' }

describe('toHaveUpserted', () => {
  test('the message shows the calls to the address, and how they were answered', () => {
    const { mock, send } = aTwinToSendTo({ seed: { contacts: [aContact()] } })
    send('PATCH /contacts/email/bob@example.com', { _externalId: 'POS-000001' })
    send('PATCH /contacts/email/bob@example.com', {}, 'malformed')
    send('GET /contacts/email/bob@example.com')
    send('PATCH /contacts/external-id/42', {})

    const path = '/contacts/email/bob@example.com'
    const body = '{"_externalId":"POS-000001"}'
    const taken = '422: _externalId belongs to another contact (rule external-id-unique)'
    expect(messageOf(() => expect(mock).toHaveUpserted({ email: 'bob@example.com' }))).toBe(
      `expect(mock).toHaveUpserted({"email": "bob@example.com"})

No upsert by this address succeeded.

Calls to this address:
  PATCH ${path} ${body} → ${taken}
  PATCH ${path} {} → 401: the API key was refused (rule key)
  GET ${path} → 404: There is no contact with this address.`,
    )
  })

  test('the message shows the nearest difference', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/email/ada@example.com', { _name: 'Ada', _points: 7 })

    const fields = { _name: 'Ada', _points: 8 }
    const message = messageOf(() => expect(mock).toHaveUpserted(ada, fields))

    const called = '{"email": "ada@example.com"}, {"_name": "Ada", "_points": 8}'
    expect(message).toBe(`expect(mock).toHaveUpserted(${called})

It was upserted, but the contact differs now:

- Expected
+ Received

  {
    "_name": "Ada",
-   "_points": 8,
+   "_points": 7,
  }

Calls to this address:
  PATCH /contacts/email/ada@example.com {"_name":"Ada","_points":7} → 200`)
  })

  test('the message shows the upserts of others where no call went to the address', () => {
    const { mock, send } = aTwinToSendTo()
    const nothing = 'No call went to this address, and no contact was upserted.'
    expect(messageOf(() => expect(mock).toHaveUpserted(ada))).toContain(nothing)

    send('PATCH /contacts/email/adda@example.com', {})

    expect(messageOf(() => expect(mock).toHaveUpserted(ada))).toContain(
      'No call went to this address. Upserts by others that succeeded:\n' +
        '  PATCH /contacts/email/adda@example.com {} → 200',
    )
  })

  test('the message tells of a contact that is gone', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/external-id/POS-000001', { _name: 'Ada' })
    send('DELETE /contacts/external-id/POS-000001')

    expect(mock).toHaveUpserted(pos1)
    const message = messageOf(() => expect(mock).toHaveUpserted(pos1, { _name: 'Ada' }))
    expect(message).toContain('It was upserted, but no contact has this address now.')
    expect(message).toContain('\n  DELETE /contacts/external-id/POS-000001 → 204')
  })

  test('the message behind .not shows what was upserted', () => {
    const { mock, send } = aTwinToSendTo()
    send('PATCH /contacts/external-id/POS-000001', { _name: 'Ada' })

    expect(messageOf(() => expect(mock).not.toHaveUpserted(pos1))).toBe(
      `expect(mock).not.toHaveUpserted({"externalId": "POS-000001"})

Calls to this address:
  PATCH /contacts/external-id/POS-000001 {"_name":"Ada"} → 200`,
    )
  })

  test('the message is short, and tells what the journal no longer has', () => {
    const { mock, send } = aTwinToSendTo({ journalCapacity: 20 })
    for (let points = 0; points < 30; points++) {
      send('PATCH /contacts/external-id/POS-000001', { _points: points, _surname: 'x'.repeat(300) })
    }

    const message = messageOf(() => expect(mock).not.toHaveUpserted(pos1))

    expect(message).toContain('\n  … 10 earlier\n')
    expect(message).toContain(`"_points":29,"_surname":"${'x'.repeat(50)}`)
    expect(message).toMatch(/x… → 200\nThe journal has 20 of 30 calls\.$/)
    expect(message).not.toContain('"_points":19,')
  })
})
