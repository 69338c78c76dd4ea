/** A field for one line of text. */
export interface TextField {
  /** The vendor's word for the type. */
  type: 'text'
  /** Most characters a value may have. */
  maxLength?: number
}

/** A field for an email address. */
export interface EmailField {
  /** The vendor's word for the type. */
  type: 'email'
}

/** A field for a phone number. */
export interface PhoneField {
  /** The vendor's word for the type. */
  type: 'phone'
  /** Dialling code of numbers that come without one, such as `34`. */
  defaultCountryCode: string
}

/** A field for a date. */
export interface DateField {
  /** The vendor's word for the type. */
  type: 'date'
  /** First date allowed, ISO 8601 in UTC. */
  minDate?: string
  /** Last date allowed, ISO 8601 in UTC. */
  maxDate?: string
}

/** A field for a number, whole or not. */
export interface NumberField {
  /** The vendor's word for the type. */
  type: 'integer' | 'decimal'
  /** Least value allowed. */
  minValue?: number
  /** Greatest value allowed. */
  maxValue?: number
}

/** A field for yes or no. */
export interface BooleanField {
  /** The vendor's word for the type. */
  type: 'boolean'
}

/** A field for one option, or for several. */
export interface OptionField<
  Type extends 'radio' | 'checkbox' = 'radio' | 'checkbox',
  Id extends string = string,
> {
  /** The vendor's word for the type: `radio` takes one option, `checkbox` several. */
  type: Type
  /** The options; values are their ids. */
  options: FieldOption<Id>[]
}

/** An option of a field. */
export interface FieldOption<Id extends string = string> {
  /** What stands for it in values. */
  id: Id
  /** What people see. */
  label: string
}

/** A custom field of contacts, in the vendor's words. */
export type ContactField =
  | TextField
  | EmailField
  | PhoneField
  | DateField
  | NumberField
  | BooleanField
  | OptionField

/** Custom fields of an account, by their id. */
export type ContactFields = Record<string, ContactField>

/** No custom fields: only those that every account has. */
export type NoContactFields = Record<never, never>

/** Values of custom fields, each optional, by the id of the field. */
export type ContactFieldValues<Fields extends ContactFields> = {
  [Id in keyof Fields]?: ContactFieldValue<Fields[Id]>
}

/** Value of a custom field: its option ids, a number, a boolean, or else text. */
export type ContactFieldValue<Field extends ContactField> =
  Field extends OptionField<'radio', infer Id>
    ? Id
    : Field extends OptionField<'checkbox', infer Id>
      ? Id[]
      : Field extends NumberField
        ? number
        : Field extends BooleanField
          ? boolean
          : string

/**
 * The custom fields of an account, for the client (which types contacts by them) and for the twin
 * (which enforces them). Plain data, so that it can be kept as JSON.
 *
 * @throws {Error} when an id is not one that Connectif takes
 * @see https://api-docs.connectif.cloud/connectif-api/reference/contact-fields/create-contact-field
 * @example
 * ```ts
 * const contactFields = defineContactFields({
 *   tier: radio('gold', 'silver'),
 *   shoeSize: integer({ min: 15, max: 55 }),
 * })
 * const connectif = new Connectif({ apiKey, contactFields })
 * await connectif.contacts.upsert({ externalId: 'POS-000123' }, { tier: 'gold', shoeSize: 38 })
 * ```
 */
export function defineContactFields<const Fields extends ContactFields>(fields: Fields): Fields {
  for (const id of Object.keys(fields)) {
    if (id !== 'id' && /^[a-z][\w[\](){}-]{0,149}$/i.test(id)) continue
    throw new Error(
      `contact field "${id}": an id is a letter, then letters, digits, -, _ or brackets`,
    )
  }
  return fields
}

/** A field for text; `maxLength` in characters. */
export function text(limits: { maxLength?: number } = {}): TextField {
  return { type: 'text', ...limits }
}

/** A field for an email address. */
export function email(): EmailField {
  return { type: 'email' }
}

/** A field for a phone number; `defaultCountryCode` in digits, such as `34`. */
export function phone(format: { defaultCountryCode: string }): PhoneField {
  return { type: 'phone', ...format }
}

/** A field for a date; `min` and `max` in ISO 8601, UTC, both included. */
export function date({ min, max }: { min?: string; max?: string } = {}): DateField {
  return { type: 'date', ...given({ minDate: min, maxDate: max }) }
}

/** Least and greatest value of a number; either may be left out. */
export interface NumberRange {
  /** Least value allowed. */
  min?: number
  /** Greatest value allowed. */
  max?: number
}

/** A field for a whole number; `min` and `max` are included. */
export function integer({ min, max }: NumberRange = {}): NumberField {
  return { type: 'integer', ...given({ minValue: min, maxValue: max }) }
}

/** A field for a number; `min` and `max` are included. */
export function decimal({ min, max }: NumberRange = {}): NumberField {
  return { type: 'decimal', ...given({ minValue: min, maxValue: max }) }
}

/** A field for yes or no. */
export function boolean(): BooleanField {
  return { type: 'boolean' }
}

/** A field for one of these options, at least one, given by their ids. */
export function radio<const Id extends string>(...ids: [Id, ...Id[]]): OptionField<'radio', Id> {
  return { type: 'radio', options: optionsOf(ids) }
}

/** A field for any of these options, at least one, given by their ids. */
export function checkbox<const Id extends string>(
  ...ids: [Id, ...Id[]]
): OptionField<'checkbox', Id> {
  return { type: 'checkbox', options: optionsOf(ids) }
}

/** Without what is left out, so that a field is the same before and after JSON. */
function given<Limit>(limits: Record<string, Limit | undefined>): Record<string, Limit> {
  return JSON.parse(JSON.stringify(limits))
}

function optionsOf<Id extends string>(ids: Id[]): FieldOption<Id>[] {
  return ids.map((id) => ({ id, label: id }))
}
