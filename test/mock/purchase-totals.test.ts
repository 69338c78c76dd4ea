import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock } from '../../mock/index.ts'
import { counted, recounted } from '../../mock/rules/purchase-effects.ts'
import { aNewContact, anAccount, contactOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const seed = { contacts: [aContact()], products: [aProduct()] }

function bought(mock: Mock, purchaseId: string, totalPrice: number, purchaseDate: string) {
  return ask(mock, 'POST /purchases/', aPurchase({ purchaseId, totalPrice, purchaseDate }))
}

/** The totals of the one contact, counted by the test itself from the purchases there are. */
function recount(mock: Mock) {
  const purchases = mock.purchases.all()
  const amount = purchases.reduce((sum, { totalPrice }) => sum + totalPrice, 0)
  const dates = purchases.map(({ purchaseDate }) => Date.parse(purchaseDate)).sort((a, b) => a - b)
  return {
    count: purchases.length,
    amount: Number(amount.toFixed(6)),
    average: Number((purchases.length === 0 ? 0 : amount / purchases.length).toFixed(6)),
    first: dates.at(0),
    last: dates.at(-1),
  }
}

function shown(mock: Mock) {
  const contact = mock.contacts.find({ email: 'ada@example.com' })
  const moment = (date: string | undefined) => (date === undefined ? date : Date.parse(date))
  return {
    count: contact?._totalPurchases,
    amount: contact?._totalPurchasesAmount,
    average: contact?._averagePurchasesAmount,
    first: moment(contact?._firstPurchaseDate),
    last: moment(contact?._lastPurchaseDate),
  }
}

describe('purchase-aggregates', () => {
  test('after every creation and deletion they equal a recount', () => {
    const mock = createMock({ seed })
    const steps = [
      () => bought(mock, 'A', 10.1, '2026-01-02T10:00:00Z'),
      () => bought(mock, 'B', 20.2, '2026-01-01T23:30:00-05:00'),
      () => bought(mock, 'C', 0, '2025-06-01T00:00:00+02:00'),
      () => ask(mock, 'DELETE /purchases/purchase-id/B'),
      () => bought(mock, 'B', 0.3, '2026-01-02T11:30:00+05:00'),
      () => ask(mock, 'DELETE /purchases/purchase-id/C'),
      () => ask(mock, `DELETE /purchases/${mock.purchases.find({ purchaseId: 'A' })?.id}`),
      () => ask(mock, 'DELETE /purchases/purchase-id/B'),
    ]

    for (const step of steps) {
      expect(step().status).toBeLessThan(300)
      expect(shown(mock)).toEqual(recount(mock))
    }
    expect(shown(mock)).toEqual({ count: 0, amount: 0, average: 0 })
  })

  test('a thousand amounts do not add up to noise', () => {
    const mock = createMock({ seed })

    for (let at = 0; at < 1000; at++) bought(mock, `P-${at}`, 0.1, '2026-01-01T00:00:00Z')

    expect(shown(mock)).toMatchObject({ count: 1000, amount: 100, average: 0.1 })
  })

  test('a refused purchase changes none of them', () => {
    const mock = createMock({ seed: { ...seed, purchases: [aPurchase()] } })
    const before = mock.contacts.all()

    bought(mock, 'ORD-100001', 5, '2026-01-01T00:00:00Z')

    expect(mock.contacts.all()).toEqual(before)
  })

  test('one more is counted, and a recount gives the same', () => {
    const account = anAccount({ ...seed, purchases: [aPurchase({ totalPrice: 3 })] })
    const contact = contactOf(account, 'ada@example.com')
    const [row] = account.purchases.of.contact.get(contact.id)
    if (row === undefined) throw new Error('there is a purchase')

    const once = counted(aNewContact(), row)

    expect(once.totals).toMatchObject({ count: 1, amount: 3 })
    expect(counted(once, row).totals).toMatchObject({ count: 2, amount: 6 })
    expect(recounted(account, contact).totals).toEqual(once.totals)
  })

  test.for(['2026-12-31T23:59:60Z', '2026-01-01T10:00:00+01'])(
    'a date that cannot be compared, %s, is refused',
    (purchaseDate) => {
      const mock = createMock({ seed })

      expect(bought(mock, 'A', 1, purchaseDate).status).toBe(422)
    },
  )
})
