/**
 * Matchers for vitest: what became of the contacts, purchases and products of a twin, and how its
 * client behaved; and a `test` with a twin of its own. Importing the module adds the matchers to
 * `expect`, so it can stand in `setupFiles`.
 *
 * @example
 * ```ts
 * import 'connectif-sdk/mock/vitest'
 *
 * await synchronise(customers, connectif)
 *
 * expect(mock).toHaveUpserted({ externalId: 'POS-000123' }, { _name: 'Ada' })
 * expect(mock).toHaveChanged({ contacts: { created: 1 } })
 * ```
 *
 * @module connectif-sdk/mock/vitest
 */
import { test as base, expect, type TestAPI } from 'vitest'
import { type ChangeCounts, type ChangeOptions, toHaveChanged } from './matchers/changed.ts'
import { toHaveCleanVerdict } from './matchers/clean-verdict.ts'
import { type ExpectedContact, toHaveUpserted } from './matchers/upserted.ts'
import type { MockOptions } from './options.ts'
import type { TwinOfTest } from './per-test.ts'
import type { ContactAddress } from './rules/external-id.ts'

export type { ChangeCounts, ChangeOptions } from './matchers/changed.ts'
export type { Expecting, MatcherResult } from './matchers/matcher.ts'
export type { ExpectedContact } from './matchers/upserted.ts'
export type { TwinOfTest } from './per-test.ts'

/**
 * The matchers as types, known to `expect` of vitest 5. With vitest 3 and 4 a line makes them
 * known, where `skipLibCheck` is on:
 * `declare module 'vitest' { interface Assertion<T> extends TwinMatchers {} }`.
 */
export interface TwinMatchers<R = void> {
  /**
   * Passes when a contact was upserted by this address with success, and has these fields now.
   * Where fields are given, the contact must still be there; other fields of it do not matter. A
   * contact that was upserted by its email does not count as upserted by its External ID.
   *
   * @example
   * ```ts
   * expect(mock).toHaveUpserted({ email: 'ada@example.com' }, { _points: 7, tier: 'gold' })
   * expect(mock).not.toHaveUpserted({ externalId: 'POS-000999' })
   * ```
   */
  toHaveUpserted(address: ContactAddress, fields?: ExpectedContact): R
  /**
   * Passes when exactly so many records were created, updated and deleted, in all open accounts
   * together; what is not named must not have changed. A purchase updates its contact, too.
   *
   * @example
   * ```ts
   * const before = mock.snapshot()
   * await connectif.purchases.create(purchase)
   *
   * expect(mock).toHaveChanged(
   *   { contacts: { updated: 1 }, purchases: { created: 1 } },
   *   { since: before },
   * )
   * ```
   */
  toHaveChanged(counts: ChangeCounts, options?: ChangeOptions): R
  /**
   * Passes when the client has made none of the mistakes that `mock.verdict()` finds among its
   * calls; else the message has each with its calls, and what to do instead.
   *
   * @example `expect(mock).toHaveCleanVerdict()`
   */
  toHaveCleanVerdict(): R
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void>, T> extends TwinMatchers<R> {}
}

/** The matchers, for an `expect` of one's own: `expect.extend(matchers)`. */
export const matchers = {
  /** Whether a contact was upserted by this address, and has these fields now. */
  toHaveUpserted,
  /** Whether exactly so many records changed, and no others. */
  toHaveChanged,
  /** Whether the client has made no mistake. */
  toHaveCleanVerdict,
}

expect.extend(matchers)

/** What a test is given by `test`. */
export interface TwinFixtures extends TwinOfTest {
  /** How the twin is made; `test.extend({ mockOptions })` changes it. @default {} */
  readonly mockOptions: MockOptions
  /** Both in one, of which `mock` and `connectif` are taken. */
  readonly twin: TwinOfTest
}

/**
 * The `test` of vitest, with a twin and a client that no other test shares. It fails, too, when the
 * client made a mistake that `mock.verdict()` finds, and when a fault was never met; `mock.reset()`
 * at the end of a test forgives both.
 *
 * @example
 * ```ts
 * import { test as base } from 'connectif-sdk/mock/vitest'
 *
 * const test = base.extend({ mockOptions: { seed: { contacts: [aContact()] } } })
 *
 * test('a card is linked', async ({ mock, connectif }) => {
 *   await linkCard(connectif, 'ada@example.com', 'POS-000123')
 *
 *   expect(mock).toHaveUpserted({ email: 'ada@example.com' }, { _externalId: 'POS-000123' })
 * })
 * ```
 */
export const test: TestAPI<TwinFixtures> = base.extend<TwinFixtures>({
  mockOptions: {},
  twin: async ({ mockOptions }, use) => {
    const { endTestOf, twinFor } = await import('./per-test.ts')
    const twin = twinFor(mockOptions)
    await use(twin)
    endTestOf(twin.mock)
  },
  mock: ({ twin }, use) => use(twin.mock),
  connectif: ({ twin }, use) => use(twin.connectif),
})
