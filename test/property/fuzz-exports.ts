import fc from 'fast-check'
import { kindsOfActivity } from '../../mock/state/activities.ts'

/** The last two are no range that exports take. */
const ranges = fc.constantFrom(
  { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-02-01T00:00:00Z' },
  { fromDate: '2025-12-31T22:00:00-02:00', toDate: '2026-01-15T00:00:00+14:00' },
  { fromDate: '1970-01-01T00:00:00Z', toDate: '1970-01-01T00:00:00Z' },
  { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-02-01T00:00:00.001Z' },
  { fromDate: '2026-01-02T00:00:00Z', toDate: '2026-01-01T00:00:00Z' },
)

const days = fc.constantFrom(
  { fromDate: '2026-01-01', toDate: '2026-02-01' },
  { fromDate: '2026-01-01', toDate: '2026-01-01' },
  { fromDate: '2026-01-01', toDate: '2026-02-02' },
  { fromDate: '0001-01-01', toDate: '9999-12-31' },
)

const segmentIds = fc.constantFrom(
  ...['has-external-id', 'has-no-external-id', 'anonymous', 'external-id-starts-with:POS'],
  ...['external-id-is-one-of:42,%2C,%zz', 'external-id-is-one-of:', '__proto__', 'constructor'],
)

const activityTypes = fc.oneof(
  { arbitrary: fc.constantFrom<string[]>(...kindsOfActivity), weight: 9 },
  fc.constantFrom('toString', 'opened'),
)

const filters = fc
  .tuple(
    fc.option(segmentIds, { freq: 2, nil: undefined }),
    fc.option(ranges, { freq: 4, nil: undefined }),
    fc.option(fc.array(activityTypes, { maxLength: 3 }), { freq: 2, nil: undefined }),
  )
  .map(([segmentId, range, types]) => ({
    ...(segmentId !== undefined && { segmentId }),
    ...range,
    ...(types && { activityTypes: types }),
  }))

const reports = fc
  .tuple(
    fc.constantFrom('purchases-by-day', 'contacts-by-origin', 'contacts-by-identifier', 'valueOf'),
    days,
  )
  .map(([reportId, range]) => ({ reportId, ...range }))

/** Values of what exports are asked for by, without which next to nothing would be allowed. */
export const valuesOfExports: readonly (readonly [string, fc.Arbitrary<unknown>])[] = [
  ['ExportFilters', filters],
  ['DataExplorerFilters', reports],
  ['PageNumber', fc.constantFrom('1', '2', '40', '999999999')],
]
