import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { forget, unknownContactMayBeDeleted } from '../../mock/rules/contacts.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { anAccount, contactOf, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const ada = aContact()

describe('delete-final', () => {
  const seed = { contacts: [ada], products: [aProduct()], purchases: [aPurchase()] }

  test('the profile and its activity go, purchases stay without reference', () => {
    const account = anAccount(seed)
    const contact = contactOf(account, 'ada@example.com')

    forget(account, contact)

    expect(account.contacts.size).toBe(0)
    expect(account.activities.all()).toEqual([
      { type: 'contact-deleted', at: account.settings.now(), contactId: contact.id, origin: 'api' },
    ])
    expect(account.purchases.of.contact.get(contact.id)).toEqual([])
    expect([...account.purchases.values()]).toMatchObject([{ contactId: undefined }])
  })

  test('both identifiers are free again, and the new contact starts from nothing', () => {
    const mock = createMock({ seed })
    ask(mock, 'DELETE /contacts/email/ada@example.com')

    const anew = ask(mock, 'PATCH /contacts/external-id/POS-000001', { _email: 'ada@example.com' })

    expect(anew.json).toMatchObject({ _totalPurchases: 0 })
    expect(anew.json).not.toHaveProperty('_name')
    const purchase = mock.purchases.find({ purchaseId: 'ORD-100001' })
    expect(purchase).not.toHaveProperty('contactId')
    expect(purchase).not.toHaveProperty('contactEmail')
  })
})

describe('delete-unknown', () => {
  test('passes by default, and is a 404 with the switch', () => {
    const behaviors = { ...defaultBehaviors, deleteUnknownContact: 404 } as const

    expect(refusalOf(() => unknownContactMayBeDeleted(anAccount()))).toBeUndefined()
    expect(refusalOf(() => unknownContactMayBeDeleted(anAccount({}, { behaviors })))).toMatchObject(
      { status: 404, rule: 'delete-unknown' },
    )
  })
})
