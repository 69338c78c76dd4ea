import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import {
  contactMustBeGiven,
  contactMustExist,
  contactsMustAgree,
  productDomainsMustBeAllowed,
  productsMustExist,
  purchaseIdMustBeFree,
} from '../../mock/rules/purchases.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { aNewContact, anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'

const seed = { contacts: [aContact()], products: [aProduct()] }
const sold = { ...seed, purchases: [aPurchase()] }
const line = aPurchase().products[0] as ReturnType<typeof aPurchase>['products'][number]

describe('purchase-contact-given', () => {
  test.for([
    { contactEmail: 'ada@example.com' },
    { contactExternalId: '42' },
    { contactEmail: 'ada@example.com', contactExternalId: '42' },
  ])('%j passes', (named) => {
    expect(refusalOf(() => contactMustBeGiven(anAccount(), named))).toBeUndefined()
  })

  test('a purchase of nobody is refused', () => {
    expect(refusalOf(() => contactMustBeGiven(anAccount(), {}))).toMatchObject({
      status: 422,
      rule: 'purchase-contact-given',
      validationErrors: [{ path: 'contactEmail', reason: 'or contactExternalId is required' }],
    })
  })

  test('both identifiers of one contact pass, those of two are refused', () => {
    const [ada, bob] = [aNewContact(), aNewContact()]

    expect(
      refusalOf(() => contactsMustAgree(anAccount(), { byEmail: ada, byExternalId: undefined })),
    ).toBeUndefined()
    expect(
      refusalOf(() => contactsMustAgree(anAccount(), { byEmail: ada, byExternalId: ada })),
    ).toBeUndefined()
    expect(
      refusalOf(() => contactsMustAgree(anAccount(), { byEmail: undefined, byExternalId: ada })),
    ).toBeUndefined()
    expect(
      refusalOf(() => contactsMustAgree(anAccount(), { byEmail: ada, byExternalId: bob })),
    ).toMatchObject({
      status: 422,
      rule: 'purchase-contact-given',
      validationErrors: [{ path: 'contactExternalId' }],
    })
  })

  test.for([
    { contactExternalId: undefined },
    { contactEmail: 'ada@example.com', contactExternalId: 'POS-2' },
  ])('%j is refused through the API, and nothing is written', (named) => {
    const bob = aContact({ _email: 'bob@example.com', _externalId: 'POS-2' })
    const mock = createMock({ seed: { ...seed, contacts: [aContact(), bob] } })

    const reply = ask(mock, 'POST /purchases/', aPurchase(named))

    expect(reply).toMatchObject({ status: 422, rule: 'purchase-contact-given' })
    expect(mock.purchases.count).toBe(0)
  })
})

describe('purchase-contact-exists', () => {
  test('the contact that was found passes, and is given back', () => {
    const ada = aNewContact()

    const account = anAccount()
    const named = { contactEmail: 'ada@example.com' }
    const both = { ...named, contactExternalId: '42' }

    expect(contactMustExist(account, named, { byEmail: ada, byExternalId: undefined })).toBe(ada)
    expect(contactMustExist(account, both, { byEmail: ada, byExternalId: ada })).toBe(ada)
  })

  test.for([
    { byEmail: undefined, byExternalId: undefined },
    { byEmail: undefined, byExternalId: aNewContact() },
    { byEmail: aNewContact(), byExternalId: undefined },
  ])('%j is refused with E0101', (found) => {
    const named = { contactEmail: 'ada@example.com', contactExternalId: '42' }

    expect(refusalOf(() => contactMustExist(anAccount(), named, found))).toMatchObject({
      status: 400,
      code: 'E0101',
      rule: 'purchase-contact-exists',
    })
  })

  test('a purchase never creates its contact', () => {
    const mock = createMock({ seed: { products: [aProduct()] } })

    const reply = ask(mock, 'POST /purchases/', aPurchase())

    expect(reply).toMatchObject({ status: 400, json: { code: 'E0101' } })
    expect(mock.contacts.count).toBe(0)
    expect(mock.purchases.count).toBe(0)
  })
})

describe('purchase-products-exist', () => {
  test('products of the catalogue pass', () => {
    expect(refusalOf(() => productsMustExist(anAccount(seed), [line]))).toBeUndefined()
  })

  test('the missing ones are named, each once', () => {
    const items = ['X', 'BOOT-0001', 'X', 'Y'].map((productId) => ({ productId }))

    expect(refusalOf(() => productsMustExist(anAccount(seed), items))).toMatchObject({
      status: 400,
      code: 'E0102',
      productIds: ['X', 'Y'],
      rule: 'purchase-products-exist',
    })
  })
})

describe('purchase-domains-allowed', () => {
  const domains = ['shop.example']

  test('every URL passes where no domains are set, else those inside', () => {
    expect(refusalOf(() => productDomainsMustBeAllowed(anAccount(), [line]))).toBeUndefined()
    expect(
      refusalOf(() => productDomainsMustBeAllowed(anAccount({}, { domains }), [line])),
    ).toBeUndefined()
  })

  test('the products outside are named, each once, with the domains', () => {
    const outside = { ...line, productId: 'X', productDetailUrl: 'https://other.example/x' }
    const items = [outside, line, outside]

    expect(
      refusalOf(() => productDomainsMustBeAllowed(anAccount({}, { domains }), items)),
    ).toMatchObject({
      status: 400,
      code: 'E0103',
      productIds: ['X'],
      allowedDomains: domains,
      rule: 'purchase-domains-allowed',
    })
  })
})

describe('purchase-id-unique', () => {
  const existing = { behaviors: { ...defaultBehaviors, repeatedPurchaseId: 'existing' } } as const

  test('a free purchase id passes, a taken one is refused', () => {
    const account = anAccount(sold)

    expect(purchaseIdMustBeFree(account, 'free')).toBeUndefined()
    expect(refusalOf(() => purchaseIdMustBeFree(account, 'ORD-100001'))).toMatchObject({
      status: 422,
      rule: 'purchase-id-unique',
      validationErrors: [{ path: 'purchaseId' }],
    })
  })

  test('with the switch, the existing purchase is given back', () => {
    const account = anAccount(sold, existing)

    expect(purchaseIdMustBeFree(account, 'ORD-100001')?.purchase.cartId).toBe('CART-100001')
  })
})
