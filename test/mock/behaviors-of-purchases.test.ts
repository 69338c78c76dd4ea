import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { type Behaviors, createMock, type Mock } from '../../mock/index.ts'
import { ask, askFreely } from '../support/ask.ts'

const email = 'ada@example.com'
const bob = aContact({ _email: 'bob@example.com', _externalId: '2' })
const seed = {
  contacts: [aContact(), bob],
  products: [aProduct()],
  purchases: [aPurchase()],
}
const line = 'POST /purchases/'
const more = aPurchase({ purchaseId: 'T-2' })
const [item] = more.products

function aTwin(behaviors: Partial<Behaviors> = {}, domains: readonly string[] = []) {
  return createMock({ clock: '2026-01-01T00:00:00Z', seed, behaviors, domains })
}

/** All that the account holds. */
function held(mock: Mock) {
  return [mock.contacts.all(), mock.purchases.all(), mock.activities()]
}

describe('purchasesOfDeletedContact', () => {
  test.for([{}, { purchasesOfDeletedContact: 'drop-contact' }] as const)(
    'with %j, a purchase shows nothing of its deleted contact',
    (switches) => {
      const mock = aTwin(switches)
      ask(mock, `DELETE /contacts/email/${email}`)

      const { json } = ask(mock, 'GET /purchases/purchase-id/ORD-100001')

      expect(json).not.toHaveProperty('contactId')
      expect(json).not.toHaveProperty('contactEmail')
    },
  )

  test('with purchasesOfDeletedContact "keep-contact", it shows its id and email still', () => {
    const mock = aTwin({ purchasesOfDeletedContact: 'keep-contact' })
    const contactId = mock.contacts.find({ email })?.id
    ask(mock, `DELETE /contacts/email/${email}`)

    const { json } = ask(mock, 'GET /purchases/purchase-id/ORD-100001')

    expect(json).toMatchObject({ contactId, contactEmail: email })
  })

  test('with "keep-contact", a new contact with the email starts without purchases', () => {
    const mock = aTwin({ purchasesOfDeletedContact: 'keep-contact' })
    ask(mock, `DELETE /contacts/email/${email}`)

    const anew = ask(mock, `PATCH /contacts/email/${email}`, {})
    ask(mock, 'DELETE /purchases/purchase-id/ORD-100001')

    expect(anew.json).toMatchObject({ _totalPurchases: 0 })
    expect(mock.contacts.find({ email })).toMatchObject({ _totalPurchases: 0 })
  })
})

describe('differingContacts', () => {
  const ofTwo = { ...more, contactEmail: 'bob@example.com', contactExternalId: 'POS-000001' }

  test.for([{}, { differingContacts: 'refuse' }] as const)(
    'with %j, a purchase of two contacts is refused',
    (switches) => {
      const mock = aTwin(switches)

      const reply = ask(mock, line, ofTwo)

      expect(reply).toMatchObject({ status: 422, rule: 'purchase-contact-given' })
      expect(mock.purchases.count).toBe(1)
    },
  )

  test.for([
    [{ differingContacts: 'external-id' }, email],
    [{ differingContacts: 'email' }, 'bob@example.com'],
  ] as const)('with %j, it is of %s', ([switches, contactEmail]) => {
    const mock = aTwin(switches)

    const reply = ask(mock, line, ofTwo)

    expect(reply).toMatchObject({ status: 201, json: { contactEmail } })
  })

  test.for([{ differingContacts: 'external-id' }, { differingContacts: 'email' }] as const)(
    'with %j, both identifiers must be of contacts that exist all the same',
    (switches) => {
      const mock = aTwin(switches)

      const replies = [{ contactEmail: 'nobody@example.com' }, { contactExternalId: 'none' }].map(
        (unknown) => ask(mock, line, { ...ofTwo, ...unknown }),
      )

      const refused = { status: 400, rule: 'purchase-contact-exists', json: { code: 'E0101' } }
      expect(replies).toMatchObject([refused, refused])
    },
  )
})

