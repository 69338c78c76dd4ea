import fc from 'fast-check'

/** Few emails in several spellings, so that they collide often; some are none. */
export const emails: fc.Arbitrary<string> = fc.oneof(
  {
    arbitrary: fc.constantFrom('ada@example.com', 'bob@example.com', 'eve@example.com'),
    weight: 9,
  },
  { arbitrary: fc.constantFrom('ADA@example.com', 'Bob@Example.COM', '42@example.com'), weight: 4 },
  { arbitrary: fc.constantFrom(' ada@example.com', 'bob@example.com ', 'nobody', ''), weight: 1 },
)

/** Few External IDs that differ by little, so that they collide often; some are none. */
export const externalIds: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom('42', 'a/b', 'POS-1'), weight: 9 },
  { arbitrary: fc.constantFrom('42 ', 'pos-1', 'ada@example.com', '😀'.repeat(50)), weight: 3 },
  { arbitrary: fc.constantFrom('', ' ', '..', 'x'.repeat(51), '😀'.repeat(51)), weight: 1 },
)

/** What browsers and devices are known by. */
export const trackerIds: fc.Arbitrary<string> = fc.constantFrom('t1', 't2', 't3', '__proto__')

/** Identifiers that the store gives to purchases. */
export const purchaseIds: fc.Arbitrary<string> = fc.constantFrom('T-1', 'T-2', 'T-3', 'T-4')

/** Identifiers of products; nine of ten are in the catalogue. */
export const productIds: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom('SKU-1', 'SKU-2'), weight: 9 },
  { arbitrary: fc.constant('SKU-9'), weight: 1 },
)

/** Up to a day and a half, in milliseconds: slow jobs get on, but not to their end. */
export const hours: fc.Arbitrary<number> = fc
  .integer({ min: 1, max: 36 })
  .map((count) => count * 3_600_000)

/** How far the clock goes, in milliseconds: hours to 100 days, often around the 90 days. */
export const leaps: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 48 }).map((hours) => hours * 3_600_000),
  fc.integer({ min: 1, max: 100 }).map((days) => days * 86_400_000),
  fc.constantFrom(90 * 86_400_000 - 1, 90 * 86_400_000, 45 * 86_400_000, 1),
)
