import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { misfits } from '../support/misfits.ts'

describe('aContact, aProduct and aPurchase', () => {
  test('they fit the contract as they are', () => {
    const shop = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }

    expect(misfits(shop)).toEqual([])
    expect(misfits({ ...shop, contacts: [aContact({ _mobilePhone: 'none' })] })).toHaveLength(1)
  })

  test.for([aContact, aProduct, aPurchase])('$name gives the same bytes each time', (build) => {
    expect(JSON.stringify(build())).toBe(JSON.stringify(build()))
  })

  test('an override wins, and undefined leaves the field out', () => {
    expect(aContact({ _points: 7 })).toEqual({ ...aContact(), _points: 7 })
    expect(aContact({ _email: undefined })).not.toHaveProperty('_email')
    expect(aProduct({ productId: 'SOCK-1', brand: undefined })).toMatchObject({
      productId: 'SOCK-1',
    })

    // @ts-expect-error a product without a product id is none
    aProduct({ productId: undefined })
  })

  test('a purchase is of the contact and the product of the other builders', () => {
    const purchase = aPurchase()

    expect(purchase.contactExternalId).toBe(aContact()._externalId)
    expect(purchase.products.map(({ productId }) => productId)).toEqual([aProduct().productId])
    expect(purchase).toMatchObject({ totalPrice: 379.9, totalQuantity: 2 })
  })

  test('a purchase of another contact names that one only', () => {
    const purchase = aPurchase({ contactEmail: 'bob@example.com' })

    expect(purchase.contactEmail).toBe('bob@example.com')
    expect(purchase).not.toHaveProperty('contactExternalId')
  })

  test('totals follow other products, unless they are given', () => {
    const products = aPurchase().products.map((item) => ({ ...item, quantity: 3, price: 30.3 }))

    expect(aPurchase({ products })).toMatchObject({ totalPrice: 30.3, totalQuantity: 3 })
    expect(aPurchase({ totalPrice: 1 })).toMatchObject({ totalPrice: 1, totalQuantity: 2 })
  })
})
