import type { components } from '../../sdk/generated/schema.ts'

type Schemas = components['schemas']

/** A contact for a seed: the fields that can be written, and its email, its External ID, or both. */
export type SeedContact = Schemas['ContactPatchByEmail'] & { _email?: string; _externalId?: string }

/** A product for a seed: what is sent to create it, and the store's identifier. */
export type SeedProduct = Schemas['ProductCreation'] & { productId: string }

/** A purchase for a seed: what is sent to create it. */
export type SeedPurchase = Schemas['PurchaseCreation']

/** An item of a purchase. */
export type SeedPurchaseItem = SeedPurchase['products'][number]
