import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { aShop } from '../../mock/builders/shop.ts'
import { createMock, type MockOptions, type Seed } from '../../mock/index.ts'
import { defineContactFields, integer } from '../../sdk/contact-fields.ts'

const good = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
const planting = (seed: unknown, options: MockOptions = {}) =>
  createMock({ ...options, seed: seed as Seed })

describe('a good seed', () => {
  test('is there before any call, with its effects', () => {
    const mock = planting(good)

    expect([mock.contacts, mock.products, mock.purchases].map(({ count }) => count)).toEqual([
      1, 1, 1,
    ])
    const [contact] = mock.contacts.all()
    expect(contact).toMatchObject({ _totalPurchases: 1, _totalPurchasesAmount: 379.9 })
    expect(mock.activities(String(contact?.id)).map(({ type }) => type)).toEqual([
      'contact-created',
      'purchase',
    ])
  })

  test('a whole shop is planted as it is', () => {
    const shop = aShop()

    const mock = planting(shop)

    expect(mock.contacts.count).toBe(shop.contacts.length)
    expect(mock.products.count).toBe(shop.products.length)
    expect(mock.purchases.count).toBe(shop.purchases.length)
  })

  test('may name kinds in any order, leave them out, and hold custom fields', () => {
    const contactFields = defineContactFields({ shoeSize: integer() })

    const mock = planting(
      { purchases: [aPurchase()], contacts: [aContact({ shoeSize: 38 })], products: [aProduct()] },
      { contactFields },
    )

    expect(mock.contacts.all()).toMatchObject([{ shoeSize: 38 }])
    expect(planting({}).contacts.count).toBe(0)
  })

  test('a contact may have either identifier alone', () => {
    const mock = planting({
      contacts: [aContact({ _externalId: undefined }), aContact({ _email: undefined })],
    })

    expect(mock.contacts.count).toBe(2)
  })

  test('the twin keeps no hold of the seed’s objects', () => {
    const seed = structuredClone(good)
    const mock = planting(seed)

    Object.assign(seed.contacts[0] as object, { _name: 'Eve' })
    mock.reset()

    expect(mock.contacts.all()).toMatchObject([{ _name: 'Ada' }])
  })
})

const breaking: [string, unknown, string, string][] = [
  [
    'an External ID twice',
    { contacts: [aContact(), aContact({ _email: 'b@example.com' })] },
    'contacts[1]',
    'external-id-unique',
  ],
  [
    'an email twice',
    { contacts: [aContact(), aContact({ _externalId: '2' })] },
    'contacts[1]',
    'email-unique',
  ],
  [
    'an email twice, without External ID',
    { contacts: [aContact(), aContact({ _email: 'ADA@example.com', _externalId: undefined })] },
    'contacts[1]',
    'email-unique',
  ],
  [
    '51 characters',
    { contacts: [aContact({ _externalId: 'x'.repeat(51) })] },
    'contacts[0]',
    'external-id-length',
  ],
  ['a malformed email', { contacts: [aContact({ _email: 'ada' })] }, 'contacts[0]', 'email-valid'],
  ['an unknown field', { contacts: [aContact({ nonsense: 1 })] }, 'contacts[0]', 'field-known'],
  ['null', { contacts: [{ ...aContact(), _name: null }] }, 'contacts[0]', 'patch-null'],
  ['a wrong type', { contacts: [{ ...aContact(), _points: '7' }] }, 'contacts[0]', 'body-shape'],
  [
    'an External ID that is a number',
    { contacts: [{ _externalId: 42 }] },
    'contacts[0]',
    'body-shape',
  ],
  [
    'a product id that is a number',
    { products: [{ ...aProduct(), productId: 7 }] },
    'products[0]',
    'body-shape',
  ],
  [
    'a product without id',
    { products: [aProduct({ productId: '' })] },
    'products[0]',
    'body-shape',
  ],
  ['a purchase of nobody', { purchases: [aPurchase()] }, 'purchases[0]', 'purchase-contact-exists'],
  [
    'a purchase of nothing',
    { contacts: [aContact()], purchases: [aPurchase()] },
    'purchases[0]',
    'purchase-products-exist',
  ],
  [
    'a purchase twice',
    { ...good, purchases: [aPurchase(), aPurchase()] },
    'purchases[1]',
    'purchase-id-unique',
  ],
]

describe('a seed that breaks a rule', () => {
  test.for(breaking)(
    '%s: the Error names record and rule',
    ([, seed, record, rule], { expect }) => {
      expect(() => planting(seed)).toThrow(`${record} of the seed breaks the rule ${rule}: `)
    },
  )

  test('the message says what is wrong with which value', () => {
    expect(() => planting({ contacts: [{ _externalId: 42 }] })).toThrow(
      'contacts[0] of the seed breaks the rule body-shape: ' +
        '400 externalId in the path must be a string',
    )
  })

  test.for([{ _name: 'Ada' }, {}, aContact({ _email: undefined, _externalId: undefined })])(
    'a contact without identifier, %j, is told that it needs one',
    (contact) => {
      expect(() => planting({ contacts: [aContact(), contact] })).toThrow(
        /contacts\[1\] of the seed .*_email or _externalId/,
      )
    },
  )

  test('a product outside the domains', () => {
    expect(() => planting(good, { domains: ['other.example'] })).toThrow(
      'products[0] of the seed breaks the rule product-upsert',
    )
  })

  test('a product id twice is not taken for an update', () => {
    expect(() => planting({ products: [aProduct(), aProduct({ unitPrice: 1 })] })).toThrow(
      'products[1] of the seed has the id of an earlier one',
    )
  })

  test('a switch cannot let a record stand for another', () => {
    const seed = { ...good, purchases: [aPurchase(), aPurchase()] }

    expect(() => planting(seed, { behaviors: { repeatedPurchaseId: 'existing' } })).toThrow(
      'purchases[1] of the seed has the id of an earlier one',
    )
  })
})

describe('a seed of a wrong kind', () => {
  test.for([
    [null, 'a seed is an object with contacts, products, purchases and eventTypes'],
    [[], 'a seed is an object with contacts, products, purchases and eventTypes'],
    ['contacts', 'a seed is an object with contacts, products, purchases and eventTypes'],
    [{ customers: [] }, 'but no customers'],
    [{ constructor: [] }, 'but no constructor'],
    [{ contacts: {} }, 'contacts of the seed must be an array of objects'],
    [{ contacts: [null] }, 'contacts of the seed must be an array of objects'],
    [{ products: ['a'] }, 'products of the seed must be an array of objects'],
    [{ purchases: 7 }, 'purchases of the seed must be an array of objects'],
  ] as const)('%j is refused: %s', ([seed, message]) => {
    expect(() => planting(seed)).toThrow(message)
  })
})
