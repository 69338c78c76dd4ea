import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { recordPurchase, withdraw } from '../../mock/rules/purchase-effects.ts'
import type { PurchaseRow } from '../../mock/state/rows.ts'
import { anAccount, contactOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const seed = { contacts: [aContact()], products: [aProduct()] }
const sold = { ...seed, purchases: [aPurchase()] }

describe('purchase-delete', () => {
  test('without a purchase nothing happens', () => {
    const account = anAccount(sold)

    withdraw(account, undefined)

    expect(account.purchases.size).toBe(1)
  })

  test('the purchase and its activity go; contact and products stay', () => {
    const account = anAccount(sold)
    const { id } = contactOf(account, 'ada@example.com')

    withdraw(account, account.purchases.by.purchaseId.get('ORD-100001'))

    expect(account.purchases.size).toBe(0)
    expect(account.activities.all().map(({ type }) => type)).toEqual(['contact-created'])
    expect(account.contacts.get(id)?.totals).toBeUndefined()
    expect(account.products.size).toBe(1)
  })

  test.for(['DELETE /purchases/purchase-id/none', 'DELETE /purchases/000000000000000000000999'])(
    '%s is no error',
    (unknown) => {
      const mock = createMock({ seed: sold })

      expect(ask(mock, unknown).status).toBe(204)
      expect(mock.purchases.count).toBe(1)
    },
  )

  test('the purchase of a contact that was deleted can be deleted', () => {
    const mock = createMock({ seed: sold })
    ask(mock, 'DELETE /contacts/email/ada@example.com')

    expect(ask(mock, 'DELETE /purchases/purchase-id/ORD-100001').status).toBe(204)
    expect(mock.purchases.count).toBe(0)
  })
})

describe('deleting the purchase of an anonymous contact', () => {
  test('is no activity of theirs: their 90 days go on', () => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed })
    const { contactExternalId, ...sale } = aPurchase()
    mock.tracking.web().purchase({ trackerId: 't', ...sale })
    mock.clock.advance({ days: 60 })
    ask(mock, `DELETE /purchases/purchase-id/${sale.purchaseId}`)

    mock.clock.advance({ days: 30 })

    expect(mock.contacts.all()).toMatchObject([{ _email: 'ada@example.com' }])
  })
})

describe('purchase-event', () => {
  test.for(['api', 'web', 'mobile', 'import'] as const)(
    'only a purchase that triggers is in the activity log, with its origin %s',
    (origin) => {
      const account = anAccount(seed)
      const contact = contactOf(account, 'ada@example.com')
      const row = (id: string) => ({ id, contactId: contact.id }) as PurchaseRow

      recordPurchase(account, contact, row('1'), { triggers: false, origin })
      recordPurchase(account, contact, row('2'), { triggers: true, origin })

      const at = account.settings.now()
      expect(account.activities.of(contact.id).slice(1)).toEqual([
        { type: 'purchase', at, contactId: contact.id, origin, subject: '2' },
      ])
    },
  )

  test.for([
    ['', ['contact-created', 'purchase']],
    ['?triggerPurchaseEvent=true', ['contact-created', 'purchase']],
    ['?triggerPurchaseEvent=false', ['contact-created']],
  ] as const)(
    'after POST /purchases/%s the log has %j, and the purchase counts',
    ([query, activities]) => {
      const mock = createMock({ seed })

      const reply = ask(mock, `POST /purchases/${query}`, aPurchase())

      const contact = mock.contacts.find({ email: 'ada@example.com' })
      expect(reply.status).toBe(201)
      expect(mock.activities(String(contact?.id)).map(({ type }) => type)).toEqual(activities)
      expect(contact?._totalPurchases).toBe(1)
    },
  )
})
