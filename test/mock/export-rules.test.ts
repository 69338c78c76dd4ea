import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { exportsMustNotPileUp, filtersMustBeKnown, rangeMustFit } from '../../mock/rules/exports.ts'
import { kindsOfActivity } from '../../mock/state/activities.ts'
import { anAccount, refusalOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'
import { anExport } from '../support/exports.ts'

const start = '2026-01-01T00:00:00Z'
const asked = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }

function refusalOfFilters(filters: object, exportType: 'contacts' | 'activities' = 'contacts') {
  return refusalOf(() => filtersMustBeKnown(anAccount(), exportType, filters))
}

describe('export-range', () => {
  test.for([
    ['2026-02-01T00:00:00Z', 'exactly 31 days'],
    ['2026-02-01T01:00:00+01:00', 'exactly 31 days, in another time zone'],
    [start, 'a single moment'],
  ])('lets pass up to %s: %s', ([toDate]) => {
    const filters = { fromDate: start, toDate: toDate as string }

    expect(refusalOf(() => rangeMustFit('contacts', filters))).toBeUndefined()
    expect(refusalOf(() => rangeMustFit('activities', filters))).toBeUndefined()
  })

  test.for([
    ['2026-02-01T00:00:00.001Z', 'must be within 31 days of fromDate'],
    ['2026-01-31T23:30:00-00:31', 'must be within 31 days of fromDate'],
    ['2025-12-31T23:59:59.999Z', 'must not be before fromDate'],
  ])('refuses a range up to %s: it %s', ([toDate, reason]) => {
    const filters = { fromDate: start, toDate: toDate as string }

    for (const exportType of ['contacts', 'activities'] as const) {
      expect(refusalOf(() => rangeMustFit(exportType, filters))).toMatchObject({
        status: 422,
        rule: 'export-range',
        validationErrors: [{ path: 'filters.toDate', reason }],
      })
    }
  })

  test.for([
    ['2026-02-01', undefined],
    ['2026-02-02', 'must be within 31 days of fromDate'],
    ['2025-12-31', 'must not be before fromDate'],
  ])('of a report up to %s', ([toDate, reason]) => {
    const filters = { reportId: 'purchases-by-day', fromDate: '2026-01-01', toDate: `${toDate}` }

    const refusal = refusalOf(() => rangeMustFit('data-explorer', filters))

    const refused = { validationErrors: [{ path: 'filters.toDate', reason }] }
    if (reason) expect(refusal).toMatchObject(refused)
    else expect(refusal).toBeUndefined()
  })

  test.for([
    [undefined, ['filters.fromDate', 'filters.toDate']],
    [{}, ['filters.fromDate', 'filters.toDate']],
    [{ fromDate: start }, ['filters.toDate']],
    [{ toDate: start }, ['filters.fromDate']],
  ] as const)('is needed for activities: %o lacks %o', ([filters, paths]) => {
    const validationErrors = paths.map((path) => ({ path, reason: 'is needed for activities' }))

    const refusal = refusalOf(() => rangeMustFit('activities', filters))

    expect(refusal).toMatchObject({ status: 422, rule: 'export-range', validationErrors })
    expect(refusalOf(() => rangeMustFit('contacts', filters))).toBeUndefined()
  })
})

