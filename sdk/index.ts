/**
 * A typed SDK for the Connectif API: contacts by email or External ID, their fields and events,
 * purchases, products, imports and exports of files.
 *
 * @module connectif-sdk
 */
export {
  AddressError,
  type ContactAddress,
  type EmailAddress,
  type ExternalIdAddress,
} from './address.ts'
export type { Answered, ApiPromise } from './api-promise.ts'
export type { BulkRun } from './bulk/bulk-run.ts'
export type { BulkPart, BulkState, Checkpoint, CheckpointPath } from './bulk/checkpoint.ts'
export type { ContactBulkOptions, ContactKey } from './bulk/contact-options.ts'
export type { BulkOptions, BulkSource } from './bulk/options.ts'
export type {
  BulkDone,
  BulkFailure,
  BulkProgress,
  BulkReport,
  BulkResult,
} from './bulk/report.ts'
export { Connectif } from './client.ts'
export { contactFieldList } from './contact-field-list.ts'
export {
  type BooleanField,
  boolean,
  type ContactField,
  type ContactFields,
  type ContactFieldValue,
  type ContactFieldValues,
  checkbox,
  type DateField,
  date,
  decimal,
  defineContactFields,
  type EmailField,
  email,
  type FieldOption,
  integer,
  type NoContactFields,
  type NumberField,
  type NumberRange,
  type OptionField,
  type PhoneField,
  phone,
  radio,
  type TextField,
  text,
} from './contact-fields.ts'
export {
  ApiError,
  ConnectifError,
  ConnectionError,
  type FailedCall,
  PurchaseConflictError,
  type PurchaseDifference,
  type Refusal,
  TimeoutError,
} from './errors.ts'
export type { AliasAddress, EventTypeAddress, IdAddress } from './event-type-address.ts'
export type { ExportedContact } from './files/contact-rows.ts'
export type { CsvRow } from './files/csv-rows.ts'
export type {
  ActivityExport,
  ActivityFilters,
  ContactExport,
  DataExplorerExportCreation,
  ExportCreation,
  ExportFormat,
} from './files/export-creation.ts'
export type {
  ColumnOf,
  ContactImport,
  ContactImportRow,
  CouponImport,
  CouponImportRow,
  ImportCreation,
  ImportFieldValue,
  ImportFile,
  ImportPath,
  ImportRows,
  ImportSettings,
  ImportValue,
  ProductImport,
  ProductImportRow,
  WritableContactFields,
} from './files/import-file.ts'
export type { WaitOptions } from './files/wait.ts'
export type { CallOptions, ConnectifOptions, Logger } from './options.ts'
export type { PauseNotice } from './pause.ts'
export type { RateLimit } from './rate-limit.ts'
export {
  AuthenticationError,
  NotFoundError,
  PayloadTooLargeError,
  PermissionError,
  RateLimitError,
  UnprocessableEntityError,
  type Violation,
} from './refusals.ts'
export type {
  AccountContactField,
  AccountContactFields,
  ContactFieldCreate,
} from './resources/contact-fields.ts'
export type {
  Contact,
  ContactPatch,
  ContactPatchByEmail,
  ContactPatchByExternalId,
  Contacts,
} from './resources/contacts.ts'
export type {
  CustomEventType,
  CustomEventTypeCreate,
  CustomEventTypes,
} from './resources/custom-event-types.ts'
export type {
  CustomEventCreated,
  CustomEventCreationOptions,
  CustomEventFields,
  CustomEvents,
} from './resources/custom-events.ts'
export type { Export, Exports } from './resources/exports.ts'
export type { Import, ImportProblem, Imports } from './resources/imports.ts'
export type { Product, ProductCreation, Products } from './resources/products.ts'
export type {
  EnsuredPurchase,
  Purchase,
  PurchaseBulkOptions,
  PurchaseCreation,
  PurchaseCreationOptions,
  PurchaseFields,
  Purchases,
} from './resources/purchases.ts'
export type { RetryNotice } from './retry.ts'
