import type { ContactFields } from '../../sdk/contact-fields.ts'
import type { ContactImportRow, ImportFile, ProductImportRow } from '../../sdk/files/import-file.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Behaviors } from '../state/behaviors.ts'

/** What is rehearsed: a CSV file in any form that an import takes, of any size, or its rows. */
export type RehearsalSource = ImportFile<ContactImportRow> | ImportFile<ProductImportRow>

/** How a file is rehearsed. */
export interface RehearsalOptions {
  /** What its records are. @default 'contacts' */
  type?: 'contacts' | 'products'
  /**
   * The column that finds a contact; the file must have it. A record in which it is empty is found
   * by the other one.
   *
   * @default the External ID where a record has one, else the email; the file may have either
   */
  key?: 'external-id' | 'email'
  /** What is between the values of a line. @default ',' */
  delimiter?: ',' | ';'
  /** Whether records change what exists; when false, they are refused. @default true */
  overrideExisting?: boolean
  /** Whether records write only into fields that have no value. @default false */
  updateOnlyEmptyFields?: boolean
  /**
   * The custom fields of the account; `'from-header'` declares every column that could be one, as
   * text, so that its values are not checked.
   *
   * @default those of the snapshot, or none
   */
  contactFields?: ContactFields | 'from-header'
  /** Domains that product URLs may be in; subdomains count. @default every domain */
  domains?: readonly string[]
  /**
   * What the account holds today: a snapshot of a twin, or an export of contacts, as CSV with
   * either delimiter or as the ZIP that it comes in.
   *
   * @default nothing
   */
  start?: Snapshot | Exclude<ImportFile, { rows: unknown }>
  /** Choices where the vendor leaves the behaviour open. @default those of each switch */
  behaviors?: Partial<Omit<Behaviors, 'importKey'>>
  /** Hears how far it is, after every few thousand rows. */
  onProgress?: (progress: RehearsalProgress) => void
  /** Ends it. */
  signal?: AbortSignal
}

/** How far a rehearsal is. */
export interface RehearsalProgress {
  /** Whether it reads what the account holds today, or the file. */
  readonly part: 'start' | 'file'
  /** Rows that are behind it. */
  readonly done: number
  /** Rows that this part has. */
  readonly total: number
}
