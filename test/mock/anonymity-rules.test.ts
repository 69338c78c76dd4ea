import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { purgeDue, save } from '../../mock/rules/anonymity.ts'
import type { Account } from '../../mock/state/account.ts'
import { aNewContact, anAccount } from '../support/accounts.ts'
import { ask, askFreely } from '../support/ask.ts'

const day = 86_400_000
const start = Date.UTC(2026, 0, 1)

/** An account whose clock stands where it is set. */
function anAccountOverTime() {
  const time = { now: start }
  const account = anAccount({}, { now: () => time.now })
  return { account, time }
}

function contactIds(account: Account) {
  return Array.from(account.contacts.values(), ({ id }) => id)
}

describe('anonymous-purge', () => {
  test.for([
    [0, 1],
    [90 * day - 1, 1],
    [90 * day, 0],
    [90 * day + 1, 0],
    [9000 * day, 0],
  ] as const)('after %i ms without activity %i anonymous contacts are left', ([ms, left]) => {
    const { account } = anAccountOverTime()
    save(account, aNewContact())

    purgeDue(account, start + ms)

    expect(account.contacts.size).toBe(left)
  })

  test.for([{ _email: 'ada@example.com' }, { _externalId: '42' }])(
    'a contact of %j stays for ever',
    (fields) => {
      const { account } = anAccountOverTime()
      save(account, aNewContact(fields))

      purgeDue(account, Date.UTC(9999, 11, 31))

      expect(account.contacts.size).toBe(1)
      expect(account.activities.all()).toEqual([])
    },
  )

  test('each goes at its own moment and in this order, however late it is looked at', () => {
    const { account, time } = anAccountOverTime()
    const [first, second, third] = [0, 1, 2].map((days) => {
      time.now = start + days * day
      return save(account, aNewContact({ _points: days }))
    })
    if (!first || !second || !third) throw new Error('three contacts were saved')
    time.now = start + 3 * day
    save(account, first)

    purgeDue(account, start + 500 * day)

    const purged = (contactId: string, days: number) => {
      const at = start + days * day
      return { type: 'contact-purged', at, contactId, origin: 'system' }
    }
    expect(account.activities.all()).toEqual([
      purged(second.id, 91),
      purged(third.id, 92),
      purged(first.id, 93),
    ])
  })

  test('those whose time is not up stay, in the same account', () => {
    const { account, time } = anAccountOverTime()
    save(account, aNewContact())
    time.now += 1
    const later = save(account, aNewContact())

    purgeDue(account, start + 90 * day)

    expect(contactIds(account)).toEqual([later.id])
  })

  test('a contact that tells who it is stays; one that loses it counts from that moment', () => {
    const { account, time } = anAccountOverTime()
    const visitor = save(account, aNewContact())
    time.now += 50 * day
    const known = save(account, { ...visitor, fields: { _externalId: '42' } })
    time.now += 200 * day
    purgeDue(account, time.now)
    expect(contactIds(account)).toEqual([visitor.id])

    save(account, { ...known, fields: {} })

    purgeDue(account, time.now + 90 * day - 1)
    expect(contactIds(account)).toEqual([visitor.id])
    purgeDue(account, time.now + 90 * day)
    expect(contactIds(account)).toEqual([])
  })

  test('what a purged contact bought stays, without reference to it', () => {
    const { account } = anAccountOverTime()
    const { id } = save(account, aNewContact())
    const purchase = { purchaseId: 'T-1' } as never
    account.purchases.put({
      id: 'p',
      contactId: id,
      purchase,
      createdAt: start,
      updatedAt: start,
    })

    purgeDue(account, start + 90 * day)

    expect([...account.purchases.values()]).toMatchObject([{ id: 'p', contactId: undefined }])
  })
})

describe('the last identifier of a contact', () => {
  test.for([
    ['PATCH /contacts/email/ada@example.com', '_email', { _externalId: undefined }],
    ['PATCH /contacts/ada@example.com', '_email', { _externalId: undefined }],
    ['PATCH /contacts/external-id/POS-000001', '_externalId', { _email: undefined }],
  ] as const)('cannot be cleared by %s, as %s is its key', ([line, field, other]) => {
    const mock = createMock({
      seed: { contacts: [aContact(other)] },
      behaviors: { nullInPatch: 'clear' },
    })
    const before = mock.contacts.all()

    const reply = ask(mock, line, { [field]: null })

    expect(reply.status).toBe(422)
    expect(mock.contacts.all()).toEqual(before)
  })

  test('stays when the other one is cleared, so the contact is never purged', () => {
    const mock = createMock({
      clock: '2026-01-01T00:00:00Z',
      seed: { contacts: [aContact(), aContact({ _email: 'b@example.com', _externalId: '2' })] },
      behaviors: { nullInPatch: 'clear' },
    })

    askFreely(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: null })
    askFreely(mock, 'PATCH /contacts/external-id/2', { _email: null })
    mock.clock.advance({ days: 1000 })

    expect(mock.contacts.all().map(({ _email, _externalId }) => [_email, _externalId])).toEqual([
      ['ada@example.com', undefined],
      [undefined, '2'],
    ])
  })
})
