import { describe, expect, test } from 'vitest'
import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { ruleBehind, violations } from '../../mock/violations.ts'
import { ask } from '../support/ask.ts'

const { productId, ...product } = aProduct()

describe('what does not fit is told in plain words', () => {
  test.for([
    [{ _points: '7' }, '_points', 'must be an integer'],
    [{ _points: 7.5 }, '_points', 'must be an integer'],
    [{ _name: 7 }, '_name', 'must be a string'],
    [{ _emailStatus: 'on' }, '_emailStatus', 'must be one of active, bounced, paused, banned'],
    [
      { _birthdate: '2025-02-29T00:00:00Z' },
      '_birthdate',
      'must be a date and time, such as 2026-01-31T09:30:00Z',
    ],
    [
      { _birthdate: '2025-02-28' },
      '_birthdate',
      'must be a date and time, such as 2026-01-31T09:30:00Z',
    ],
    [
      { _mobilePhone: '600 000' },
      '_mobilePhone',
      'must be a phone number in international format, 4 to 20 digits without spaces',
    ],
    [{ _externalId: '' }, '_externalId', 'must not be empty'],
    [{ _externalId: 'x'.repeat(51) }, '_externalId', 'must have at most 50 characters'],
    [
      { _externalId: '..' },
      '_externalId',
      'must not be blank, `.` or `..`, and must not have control characters',
    ],
    [[], 'body', 'must be an object'],
    [null, 'body', 'must be an object'],
    ['"a"', 'body', 'must be an object'],
  ] as const)('a contact of %j: %s %s', ([body, path, reason]) => {
    const reply = ask(createMock(), 'PATCH /contacts/email/ada@example.com', body)

    expect(reply.violations).toContainEqual({ path, reason })
  })

  test.for([
    [{ products: [] }, 'products', 'must have at least 1 item'],
    [{ products: {} }, 'products', 'must be an array'],
    [{ totalPrice: -1 }, 'totalPrice', 'must be 0 or more'],
    [{ totalQuantity: 0 }, 'totalQuantity', 'must be 1 or more'],
    [
      { purchaseDate: 'yesterday' },
      'purchaseDate',
      'must be a date and time, such as 2026-01-31T09:30:00Z',
    ],
    [{ purchaseId: '  ' }, 'purchaseId', 'must not be blank'],
    [{ purchaseId: undefined }, 'purchaseId', 'is required'],
    [{ currency: 'EUR' }, 'currency', 'is not a field that can be written here'],
    [
      { products: [{ ...aPurchase().products[0], quantity: 0 }] },
      'products[0].quantity',
      'must be 1 or more',
    ],
    [
      { products: [{ ...aPurchase().products[0], discountedPercentage: 101 }] },
      'products[0].discountedPercentage',
      'must be 100 or less',
    ],
    [
      { products: [{ ...aPurchase().products[0], 'a/b~c': 1 }] },
      'products[0].a/b~c',
      'is not a field that can be written here',
    ],
    [{ products: [{}] }, 'products[0].productId', 'is required'],
    [
      { products: [{ ...aPurchase().products[0], categories: ['a', 1] }] },
      'products[0].categories[1]',
      'must be a string',
    ],
  ] as const)('a purchase with %j: %s %s', ([wrong, path, reason]) => {
    const reply = ask(createMock(), 'POST /purchases/', { ...aPurchase(), ...wrong })

    expect(reply).toMatchObject({ status: 422, rule: 'body-shape' })
    expect(reply.violations).toContainEqual({ path, reason })
  })

  test.for([
    [{ productDetailUrl: '/socks' }, 'productDetailUrl', 'must be an absolute URL'],
    [{ unitPrice: undefined }, 'unitPrice', 'is required'],
    [{ availability: 'discontinued' }, 'availability', 'must be one of instock, outofstock'],
    [{ isBlacklisted: 'no' }, 'isBlacklisted', 'must be a boolean'],
    [{ name: null }, 'name', 'must be a string'],
  ] as const)('a product with %j: %s %s', ([wrong, path, reason]) => {
    const line = `PATCH /products/product-id/${productId}`
    const reply = ask(createMock(), line, { ...product, ...wrong })

    expect(reply).toMatchObject({ status: 422, rule: 'body-shape' })
    expect(reply.violations).toContainEqual({ path, reason })
  })

  test('every field that does not fit is named, in one answer', () => {
    const reply = ask(createMock(), 'POST /purchases/', { ...aPurchase(), cartId: '', extra: 1 })

    expect(new Set(reply.violations.map(({ path }) => path))).toEqual(new Set(['cartId', 'extra']))
  })

  test('a keyword that has no words of its own is named', () => {
    const misfit = { instancePath: '/a', schemaPath: '#', keyword: 'multipleOf', params: {} }

    expect(violations([misfit])).toEqual([
      { path: 'a', reason: 'does not fit the contract (multipleOf)' },
    ])
  })
})

describe('the rule behind a misfit', () => {
  const at = (schema: string, keyword: string) => ({
    instancePath: '/x',
    schemaPath: `contract#/components/schemas/${schema}/${keyword}`,
    keyword,
    params: {},
  })

  test.for([
    ['Email', 'format', 'email-valid'],
    ['Email', 'type', undefined],
    ['ExternalId', 'maxLength', 'external-id-length'],
    ['ExternalId', 'pattern', 'external-id-length'],
    ['PurchaseId', 'pattern', undefined],
  ] as const)('of %s, %s: %s', ([schema, keyword, rule]) => {
    expect(ruleBehind([at(schema, keyword)])).toBe(rule)
  })

  test('is that of the first, and there is none without misfits', () => {
    expect(ruleBehind([at('Email', 'format'), at('ExternalId', 'pattern')])).toBe('email-valid')
    expect(ruleBehind([])).toBeUndefined()
  })
})
