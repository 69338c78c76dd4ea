import { describe, expect, test } from 'vitest'
import { aProduct } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { domainIsAllowed } from '../../mock/rules/domains.ts'
import { productDomainMustBeAllowed } from '../../mock/rules/products.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const { productId, ...product } = aProduct()
const domains = ['shop.example']

describe('product-upsert', () => {
  test('a URL inside the domains passes, one outside is refused with E0201', () => {
    const account = anAccount({}, { domains })
    const refusal = (url: string) => refusalOf(() => productDomainMustBeAllowed(account, url))

    expect(refusal('https://shop.example/a')).toBeUndefined()
    expect(refusal('https://other.example/a')).toMatchObject({
      status: 400,
      code: 'E0201',
      allowedDomains: domains,
      rule: 'product-upsert',
    })
  })

  test('a refused product is not written', () => {
    const mock = createMock({ domains: ['Other.example'] })

    const reply = ask(mock, `PATCH /products/product-id/${productId}`, product)

    expect(reply).toMatchObject({ status: 400, json: { allowedDomains: ['other.example'] } })
    expect(mock.products.count).toBe(0)
  })

  test('PATCH creates, then updates what it names and keeps the rest', () => {
    const mock = createMock()
    const line = `PATCH /products/product-id/${productId}`
    const { name, productDetailUrl } = product
    ask(mock, line, { ...product, availability: 'outofstock' })

    const reply = ask(mock, line, { name, productDetailUrl, unitPrice: 1 })

    const held = { ...product, productId, unitPrice: 1, availability: 'outofstock' }
    expect(reply.json).toMatchObject(held)
    expect(mock.products.all()).toMatchObject([held])
  })

  test('availability is instock unless given', () => {
    const { name, productDetailUrl, unitPrice } = product

    const reply = ask(createMock(), 'PATCH /products/product-id/1', {
      name,
      productDetailUrl,
      unitPrice,
    })

    expect(reply.json).toMatchObject({ availability: 'instock' })
  })

  test('both ids find the product and delete it, an unknown one is no error', () => {
    const mock = createMock({ seed: { products: [aProduct(), aProduct({ productId: '2' })] } })
    const [first, second] = mock.products.all()

    expect(ask(mock, `GET /products/${first?.id}`).json).toEqual(first)
    expect(ask(mock, `DELETE /products/${first?.id}`).status).toBe(204)
    expect(ask(mock, `DELETE /products/${first?.id}`).status).toBe(204)
    expect(ask(mock, `GET /products/${first?.id}`).status).toBe(404)
    expect(ask(mock, 'DELETE /products/product-id/2').status).toBe(204)
    expect(ask(mock, `GET /products/${second?.id}`).status).toBe(404)
  })
})

describe('domains', () => {
  test.for([
    ['https://shop.example/a', true],
    ['https://SHOP.example:8443/a', true],
    ['http://www.shop.example', true],
    ['https://myshop.example/a', false],
    ['https://shop.example.evil.example/a', false],
    ['https://shop.example@evil.example/a', false],
    ['https://evil.example/?shop.example', false],
    ['urn:shop.example', false],
    ['not a URL', false],
  ] as const)('%s is inside shop.example: %s', ([url, inside]) => {
    expect(domainIsAllowed(domains, url)).toBe(inside)
  })

  test('any of several domains is enough, and no domains allow everything', () => {
    expect(domainIsAllowed(['a.example', 'b.example'], 'https://b.example/')).toBe(true)
    expect(domainIsAllowed([], 'not a URL')).toBe(true)
  })
})
