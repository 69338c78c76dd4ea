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
export type { Journal, JournalEntry, JournalQuery } from './journal.ts'
export { createMock, type Mock } from './mock.ts'
export type { AccountOptions, DeclaredAccountOptions, MockOptions } from './options.ts'
export type {
  AccountRecords,
  ContactRecords,
  ProductRecords,
  PurchaseRecords,
  Records,
} from './records.ts'
export type { ContactAddress } from './rules/external-id.ts'
export type { Grade, RuleFacts } from './rules/rule.ts'
export type { AccountState, Snapshot } from './snapshot.ts'
export type { Activity, Origin } from './state/activities.ts'
export type { Behaviors } from './state/behaviors.ts'
export type { Clock, Duration } from './state/clock.ts'
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
export type {
  Identification,
  PageView,
  TrackedEvent,
  TrackedPurchase,
  Tracker,
} from './tracking.ts'