describe('missingContact', () => {
  test.for([
    [{}, 422],
    [{ missingContact: 422 }, 422],
    [{ missingContact: 'E0101' }, 400],
  ] as const)('with %j, a purchase of nobody answers %i', ([switches, status]) => {
    const mock = aTwin(switches)

    const reply = ask(mock, line, { ...more, contactExternalId: undefined })

    expect(reply).toMatchObject({ status, rule: 'purchase-contact-given' })
    expect(reply.json?.code).toBe(status === 400 ? 'E0101' : undefined)
    expect(mock.purchases.count).toBe(1)
  })
})

describe('repeatedPurchaseId', () => {
  const again = aPurchase({ totalPrice: 1, contactExternalId: '2' })

  test('with "conflict", it is refused with 409, and nothing is written', () => {
    const mock = aTwin({ repeatedPurchaseId: 'conflict' })
    const before = held(mock)

    const reply = askFreely(mock, line, again)

    expect(reply).toMatchObject({ status: 409, rule: 'purchase-id-unique', json: { status: 409 } })
    expect(held(mock)).toEqual(before)
  })

  test('with "overwrite", it is written in its place, and both contacts are counted anew', () => {
    const mock = aTwin({ repeatedPurchaseId: 'overwrite' })

    const reply = ask(mock, line, again)

    expect(reply).toMatchObject({ status: 201, json: { totalPrice: 1 } })
    expect(mock.purchases.all()).toEqual([reply.json])
    expect(mock.contacts.all()).toMatchObject([
      { _totalPurchases: 0 },
      { _totalPurchases: 1, _totalPurchasesAmount: 1 },
    ])
  })

  test('with "overwrite" by the same contact, it counts once', () => {
    const mock = aTwin({ repeatedPurchaseId: 'overwrite' })

    ask(mock, line, aPurchase({ totalPrice: 1 }))

    expect(mock.contacts.find({ email })).toMatchObject({
      _totalPurchases: 1,
      _totalPurchasesAmount: 1,
    })
  })

  test('with "overwrite", what is refused for another reason overwrites nothing', () => {
    const mock = aTwin({ repeatedPurchaseId: 'overwrite' })
    const before = held(mock)

    const reply = ask(mock, line, { ...again, products: [{ ...item, productId: 'none' }] })

    expect(reply).toMatchObject({ status: 400, rule: 'purchase-products-exist' })
    expect(held(mock)).toEqual(before)
  })
})

describe('cartId', () => {
  test.for([
    [{}, 422],
    [{ cartId: 'required' }, 422],
    [{ cartId: 'optional' }, 201],
  ] as const)('with %j, a purchase without a cart answers %i', ([switches, status]) => {
    const reply = askFreely(aTwin(switches), line, { ...more, cartId: undefined })

    expect(reply.status).toBe(status)
  })
})

describe('productIdsField', () => {
  const unknown = { ...more, products: [{ ...item, productId: 'X' }] }
  const outside = { ...more, products: [{ ...item, productDetailUrl: 'https://other.example/' }] }

  test.for([
    [{}, false],
    [{ productIdsField: 'productIds' }, false],
    [{ productIdsField: 'both' }, true],
  ] as const)('with %j, E0102 and E0103 have productsId too: %s', ([switches, both]) => {
    const mock = aTwin(switches, ['shop.example'])

    const [e0102, e0103] = [unknown, outside].map((body) => ask(mock, line, body).json)

    expect(e0102).toMatchObject({ code: 'E0102', productIds: ['X'] })
    expect(e0103).toMatchObject({ code: 'E0103', productIds: ['BOOT-0001'] })
    expect(e0102?.productsId).toEqual(both ? ['X'] : undefined)
    expect(e0103?.productsId).toEqual(both ? ['BOOT-0001'] : undefined)
  })
})
