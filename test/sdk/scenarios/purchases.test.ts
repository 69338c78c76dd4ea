import { expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import { ApiError, NotFoundError } from '../../../sdk/index.ts'
import { clock, onEveryCarrier } from '../../support/carriers.ts'

const purchase = { ...aPurchase(), contactExternalId: 'POS-000001' }
const seed = { contacts: [aContact()], products: [aProduct()] }

onEveryCarrier((test) => {
  test.override('options', { seed, domains: ['shop.example'] })

  test('a purchase by External ID counts in the totals until it is deleted', async ({
    connectif,
  }) => {
    const ada = { externalId: 'POS-000001' }

    const created = await connectif.purchases.create(purchase)
    const buyer = await connectif.contacts.get(ada)

    expect(created).toMatchObject({ purchaseId: 'ORD-100001', contactEmail: 'ada@example.com' })
    expect(buyer).toMatchObject({ _totalPurchases: 1, _totalPurchasesAmount: 379.9 })
    expect(await connectif.purchases.get(created.id)).toEqual(created)
    expect(await connectif.purchases.getByPurchaseId('ORD-100001')).toEqual(created)

    await connectif.purchases.deleteByPurchaseId('ORD-100001')

    expect(await connectif.contacts.get(ada)).toMatchObject({ _totalPurchases: 0 })
    await expect(connectif.purchases.get(created.id)).rejects.toBeInstanceOf(NotFoundError)
    expect(await connectif.purchases.delete(created.id)).toBeUndefined()
  })

  test('triggerPurchaseEvent=false leaves no event, but counts', async ({ connectif, mock }) => {
    const options = { triggerPurchaseEvent: false }
    const { contactId } = await connectif.purchases.create(purchase, options)
    const { id } = await connectif.purchases.create({ ...purchase, purchaseId: 'T-2' })

    const bought = mock.activities(contactId).filter(({ type }) => type === 'purchase')
    expect(bought).toMatchObject([{ subject: id, origin: 'api', at: Date.parse(clock) }])
    expect(mock.contacts.all()).toMatchObject([{ _totalPurchases: 2 }])
  })

  test.for([
    ['E0101', 'purchase-contact-exists', { contactExternalId: 'nobody' }],
    [
      'E0102',
      'purchase-products-exist',
      { products: [{ ...purchase.products[0], productId: 'none' }] },
    ],
    [
      'E0103',
      'purchase-domains-allowed',
      { products: [{ ...purchase.products[0], productDetailUrl: 'https://evil.example/' }] },
    ],
  ] as const)(
    '%s: %s, and nothing is written',
    async ([code, rule, wrong], { connectif, mock }) => {
      const before = mock.contacts.all()

      const refused = connectif.purchases.create({ ...purchase, ...wrong } as typeof purchase)

      await expect(refused).rejects.toBeInstanceOf(ApiError)
      await expect(refused).rejects.toMatchObject({ status: 400, code, rule })
      expect(mock.purchases.count).toBe(0)
      expect(mock.contacts.all()).toEqual(before)
    },
  )

  test('the errors come in the order of their codes', async ({ connectif }) => {
    const wrong = { productId: 'none', productDetailUrl: 'https://evil.example/' }
    const products = [{ ...purchase.products[0], ...wrong }] as typeof purchase.products

    const nobody = connectif.purchases.create({ ...purchase, contactExternalId: 'x', products })
    const nothing = connectif.purchases.create({ ...purchase, products })

    await expect(nobody).rejects.toMatchObject({ code: 'E0101' })
    await expect(nothing).rejects.toMatchObject({ code: 'E0102' })
  })

  test('of two creations with one purchase id exactly one wins', async ({ connectif, mock }) => {
    const results = await Promise.allSettled([
      connectif.purchases.create(purchase),
      connectif.purchases.create(purchase),
    ])

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(mock.purchases.count).toBe(1)
    expect(mock.contacts.all()[0]?._totalPurchases).toBe(1)
  })

  test('a product is created, updated, read by both ids, and deleted', async ({ connectif }) => {
    const least = { name: 'a', productDetailUrl: 'https://shop.example/a', unitPrice: 1 }
    const created = await connectif.products.upsert('SKU/1 ñ', { ...least, brand: 'b' })

    const updated = await connectif.products.upsert('SKU/1 ñ', { ...least, unitPrice: 2 })

    expect(updated).toEqual({ ...created, unitPrice: 2 })
    expect(await connectif.products.get(created.id)).toEqual(updated)
    expect(await connectif.products.getByProductId('SKU/1 ñ')).toEqual(updated)
    await connectif.products.delete(created.id)
    await connectif.products.deleteByProductId('SKU/1 ñ')
    await expect(connectif.products.get(created.id)).rejects.toBeInstanceOf(NotFoundError)
  })

  test('a product outside the domains is refused with E0201', async ({ connectif, mock }) => {
    const refused = connectif.products.upsert('new', {
      name: 'a',
      productDetailUrl: 'https://evil.example/',
      unitPrice: 1,
    })

    await expect(refused).rejects.toMatchObject({ code: 'E0201', rule: 'product-upsert' })
    expect(mock.products.count).toBe(1)
  })
})
