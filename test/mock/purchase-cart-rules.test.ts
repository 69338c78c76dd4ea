import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { cartMustBeGiven } from '../../mock/rules/purchases.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const seed = { contacts: [aContact()], products: [aProduct()] }

describe('purchase-cart-given', () => {
  test('a purchase with a cart passes, one without is refused', () => {
    const account = anAccount()

    expect(refusalOf(() => cartMustBeGiven(account, { cartId: 'C-1' }))).toBeUndefined()
    expect(refusalOf(() => cartMustBeGiven(account, {}))).toMatchObject({
      status: 422,
      rule: 'purchase-cart-given',
      validationErrors: [{ path: 'cartId', reason: 'is required' }],
    })
  })

  test('with the switch, a purchase without a cart passes', () => {
    const behaviors = { ...defaultBehaviors, cartId: 'optional' } as const

    expect(refusalOf(() => cartMustBeGiven(anAccount({}, { behaviors }), {}))).toBeUndefined()
  })

  test('a refused purchase is not written', () => {
    const mock = createMock({ seed })

    const reply = ask(mock, 'POST /purchases/', { ...aPurchase(), cartId: undefined })

    expect(reply).toMatchObject({ status: 422, rule: 'purchase-cart-given' })
    expect(mock.purchases.count).toBe(0)
  })

  test.for(['', '  '])('a cart %j is a matter of shape', (cartId) => {
    const reply = ask(createMock({ seed }), 'POST /purchases/', aPurchase({ cartId }))

    expect(reply).toMatchObject({ status: 422, rule: 'body-shape' })
  })
})
