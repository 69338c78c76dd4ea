import type { components } from '../../sdk/generated/schema.ts'

type Schemas = components['schemas']

/** A value that a contact field can hold. */
export type FieldValue = string | number | boolean | readonly string[]

/** What can be written of a contact: system fields, both identifiers, custom fields. */
export type ContactValues = Omit<Schemas['ContactPatchByEmail'], '_externalId'> & {
  /** Email, unique in the account. */
  readonly _email?: string
  /** External ID, unique in the account. */
  readonly _externalId?: string
  readonly [customField: string]: FieldValue | undefined
}

/** What the purchases of a contact add up to. */
export interface PurchaseTotals {
  /** How many there are. */
  readonly count: number
  /** What they cost together. */
  readonly amount: number
  /** Date of the earliest, as it was sent. */
  readonly first: string
  /** Date of the latest, as it was sent. */
  readonly last: string
}

/** A contact as the twin keeps it. Moments are milliseconds since 1970. */
export interface ContactRow {
  /** Connectif's own id. */
  readonly id: string
  /** What was written of it. */
  readonly fields: ContactValues
  /** When it was created, in milliseconds since 1970. */
  readonly createdAt: number
  /** When it was last changed, in milliseconds since 1970. */
  readonly updatedAt: number
  /** What its purchases add up to; undefined where it has none. */
  readonly totals: PurchaseTotals | undefined
}

/** A purchase as the twin keeps it; without contact once that is deleted. */
export interface PurchaseRow {
  /** Connectif's own id. */
  readonly id: string
  /** Id of its contact; undefined once that is deleted. */
  readonly contactId: string | undefined
  /** The contact that was deleted, where the account keeps it in view. */
  readonly formerContact?: {
    /** Its id. */
    readonly id: string
    /** Its email; undefined where it had none. */
    readonly email: string | undefined
  }
  /** What was written of it. */
  readonly purchase: Omit<
    Schemas['Purchase'],
    'id' | 'contactEmail' | 'contactId' | 'createdAt' | 'updatedAt'
  >
  /** When it was created, in milliseconds since 1970. */
  readonly createdAt: number
  /** When it was last changed, in milliseconds since 1970. */
  readonly updatedAt: number
}

/** A product as the twin keeps it. */
export interface ProductRow {
  /** Connectif's own id. */
  readonly id: string
  /** The store's id. */
  readonly productId: string
  /** What was written of it. */
  readonly product: Omit<Schemas['Product'], 'id' | 'productId' | 'createdAt' | 'updatedAt'>
  /** When it was created, in milliseconds since 1970. */
  readonly createdAt: number
  /** When it was last changed, in milliseconds since 1970. */
  readonly updatedAt: number
}

/** A custom field of contacts as the twin keeps it: as the API shows it. */
export type ContactFieldRow = Schemas['ContactField']

/** A type of custom event as the twin keeps it. */
export interface EventTypeRow {
  /** Connectif's own id. */
  readonly id: string
  /** What events can name it by. */
  readonly alias: string
  /** What was written of it. */
  readonly eventType: Omit<Schemas['CustomEventType'], 'id' | 'alias'>
}