describe('export-filters', () => {
  test('every kind of activity is known, for activities alone', () => {
    const filters = { activityTypes: kindsOfActivity }

    expect(refusalOfFilters(filters, 'activities')).toBeUndefined()
    expect(refusalOfFilters(filters, 'contacts')).toMatchObject({
      status: 422,
      rule: 'export-filters',
      validationErrors: [{ path: 'filters.activityTypes', reason: 'goes with activities only' }],
    })
  })

  test('unknown kinds of activity are named by their place', () => {
    const filters = { activityTypes: ['purchase', 'Purchase', 'page-view', 'constructor'] }

    const refusal = refusalOfFilters(filters, 'activities')

    const reason = `must be one of ${kindsOfActivity.join(', ')}`
    const paths = ['filters.activityTypes[1]', 'filters.activityTypes[3]']
    expect(refusal).toMatchObject({ validationErrors: paths.map((path) => ({ path, reason })) })
  })

  test('no kind of activity at all is refused, as it could mean none or all', () => {
    expect(refusalOfFilters({ activityTypes: [] }, 'activities')).toMatchObject({
      validationErrors: [{ path: 'filters.activityTypes', reason: 'must have at least 1 item' }],
    })
  })

  test('a segment is one of the account, or built in', () => {
    const account = anAccount()
    account.segments.set('vip', {})
    const refusalOfSegment = (segmentId: string) =>
      refusalOf(() => filtersMustBeKnown(account, 'contacts', { segmentId }))

    expect(refusalOfSegment('vip')).toBeUndefined()
    expect(refusalOfSegment('has-external-id')).toBeUndefined()
    expect(refusalOfSegment('external-id-starts-with:POS-')).toBeUndefined()
    for (const unknown of ['VIP', 'external-id-starts-with:', 'constructor']) {
      expect(refusalOfSegment(unknown)).toMatchObject({
        status: 422,
        rule: 'export-filters',
        validationErrors: [
          { path: 'filters.segmentId', reason: 'is not a segment of this account' },
        ],
      })
    }
  })

  test('a report is one that there is', () => {
    const filters = { reportId: 'sales', fromDate: '2026-01-01', toDate: '2026-01-02' }

    expect(refusalOf(() => filtersMustBeKnown(anAccount(), 'data-explorer', filters))).toEqual({
      status: 422,
      rule: 'export-filters',
      title: 'Unprocessable Entity',
      detail: expect.any(String),
      validationErrors: [
        {
          path: 'filters.reportId',
          reason: 'must be one of purchases-by-day, contacts-by-origin, contacts-by-identifier',
        },
      ],
    })
  })
})

describe('export-queue', () => {
  const withExports = (...statuses: ('queued' | 'inProgress' | 'finished' | 'error')[]) => {
    const account = anAccount()
    for (const status of statuses) account.exports.put(anExport({ id: account.nextId(), status }))
    return account
  }

  test('5 that have not ended are the most, whatever has ended', () => {
    const four = withExports('finished', 'error', 'inProgress', 'queued', 'queued', 'queued')
    const five = withExports('inProgress', 'queued', 'queued', 'queued', 'queued')

    expect(refusalOf(() => exportsMustNotPileUp(four))).toBeUndefined()
    expect(refusalOf(() => exportsMustNotPileUp(five))).toMatchObject({
      status: 400,
      rule: 'export-queue',
      code: 'E0301',
    })
  })
})

describe('an export is refused', () => {
  const dates = { fromDate: '2026-01-02T00:00:00Z', toDate: start }

  test('by its shape first, then its range, its filters and the queue, and nothing is queued', () => {
    const mock = createMock({ clock: start })
    for (let count = 0; count < 5; count++) ask(mock, 'POST /exports/', asked)
    const rules = [
      { ...asked, delimiter: '|', filters: { ...dates, segmentId: 'none' } },
      { ...asked, filters: { ...dates, segmentId: 'none' } },
      { ...asked, filters: { segmentId: 'none' } },
      asked,
    ].map((body) => ask(mock, 'POST /exports/', body).rule)

    expect(rules).toEqual(['body-shape', 'export-range', 'export-filters', 'export-queue'])
    expect(ask(mock, 'GET /exports/').json?.results).toHaveLength(5)
  })

  test('as a report, in the same order', () => {
    const mock = createMock({ clock: start })
    for (let count = 0; count < 5; count++) ask(mock, 'POST /exports/', asked)
    const filters = { reportId: 'none', fromDate: '2026-01-02', toDate: '2026-01-01' }
    const good = { ...filters, reportId: 'purchases-by-day', toDate: '2026-01-02' }
    const rules = [
      { ...filters, fromDate: '2026-02-30' },
      filters,
      { ...filters, toDate: '2026-01-02' },
      good,
    ].map((filters) => {
      return ask(mock, 'POST /exports/type/data-explorer', { delimiter: ';', filters }).rule
    })

    expect(rules).toEqual(['body-shape', 'export-range', 'export-filters', 'export-queue'])
    expect(ask(mock, 'GET /exports/').json?.results).toHaveLength(5)
  })
})
