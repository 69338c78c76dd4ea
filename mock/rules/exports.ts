import type { components } from '../../sdk/generated/schema.ts'
import { problems, type Violation } from '../problems.ts'
import { type Account, unfinished } from '../state/account.ts'
import { kindsOfActivity } from '../state/activities.ts'
import type { ExportRow } from '../state/job-rows.ts'
import { rule } from './rule.ts'
import { segmentIn } from './segments.ts'
import { sources } from './sources.ts'

type ExportType = ExportRow['exportType']
type Filters = components['schemas']['ExportedFilters']

/** The Data Explorer reports that the twin has. The vendor's are made in its panel. */
export const reportIds = [
  'purchases-by-day',
  'contacts-by-origin',
  'contacts-by-identifier',
] as const

const mostUnfinished = 5
const longest = 31 * 86_400_000

/** For contacts, the range is an option, and either end of it: undocumented. */
export const rangeMustFit = rule(
  {
    id: 'export-range',
    grade: 'documented',
    source: sources.postExport,
    says: 'Activities are exported for a range of dates; a range has at most 31 days.',
  },
  (exportType: ExportType, { fromDate, toDate }: Filters = {}) => {
    const ends = { fromDate, toDate }
    const missing = (['fromDate', 'toDate'] as const).filter((name) => ends[name] === undefined)
    if (exportType === 'activities' && missing.length > 0) {
      throw refused(missing.map((name) => [name, 'is needed for activities']))
    }
    if (fromDate === undefined || toDate === undefined) return
    const length = Date.parse(toDate) - Date.parse(fromDate)
    if (length < 0) throw refused([['toDate', 'must not be before fromDate']])
    if (length > longest) throw refused([['toDate', 'must be within 31 days of fromDate']])
  },
)

/** That an unknown segment, type or report is refused is assumed, as is that no type is. */
export const filtersMustBeKnown = rule(
  {
    id: 'export-filters',
    grade: 'documented',
    source: sources.postExport,
    says: 'activityTypes are for activities, at least one; types, segment and report are known ones.',
  },
  (account: Account, exportType: ExportType, filters: Filters = {}) => {
    const { segmentId, activityTypes, reportId } = filters
    const wrong = activityTypes === undefined ? [] : wrongTypes(exportType, activityTypes)
    if (segmentId !== undefined && segmentIn(account, segmentId) === undefined) {
      wrong.push(['segmentId', 'is not a segment of this account'])
    }
    if (reportId !== undefined && !reportIds.includes(reportId as never)) {
      wrong.push(['reportId', `must be one of ${reportIds.join(', ')}`])
    }
    if (wrong.length > 0) throw refused(wrong)
  },
)

/** E0301. */
export const exportsMustNotPileUp = rule(
  {
    id: 'export-queue',
    grade: 'documented',
    source: sources.errorCodes,
    says: 'At most 5 exports of an account have not ended.',
  },
  (account: Account) => {
    if (account.exports.of.unfinished.get(unfinished).length >= mostUnfinished) {
      throw problems.exportsQueued(mostUnfinished)
    }
  },
)

type Wrong = readonly [name: string, reason: string]

function wrongTypes(exportType: ExportType, types: readonly string[]): Wrong[] {
  if (exportType !== 'activities') return [['activityTypes', 'goes with activities only']]
  if (types.length === 0) return [['activityTypes', 'must have at least 1 item']]
  const reason = `must be one of ${kindsOfActivity.join(', ')}`
  return [...types.entries()]
    .filter(([, type]) => !kindsOfActivity.includes(type as never))
    .map(([at]) => [`activityTypes[${at}]`, reason])
}

function refused(wrong: readonly Wrong[]) {
  const violations: Violation[] = wrong.map(([name, reason]) => ({
    path: `filters.${name}`,
    reason,
  }))
  return problems.misfit(violations, 'body')
}
