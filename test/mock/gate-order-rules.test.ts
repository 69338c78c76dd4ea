import { describe, expect, test } from 'vitest'
import { aContact, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

const type = { 'content-type': 'application/json' }
const key = { authorization: 'apiKey test:secret' }
const both = { ...key, ...type }
const bad = 'PATCH /contacts/email/nobody'
const good = 'PATCH /contacts/email/ada@example.com'

describe('the order of the gate', () => {
  const mock = createMock({ seed: { contacts: [aContact()] } })

  test.for([
    ['unknown path before key', 'PATCH /nothing', '{', {}, undefined, 404],
    ['other method before key', 'PUT /contacts/email/a', '{', {}, undefined, 405],
    ['key before path', bad, '{', {}, 'key', 401],
    ['key before percent-encoding', 'GET /contacts/email/%ff', '{', {}, 'key', 401],
    ['path before content type', bad, '{', key, 'email-valid', 400],
    [
      'query before content type',
      'POST /purchases/?triggerPurchaseEvent=1',
      '{',
      key,
      'body-shape',
      400,
    ],
    ['content type before JSON', good, '{', key, 'content-type', 415],
    ['JSON before shape', good, '{', both, 'body-shape', 400],
    ['shape before rules', good, '{"_name":1,"a":1}', both, 'body-shape', 422],
  ] as const)('%s', ([, line, body, headers, rule, status]) => {
    expect(ask(mock, line, body, { headers })).toMatchObject({ status, rule })
  })

  test('content type before size, size before JSON', () => {
    const big = (headers: Record<string, string>) =>
      ask(mock, good, undefined, { headers: { ...key, ...headers }, oversized: true })

    expect(big({})).toMatchObject({ status: 415, rule: 'content-type' })
    expect(big(type)).toMatchObject({ status: 413, rule: 'body-size' })
  })
})

describe('the order of what a key may do', () => {
  const limited = (options: { scopes: 'all' | 'none'; blocked?: boolean }) => {
    const scopes = options.scopes === 'all' ? (['contacts:write', 'contacts:read'] as const) : []
    const { blocked = false } = options
    const accounts = { main: { keys: { 'test:secret': scopes }, blocked } }
    return createMock({ accounts, rateLimit: { limit: 1 } })
  }

  test('key before scope', () => {
    const reply = ask(limited({ scopes: 'none' }), good, '{', { headers: type })

    expect(reply).toMatchObject({ status: 401, rule: 'key' })
  })

  test('a blocked account before a missing scope', () => {
    const reply = ask(limited({ scopes: 'none', blocked: true }), good, {})

    expect(reply.json).toMatchObject({ status: 403, detail: 'The account is blocked.' })
  })

  test('scope before rate limit, which a refused scope does not use up', () => {
    const mock = limited({ scopes: 'none' })

    const replies = [1, 2, 3].map(() => ask(mock, bad, '{'))

    expect(replies).toMatchObject(Array(3).fill({ status: 403, rule: 'scope' }))
  })

  test.for([bad, 'PATCH /contacts/email/%ff', good])('rate limit before all else of %s', (line) => {
    const mock = limited({ scopes: 'all' })
    ask(mock, good, {})

    expect(ask(mock, line, '{', { headers: key })).toMatchObject({
      status: 429,
      rule: 'rate-limit',
    })
  })
})

describe('the order of what a purchase is refused for', () => {
  const seed = { contacts: [aContact(), aContact({ _email: 'b@example.com', _externalId: '2' })] }
  const mock = createMock({ seed, domains: ['shop.example'] })
  const [item] = aPurchase().products
  const outside = { ...item, productDetailUrl: 'https://other.example/', productId: 'none' }
  const wrong = { purchaseId: 'T-1', products: [outside as never] }

  test.for([
    [
      'cart before contact',
      { cartId: undefined, contactExternalId: undefined },
      422,
      'purchase-cart-given',
    ],
    ['contact given before E0101', { contactExternalId: undefined }, 422, 'purchase-contact-given'],
    ['E0101 before E0102', { contactExternalId: 'none' }, 400, 'purchase-contact-exists'],
    ['E0102 before E0103', {}, 400, 'purchase-products-exist'],
  ] as const)('%s', ([, more, status, rule]) => {
    const reply = ask(mock, 'POST /purchases/', { ...aPurchase(wrong), ...more })

    expect(reply).toMatchObject({ status, rule })
    expect(mock.purchases.count).toBe(0)
  })
})
