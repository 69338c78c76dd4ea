import type {
  ContactField,
  ContactFields,
  ContactFieldValue,
  DateField,
  NoContactFields,
} from '../contact-fields.ts'
import type { Schema } from '../contract.ts'

/**
 * A CSV file to import: UTF-8, the ids of the fields in its first line.
 *
 * A path (in Node), a Blob, a string and bytes can be sent again, so that such an import is
 * repeated after a 429 or where nothing was sent. Streams and iterables, of bytes or of text, are
 * sent as they come, in constant memory; once begun, they cannot be sent again. They are stopped
 * when the call fails. Rows are written as CSV on their way.
 */
export type ImportFile<Row extends object = object> =
  | string
  | Uint8Array
  | Blob
  | ImportPath
  | ImportRows<Row>
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>

/** A CSV file on disk; it is not read into memory. In Node, and wherever `fs.openAsBlob` is. */
export interface ImportPath {
  /** Where it is, from the working directory on. */
  path: string
}

/**
 * Rows to import, each an object with a value per column. Options of a checkbox are written with
 * `|` between them, a `Date` in ISO 8601 (as a day where it is midnight in UTC), `null` and
 * `undefined` as an empty value. A value that is in no column is an error, not left out.
 */
export interface ImportRows<Row extends object = object> {
  /** The rows; at least one where `columns` are not given. */
  rows: Iterable<Row> | AsyncIterable<Row>
  /**
   * Ids of the fields, in the order of the file.
   *
   * @default those of the first row
   */
  columns?: readonly ColumnOf<Row>[] | undefined
}

/** Name of a column of such rows. */
export type ColumnOf<Row extends object> = Row extends unknown
  ? keyof Row extends never
    ? string
    : keyof Row & string
  : never

/** What stands in a cell of a row: the value of the field, or nothing. */
export type ImportValue<Value> =
  | (Value extends readonly (infer Option)[] ? readonly Option[] : Value)
  | null
  | undefined

/**
 * Fields of every contact that can be written.
 *
 * @interface
 */
export type WritableContactFields = Schema<'ContactPatchByEmail'> &
  Pick<Schema<'ContactPatchByExternalId'>, '_email'>

/** What stands in a cell of a custom field: a date can be a `Date`. */
export type ImportFieldValue<Field extends ContactField> =
  | ImportValue<ContactFieldValue<Field>>
  | (Field extends DateField ? Date : never)

/** A contact to import, found by its External ID or else its email; custom fields as declared. */
export type ContactImportRow<Fields extends ContactFields = NoContactFields> = {
  [Id in keyof WritableContactFields]?:
    | ImportValue<WritableContactFields[Id]>
    | (Id extends '_birthdate' ? Date : never)
} & { [Id in keyof Fields]?: ImportFieldValue<Fields[Id]> } & (
    | {
        /** External ID, which finds the contact. */
        _externalId: string
      }
    | {
        /** Email, which finds the contact where no External ID is given. */
        _email: string
      }
  )

/** A product to import, found by its product id. Lists are written with `|` (assumed). */
export type ProductImportRow = {
  [Id in keyof Schema<'ProductCreation'>]?:
    | ImportValue<Schema<'ProductCreation'>[Id]>
    | (Id extends 'publishedAt' ? Date : never)
} & {
  /** Product id, the one that the store gave it. */
  productId: string
}

/** A coupon to import. */
export interface CouponImportRow {
  /** What customers type in. */
  code: string
}

/** How any file is imported. */
export interface ImportSettings {
  /**
   * What is between the values of a line.
   *
   * @default ','
   */
  delimiter?: Schema<'Delimiter'> | undefined
  /**
   * Whether records change what exists. When false, a record of something that exists is an error
   * (assumed).
   *
   * @default true
   */
  overrideExisting?: boolean | undefined
  /**
   * Whether records write only into fields that have no value. Only together with
   * `overrideExisting`.
   *
   * @default false
   */
  updateOnlyEmptyFields?: boolean | undefined
  /**
   * Name that the file is sent under.
   *
   * @default that of the file where it has one, else the type with `.csv`
   */
  fileName?: string | undefined
}

/** Contacts to import. */
export interface ContactImport<Fields extends ContactFields = NoContactFields>
  extends ImportSettings {
  /** What the records are. */
  type: 'contacts'
  /** The records, each with `_email` or `_externalId`. */
  file: ImportFile<ContactImportRow<Fields>>
}

/** Products to import. */
export interface ProductImport extends ImportSettings {
  /** What the records are. */
  type: 'products'
  /** The records, each with `productId`. */
  file: ImportFile<ProductImportRow>
}

/** Coupons to import into a set. */
export interface CouponImport extends ImportSettings {
  /** What the records are. */
  type: 'coupons'
  /** The coupon set that they are added to. */
  couponSetId: string
  /** The records, in the one column `code`. */
  file: ImportFile<CouponImportRow>
}

/** A file to import, with its options. */
export type ImportCreation<Fields extends ContactFields = NoContactFields> =
  | ContactImport<Fields>
  | ProductImport
  | CouponImport
