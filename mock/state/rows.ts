import type { components } from '../../sdk/generated/schema.ts'

type Schemas = components['schemas']

/** A value that a contact field can hold. */
export type FieldValue = string | number | boolean | readonly string[]

/** What can be written of a contact: system fields, both identifiers, custom fields. */
export type ContactValues = Omit<Schemas['ContactPatchByEmail'], '_externalId'> & {
  readonly _email?: string
  readonly _externalId?: string
  readonly [customField: string]: FieldValue | undefined
}

/** What the purchases of a contact add up to. */
export interface PurchaseTotals {
  readonly count: number
  readonly amount: number
  readonly first: string
  readonly last: string
}

/** A contact as the twin keeps it. Moments are milliseconds since 1970. */
export interface ContactRow {
  readonly id: string
  readonly fields: ContactValues
  readonly createdAt: number
  readonly updatedAt: number
  readonly totals: PurchaseTotals | undefined
}

/** A purchase as the twin keeps it; without contact once that is deleted. */
export interface PurchaseRow {
  readonly id: string
  readonly contactId: string | undefined
  /** The contact that was deleted, where the account keeps it in view. */
  readonly formerContact?: { readonly id: string; readonly email: string | undefined }
  readonly purchase: Omit<
    Schemas['Purchase'],
    'id' | 'contactEmail' | 'contactId' | 'createdAt' | 'updatedAt'
  >
  readonly createdAt: number
  readonly updatedAt: number
}

/** A product as the twin keeps it. */
export interface ProductRow {
  readonly id: string
  readonly productId: string
  readonly product: Omit<Schemas['Product'], 'id' | 'productId' | 'createdAt' | 'updatedAt'>
  readonly createdAt: number
  readonly updatedAt: number
}

/** A custom field of contacts as the twin keeps it: as the API shows it. */
export type ContactFieldRow = Schemas['ContactField']

/** A type of custom event as the twin keeps it. */
export interface EventTypeRow {
  readonly id: string
  readonly alias: string
  readonly eventType: Omit<Schemas['CustomEventType'], 'id' | 'alias'>
}
