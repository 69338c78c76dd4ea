import fc from 'fast-check'
import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { routes } from '../../mock/generated/routes.ts'
import type { Behaviors, MockOptions, Scope, Seed } from '../../mock/index.ts'
import type { JobSpeed } from '../../mock/state/account.ts'
import { customFields } from './contract-values.ts'

/** How a twin is set up. */
export interface Setup {
  readonly behaviors: Partial<Behaviors>
  readonly domains: readonly string[]
  /** Calls per minute; undefined where they are not counted. */
  readonly limit: number | undefined
  /** What the only key may do; undefined where every key opens an account. */
  readonly scopes: readonly Scope[] | undefined
  readonly blocked: boolean
  /** How fast imports and exports are. */
  readonly jobs: Partial<JobSpeed>
}

/** Every switch, as far as the contract lists the answers that it leads to. */
const behaviors = fc.record<Partial<Behaviors>>(
  {
    replaceIdentifier: fc.constantFrom('allow', 'refuse'),
    nullInPatch: fc.constantFrom('refuse', 'clear'),
    purchasesOfDeletedContact: fc.constantFrom('drop-contact', 'keep-contact'),
    differingContacts: fc.constantFrom('refuse', 'external-id', 'email'),
    missingContact: fc.constantFrom<(422 | 'E0101')[]>(422, 'E0101'),
    repeatedPurchaseId: fc.constantFrom('refuse', 'existing', 'overwrite'),
    productIdsField: fc.constantFrom('productIds', 'both'),
    emailComparison: fc.constantFrom('ignore-case', 'exact'),
    externalIdComparison: fc.constantFrom('exact', 'ignore-case'),
    updatedAt: fc.constantFrom('on-change', 'always'),
    mergedFields: fc.constantFrom('survivor', 'anonymous'),
    trackedExternalId: fc.constantFrom('refuse', 'ignore'),
    importKey: fc.constantFrom('external-id', 'email'),
    readDelaySeconds: fc.constantFrom(0, 3600),
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** Ways in which an account could turn out to be set up. */
export const setups: fc.Arbitrary<Setup> = fc.record({
  behaviors,
  domains: fc.constantFrom<string[][]>([], [], ['shop.example']),
  limit: seldom(fc.constant(20)),
  scopes: seldom(fc.subarray(routes.map(({ scope }) => scope))),
  blocked: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  jobs: fc.constantFrom(
    ...[{}, {}, { startAfter: 0, recordsPerSecond: Number.POSITIVE_INFINITY }],
    ...[{ recordsPerSecond: 3 }, { recordsPerSecond: 0.0001 }],
  ),
})

function seldom<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 9 }, value)
}

const visit = {
  alias: 'visit',
  name: 'Visit',
  primaryKey: 'email',
  fields: [
    { id: 'email', name: 'Email', type: 'email' as const },
    { id: 'note', name: 'Note', type: 'text' as const },
    { id: 'constructor', name: 'Constructor', type: 'text' as const },
  ],
}

const seed: Seed = {
  eventTypes: [visit],
  products: [aProduct(), aProduct({ productId: 'SKU-1' }), aProduct({ productId: 'SKU-2' })],
  contacts: [
    { _email: 'ada@example.com', _externalId: '42' },
    { _email: 'bob@example.com', _externalId: 'POS-1' },
    { _externalId: 'a/b' },
  ],
  purchases: [aPurchase({ purchaseId: 'T-1', contactExternalId: '42' })],
}

/** A twin with a few records of each kind; the key `test:secret` opens it. */
export function optionsOf({
  behaviors,
  domains,
  limit,
  scopes,
  blocked,
  jobs,
}: Setup): MockOptions {
  return {
    clock: '2026-01-01T00:00:00Z',
    behaviors,
    domains,
    jobs,
    contactFields: customFields,
    seed,
    ...(limit !== undefined && { rateLimit: { limit, retryAfter: true } }),
    ...(scopes && { accounts: { main: { keys: { 'test:secret': scopes }, blocked } } }),
  }
}
