import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { recordPurchase, withdraw } from '../../mock/rules/purchases.ts'
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
    expect(account.activities.of(id)).toEqual([])
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

describe('purchase-event', () => {
  test('only a purchase that triggers is in the activity log', () => {
    const account = anAccount(seed)
    const contact = contactOf(account, 'ada@example.com')
    const row = (id: string) => ({ id, contactId: contact.id }) as PurchaseRow

    recordPurchase(account, contact, row('1'), false)
    recordPurchase(account, contact, row('2'), true)

    expect(account.activities.of(contact.id)).toMatchObject([{ type: 'purchase', purchaseId: '2' }])
  })

  test.for([
    ['', 1],
    ['?triggerPurchaseEvent=true', 1],
    ['?triggerPurchaseEvent=false', 0],
  ] as const)(
    'POST /purchases/%s records %i events, and counts the purchase',
    ([query, events]) => {
      const mock = createMock({ seed })

      const reply = ask(mock, `POST /purchases/${query}`, aPurchase())

      const contact = mock.contacts.find({ email: 'ada@example.com' })
      expect(reply.status).toBe(201)
      expect(mock.activities(String(contact?.id))).toHaveLength(events)
      expect(contact?._totalPurchases).toBe(1)
    },
  )
})
