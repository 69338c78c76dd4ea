import { expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

const seed = { contacts: [aContact()], products: [aProduct()] }
const path = '/contacts/email/ada@example.com'
const { productId, ...product } = aProduct()

onEveryCarrier((test) => {
  test.override('options', { seed })

  test.for([
    ['nothing', 400, 'body-shape', undefined],
    ['an empty text', 400, 'body-shape', ''],
    ['a space', 400, 'body-shape', ' '],
    ['half an object', 400, 'body-shape', '{"_name":'],
    ['a form', 400, 'body-shape', '_name=Ada'],
    ['a comma too many', 400, 'body-shape', '{"_name":"Ada",}'],
    ['two objects', 400, 'body-shape', '{}{}'],
    ['bytes that are no text', 400, 'body-shape', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['an array', 422, 'body-shape', '[]'],
    ['null', 422, 'body-shape', 'null'],
    ['a text', 422, 'body-shape', '"Ada"'],
    ['a number', 422, 'body-shape', '7'],
    ['a wrong type', 422, 'body-shape', { _points: '7' }],
    ['a number beyond numbers', 422, 'body-shape', '{"_points":1e999}'],
    ['a wrong option', 422, 'body-shape', { _emailStatus: 'on' }],
    ['a date that does not exist', 422, 'body-shape', { _birthdate: '2025-02-29T00:00:00Z' }],
    ['a time that does not exist', 422, 'body-shape', { _birthdate: '2025-02-28T24:01:00Z' }],
    ['a date without time', 422, 'body-shape', { _birthdate: '2025-02-28' }],
    ['a phone with spaces', 422, 'body-shape', { _mobilePhone: '+34 600 000 001' }],
    ['an unknown field', 422, 'field-known', { nonsense: 1 }],
    ['a read-only field', 422, 'field-known', { _createdAt: '2026-01-01T00:00:00Z' }],
    ['its own email', 422, 'field-known', { _email: 'ada@example.com' }],
    ['an object in a field', 422, 'field-known', { nonsense: { a: 1 } }],
    ['__proto__', 422, 'field-known', '{"__proto__":{"_name":"Eve"}}'],
    ['constructor', 422, 'field-known', '{"constructor":{"prototype":{"_name":"Eve"}}}'],
    ['toString', 422, 'field-known', '{"toString":"Eve"}'],
    ['null in a field', 422, 'patch-null', { _name: null }],
    ['null in __proto__', 422, 'patch-null', '{"__proto__":null}'],
    ['51 characters', 422, 'external-id-length', { _externalId: 'x'.repeat(51) }],
    ['a blank External ID', 422, 'external-id-length', { _externalId: '\t ' }],
    ['half an emoji', 422, 'external-id-length', '{"_externalId":"\\ud83d"}'],
  ] as const)('a patch of %s is %i %s, and nothing is written', async (given, { send, mock }) => {
    const [, status, rule, body] = given
    const before = mock.contacts.all()

    const answer = await send('PATCH', path, { body })

    expect(answer.status).toBe(status)
    expect(answer.headers['x-connectif-mock-rule']).toBe(rule)
    expect(mock.contacts.all()).toEqual(before)
    expect({}).not.toHaveProperty('_name')
  })

  test.for([
    ['a wrong type', 'body-shape', { totalPrice: '7' }],
    ['a wrong date', 'body-shape', { purchaseDate: '2026-02-30T00:00:00Z' }],
    ['an unknown field', 'body-shape', { currency: 'EUR' }],
    ['__proto__', 'body-shape', JSON.parse('{"__proto__":{"a":1}}')],
    ['a missing field', 'body-shape', { totalPrice: undefined }],
    ['a missing cart', 'purchase-cart-given', { cartId: undefined }],
    ['a blank id', 'body-shape', { purchaseId: ' ' }],
    ['no products', 'body-shape', { products: [] }],
    ['null', 'body-shape', { paymentMethod: null }],
    ['half a product', 'body-shape', { products: [{ ...aPurchase().products[0], quantity: 0.5 }] }],
  ] as const)('a purchase with %s is refused by %s', async ([, rule, wrong], { send, mock }) => {
    const body = Object.assign(Object.create(null), aPurchase(), wrong)
    const answer = await send('POST', '/purchases/', { body })

    expect(answer.status).toBe(422)
    expect(answer.headers['x-connectif-mock-rule']).toBe(rule)
    expect(mock.purchases.count).toBe(0)
  })

  test.for([
    ['a wrong type', { unitPrice: '7' }],
    ['a wrong option', { availability: 'discontinued' }],
    ['a relative URL', { productDetailUrl: '/socks' }],
    ['its own id', { productId: 'other' }],
    ['null', { brand: null }],
  ] as const)('a product with %s is refused', async ([, wrong], { send, mock }) => {
    const body = { ...product, ...wrong }
    const answer = await send('PATCH', `/products/product-id/${productId}`, { body })

    expect(answer.status).toBe(422)
    expect(answer.headers['x-connectif-mock-rule']).toBe('body-shape')
    expect(mock.products.all()).toMatchObject([product])
  })

  test('a body with a byte order mark is read', async ({ send }) => {
    const answer = await send('PATCH', path, { body: '\uFEFF{"_name":"Eve"}' })

    expect(answer.status).toBe(200)
  })
})
