import type { components } from '../../sdk/generated/schema.ts'

type Schemas = components['schemas']

/**
 * A contact to start with: writable fields, custom ones too, and at least one identifier.
 *
 * @interface
 */
export type SeedContact = Schemas['ContactPatchByEmail'] & {
  /** Email, unique in the account. */
  _email?: string
  /** A custom field of the account. */
  [customField: string]: unknown
}

/**
 * A product to start with.
 *
 * @interface
 */
export type SeedProduct = Schemas['ProductCreation'] & {
  /** The store's id of the product, unique in the account. */
  productId: string
}

/**
 * A purchase to start with; its contact and products are in the same seed.
 *
 * @interface
 */
export type SeedPurchase = Schemas['PurchaseCreation']

/**
 * A type of custom event to start with, as its creation by the API takes it.
 *
 * @interface
 */
export type SeedEventType = Schemas['CustomEventTypeCreate']

/** What every account of a twin holds when it is opened. Plain JSON. */
export interface Seed {
  /** Types of custom events. */
  eventTypes?: readonly SeedEventType[]
  /** Contacts, created in this order. */
  contacts?: readonly SeedContact[]
  /** Products, created before the purchases. */
  products?: readonly SeedProduct[]
  /** Purchases, created last. */
  purchases?: readonly SeedPurchase[]
}
