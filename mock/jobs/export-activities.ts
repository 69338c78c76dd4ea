import type { Account } from '../state/account.ts'
import type { Activity } from '../state/activities.ts'
import type { ExportRow } from '../state/job-rows.ts'
import type { ContactRow } from '../state/rows.ts'
import { momentText } from './export-dates.ts'
import { isSince, scopeOf } from './export-scope.ts'
import { type Column, emptyColumns, type Sheet, sheetOf } from './export-sheet.ts'

/** Something that happened, and to whom; to nobody where the contact is gone. */
interface Happening {
  readonly activity: Activity
  readonly contact: ContactRow | undefined
}

/** Activities, oldest first. Contacts that are gone are in no segment. */
export function activitySheet(account: Account, row: ExportRow): Sheet {
  const { covers, includes } = scopeOf(account, row)
  const { activityTypes, segmentId } = row.filters ?? {}
  const happenings: Happening[] = []
  for (const activity of account.activities.all()) {
    const { type, at, contactId } = activity
    if (!covers(at) || (activityTypes && !activityTypes.includes(type))) continue
    const contact = account.contacts.get(contactId)
    if (segmentId !== undefined && !(contact && includes(contact))) continue
    happenings.push({ activity, contact })
  }
  return sheetOf(happenings, columnsOf(row))
}

/** The names are assumed, but for what the versions are documented to bring. */
function columnsOf(row: ExportRow): Column<Happening>[] {
  const { dateFormat = 'ISO' } = row
  const tellsMerged = isSince(row, 'v4')
  const tellsCreated = isSince(row, 'v5')
  const mergedIn = ({ activity: { type, subject = '' } }: Happening) =>
    type === 'contact-merged' ? subject : ''
  const isHidden = ({ activity: { type } }: Happening) => type === 'contact-merged' && !tellsMerged
  return [
    { name: 'type', cellOf: ({ activity }) => activity.type },
    { name: 'date', cellOf: ({ activity }) => momentText(activity.at, dateFormat) },
    { name: 'contactId', cellOf: ({ activity }) => activity.contactId },
    { name: '_externalId', cellOf: ({ contact }) => contact?.fields._externalId ?? '' },
    { name: '_email', cellOf: ({ contact }) => contact?.fields._email ?? '' },
    {
      name: 'origin',
      cellOf: ({ activity: { type, origin } }) =>
        type === 'contact-created' && !tellsCreated ? '' : origin,
    },
    { name: 'subject', cellOf: (one) => (isHidden(one) ? '' : (one.activity.subject ?? '')) },
    {
      name: 'data',
      cellOf: ({ activity: { data } }) => (data === undefined ? '' : JSON.stringify(data)),
    },
    ...(tellsMerged ? [{ name: 'previousContactId', cellOf: mergedIn }, ...attribution] : []),
  ]
}

/** What a purchase is attributed to. The twin has neither contents nor workflows. */
const attribution = emptyColumns(
  ...['contentId', 'contentName', 'contentTags', 'workflowId', 'workflowName', 'workflowTags'],
  ...['attributionConfidence', 'attributionScenario'],
)
