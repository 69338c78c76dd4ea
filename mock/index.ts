/**
 * A twin of the Connectif API: a stateful mock that enforces the vendor's rules in memory.
 *
 * @module connectif-sdk/mock
 */
export { aContact, anEventType, aProduct, aPurchase, type Overrides } from './builders/samples.ts'
export { aShop, type Shop, type ShopOptions } from './builders/shop.ts'
export { type VisitOptions, visitsOf } from './builders/visits.ts'
export type { Answer, Call, Delivery } from './call.ts'
export type { Changes, Diff } from './diff.ts'
export type { Fault, FaultKind, FaultMatch, FaultOptions, Faults } from './faults.ts'
export type { OperationKey, Scope } from './generated/routes.ts'
export type {
  ExportRecord,
  ExportRecords,
  ImportRecord,
  ImportRecords,
  JobAddress,
} from './job-records.ts'
export type { Jobs } from './jobs/jobs.ts'
export type { Journal, JournalEntry, JournalQuery } from './journal.ts'
export { createMock, type Mock } from './mock.ts'
export type { OnlyAccount } from './only-account.ts'
export type { AccountOptions, DeclaredAccountOptions, MockOptions } from './options.ts'
export type { Records } from './record-list.ts'
export type {
  AccountRecords,
  ContactRecords,
  ProductRecords,
  PurchaseRecords,
} from './records.ts'
export type { RehearsalOptions, RehearsalProgress, RehearsalSource } from './rehearse/options.ts'
export { rehearse } from './rehearse/rehearse.ts'
export type {
  Fight,
  FileProblem,
  Outcome,
  Rehearsal,
  RehearsalRefusal,
  RehearsalStart,
} from './rehearse/result.ts'
export type { ContactAddress } from './rules/external-id.ts'
export type { Grade, RuleFacts } from './rules/rule.ts'
export type { ContactKind, ContactSearch, ContactsFound } from './search.ts'
export type { ContactOrder } from './search-order.ts'
export type { Segment, SegmentRecords } from './segments.ts'
export type { AccountState, Snapshot } from './snapshot.ts'
export type { ExportState, ImportState } from './snapshot-jobs.ts'
export type { JobSpeed } from './state/account.ts'
export type { Activity, Origin } from './state/activities.ts'
export type { Behaviors } from './state/behaviors.ts'
export type { Clock, Duration } from './state/clock.ts'
export type { ExportRow, ImportRow, JobStatus, ReportLine, Unread } from './state/job-rows.ts'
export type { RateLimit } from './state/quota.ts'
export type {
  ContactFieldRow,
  ContactRow,
  ContactValues,
  EventTypeRow,
  FieldValue,
  ProductRow,
  PurchaseRow,
  PurchaseTotals,
} from './state/rows.ts'
export type { Seed, SeedContact, SeedEventType, SeedProduct, SeedPurchase } from './state/seed.ts'
export type { IdentifierFilter, SegmentFilter } from './state/segments.ts'
export type {
  Identification,
  PageView,
  TrackedEvent,
  TrackedPurchase,
  Tracker,
} from './tracking.ts'
export type { Arrival } from './traffic.ts'
export type { Finding, MistakeId, Verdict } from './verdict/verdict.ts'
