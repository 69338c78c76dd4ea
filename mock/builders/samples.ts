import type { PurchaseCreation } from '../../sdk/resources/purchases.ts'
import type { SeedContact, SeedEventType, SeedProduct, SeedPurchase } from '../state/seed.ts'
import { item, totals } from './receipts.ts'

/** Fields to set; `undefined` leaves an optional one out. */
export type Overrides<T> = {
  [Key in keyof T]?: object extends Pick<T, Key> ? T[Key] | undefined : T[Key]
}

/**
 * A contact that is valid as it is, with an email and an External ID.
 *
 * @example
 * aContact({ _points: 7 })
 * aContact({ _email: undefined }) // only an External ID
 * aContact({ tier: 'gold' }) // a custom field
 */
export function aContact(overrides: Overrides<SeedContact> = {}): SeedContact {
  return given({
    _email: 'ada@example.com',
    _externalId: 'POS-000001',
    _name: 'Ada',
    _surname: 'Lindqvist',
    _birthdate: '1984-03-09T00:00:00.000Z',
    _mobilePhone: '+46701740605',
    _newsletterSubscriptionStatus: 'subscribed',
    _points: 120,
    ...overrides,
  })
}

/** A product that is valid as it is, with a URL under https://shop.example. */
export function aProduct(overrides: Overrides<SeedProduct> = {}): SeedProduct {
  return given({
    productId: 'BOOT-0001',
    name: 'Fjellvind Ridge Trekking boots',
    productDetailUrl: 'https://shop.example/p/fjellvind-ridge-trekking-boots-boot-0001',
    imageUrl: 'https://shop.example/images/fjellvind-ridge-trekking-boots-boot-0001.jpg',
    description: 'Trekking boots by Fjellvind, made for long days outside.',
    brand: 'Fjellvind',
    categories: ['Footwear/Boots'],
    availability: 'instock',
    unitPrice: 189.95,
    ...overrides,
  })
}

/**
 * A purchase that is valid as it is: the contact of `aContact()` buys two pieces of `aProduct()`.
 * An override of either contact reference replaces the default one; totals follow `products`.
 * Without any contact it is one that the API refuses.
 *
 * @example
 * aPurchase({ purchaseId: 'T-2', contactEmail: 'bob@example.com' })
 * await connectif.purchases.ensure(aPurchase())
 */
export function aPurchase(overrides: Overrides<SeedPurchase> = {}): PurchaseCreation {
  const products = overrides.products ?? [item(aProduct(), 2)]
  const byOther = 'contactEmail' in overrides || 'contactExternalId' in overrides

  return given<SeedPurchase>({
    purchaseId: 'ORD-100001',
    cartId: 'CART-100001',
    ...(!byOther && { contactExternalId: 'POS-000001' }),
    paymentMethod: 'card',
    products,
    purchaseDate: '2025-11-28T10:30:00.000Z',
    ...totals(products),
    ...overrides,
  }) as PurchaseCreation
}

/**
 * A type of custom event that is valid as it is: somebody comes into a store of the shop.
 *
 * @example
 * createMock({ seed: { eventTypes: [anEventType()] } })
 */
export function anEventType(overrides: Overrides<SeedEventType> = {}): SeedEventType {
  return given({
    alias: 'store-visit',
    name: 'Store visit',
    fields: [
      { id: 'email', name: 'Email', type: 'email' },
      { id: 'store', name: 'Store', type: 'text' },
      { id: 'minutes', name: 'Minutes', type: 'integer' },
    ],
    primaryKey: 'email',
    ...overrides,
  })
}

/** Drops what was overridden with `undefined`: the wire has no such value. */
function given<T extends object>(fields: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
