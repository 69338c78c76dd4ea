import { describe, expect, test } from 'vitest'
import { aShop } from '../../mock/builders/shop.ts'
import { misfits } from '../support/misfits.ts'

const cents = (amount: number) => Math.round(amount * 100)
const unique = (values: readonly unknown[]) => new Set(values).size === values.length
const given = (values: readonly (string | undefined)[]) =>
  values.filter((value) => value !== undefined)

describe('aShop', () => {
  test('everything in it fits the contract', () => {
    expect(misfits(aShop({ contacts: 2000, products: 300, purchases: 2000 }))).toEqual([])
  })

  test('the same options give the same bytes', () => {
    const options = { contacts: 50, products: 10, purchases: 40, seed: 3 }

    expect(JSON.stringify(aShop(options))).toBe(JSON.stringify(aShop(options)))
  })

  test('another seed gives another shop', () => {
    const [one, two] = [aShop({ seed: 1 }), aShop({ seed: 2 })]

    expect(one.contacts).not.toEqual(two.contacts)
    expect(one.products).not.toEqual(two.products)
    expect(one.purchases).not.toEqual(two.purchases)
  })

  test('more contacts leave the first ones, and the products, as they are', () => {
    const [small, large] = [aShop({ contacts: 10 }), aShop({ contacts: 1000 })]

    expect(large.contacts.slice(0, 10)).toEqual(small.contacts)
    expect(large.products).toEqual(small.products)
  })

  test('at 10 000 contacts no two share an email, in whatever case, or an External ID', () => {
    const { contacts } = aShop({ contacts: 10_000 })

    const emails = given(contacts.map(({ _email }) => _email?.toLowerCase()))
    const externalIds = given(contacts.map(({ _externalId }) => _externalId))

    expect(contacts).toHaveLength(10_000)
    expect(unique(emails)).toBe(true)
    expect(unique(externalIds)).toBe(true)
  })

  test('about 60 % have both identifiers, 25 % only an email, 15 % only an External ID', () => {
    const { contacts } = aShop({ contacts: 10_000 })

    const share = (email: boolean, externalId: boolean) =>
      contacts.filter(
        (contact) => '_email' in contact === email && '_externalId' in contact === externalId,
      ).length / contacts.length

    expect(share(true, true)).toBeCloseTo(0.6, 1)
    expect(share(true, false)).toBeCloseTo(0.25, 1)
    expect(share(false, true)).toBeCloseTo(0.15, 1)
    expect(share(false, false)).toBe(0)
  })

  test('emails are of nobody, and URLs lead nowhere', () => {
    const { contacts, products } = aShop({ contacts: 1000 })

    for (const email of given(contacts.map(({ _email }) => _email))) {
      expect(email).toMatch(/^[a-z0-9.-]+@example\.(com|org|net)$/)
    }
    for (const { productDetailUrl } of products) {
      expect(productDetailUrl).toMatch(/^https:\/\/shop\.example\/p\/[a-z0-9-]+$/)
    }
  })

  test('no two products share a product id, no two purchases a purchase id or a cart id', () => {
    const { products, purchases } = aShop({ products: 500, purchases: 2000 })

    expect(unique(products.map(({ productId }) => productId))).toBe(true)
    expect(unique(purchases.map(({ purchaseId }) => purchaseId))).toBe(true)
    expect(unique(purchases.map(({ cartId }) => cartId))).toBe(true)
  })

  test('totals follow the items, to the cent and to the piece', () => {
    const { purchases } = aShop({ purchases: 2000 })

    for (const { products, totalPrice, totalQuantity } of purchases) {
      const price = products.reduce((sum, item) => sum + cents(item.unitPrice) * item.quantity, 0)
      const pieces = products.reduce((sum, { quantity }) => sum + quantity, 0)

      expect(totalPrice).toBe(price / 100)
      expect(totalQuantity).toBe(pieces)
      expect(
        products.every((item) => item.price === (cents(item.unitPrice) * item.quantity) / 100),
      ).toBe(true)
    }
  })

  test('every purchase names one contact and products of the shop, at their price', () => {
    const { contacts, products, purchases } = aShop({ seed: 5 })
    const prices = new Map(products.map(({ productId, unitPrice }) => [productId, unitPrice]))
    const known = new Set(
      contacts.flatMap(({ _email, _externalId }) => given([_email, _externalId])),
    )

    for (const { contactEmail, contactExternalId, products } of purchases) {
      const [name, ...others] = given([contactEmail, contactExternalId])

      expect(others).toEqual([])
      expect(known).toContain(name)
      for (const item of products) expect(prices.get(item.productId)).toBe(item.unitPrice)
    }
  })

  test('purchases are of the 18 months before the given moment, the earliest first', () => {
    const { purchases } = aShop({ from: '2024-07-01T00:00:00Z' })

    const dates = purchases.map(({ purchaseDate }) => purchaseDate)

    expect(dates).toEqual(dates.toSorted())
    expect(dates.every((date) => date >= '2023-01-01' && date < '2024-07-01')).toBe(true)
  })

  test('some contacts buy often, most never', () => {
    const { contacts, purchases } = aShop()
    const counts = contacts.map(
      ({ _email, _externalId }) =>
        purchases.filter(
          ({ contactEmail, contactExternalId }) =>
            (contactEmail ?? _email) === _email &&
            (contactExternalId ?? _externalId) === _externalId,
        ).length,
    )

    expect(Math.max(...counts)).toBeGreaterThan(10)
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(contacts.length / 2)
  })

  test('a shop without contacts or without products has no purchases', () => {
    expect(aShop({ contacts: 0 }).purchases).toEqual([])
    expect(aShop({ products: 0 }).purchases).toEqual([])
  })

  test('a moment that is no date is named', () => {
    expect(() => aShop({ from: 'yesterday' })).toThrow('from is "yesterday", which is no date.')
  })
})
