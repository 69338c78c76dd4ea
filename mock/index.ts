/**
 * A twin of the Connectif API: a stateful mock that enforces the vendor's rules in memory.
 *
 * @module connectif-sdk/mock
 */
export type { Answer, Call } from './call.ts'
export { createMock, type Mock, type MockOptions } from './mock.ts'
export type {
  AccountRecords,
  ContactRecords,
  ProductRecords,
  PurchaseRecords,
  Records,
} from './records.ts'
export type { ContactAddress } from './rules/external-id.ts'
export type { Activity } from './state/activities.ts'
export type { Behaviors } from './state/behaviors.ts'
export type { Seed, SeedContact, SeedProduct, SeedPurchase } from './state/seed.ts'
