import type { reportIds } from '../rules/exports.ts'
import { isAnonymous } from '../rules/external-id.ts'
import type { Account } from '../state/account.ts'
import { origins } from '../state/activities.ts'
import type { ExportRow } from '../state/job-rows.ts'
import { iso } from '../state/moment.ts'
import type { ContactRow } from '../state/rows.ts'
import { originsOf } from './export-origins.ts'
import { scopeOf } from './export-scope.ts'
import { type Sheet, sheetOf } from './export-sheet.ts'

type ReportId = (typeof reportIds)[number]

const reports: Readonly<Record<ReportId, (account: Account, row: ExportRow) => Sheet>> = {
  'purchases-by-day': purchasesByDay,
  'contacts-by-origin': (account, row) => {
    const known = originsOf(account)
    const originOf = ({ id }: ContactRow) => known.get(id) ?? beyondTheLog
    return contactsBy({ name: 'origin', kinds: origins, kindOf: originOf }, account, row)
  },
  'contacts-by-identifier': (account, row) => {
    const kinds = ['email', 'external-id', 'both', 'anonymous']
    return contactsBy({ name: 'identifier', kinds, kindOf: identifierOf }, account, row)
  },
}

const day = 86_400_000
/** Only where the log does not reach back to the creation of a contact. */
const beyondTheLog = 'unknown'

/** A report of the Data Explorer. */
export function reportSheet(account: Account, row: ExportRow): Sheet {
  // Seam: the rule export-filters has let in nothing but known reports.
  return reports[row.filters?.reportId as ReportId](account, row)
}

/** Every day of the range, also those without a purchase; by the purchase's own date. */
function purchasesByDay(account: Account, { filters }: ExportRow): Sheet {
  const { fromDate = '', toDate = '' } = filters ?? {}
  const days = new Map<string, { date: string; purchases: number; amount: number }>()
  for (let at = Date.parse(fromDate); at <= Date.parse(toDate); at += day) {
    days.set(dateOf(at), { date: dateOf(at), purchases: 0, amount: 0 })
  }
  for (const { purchase } of account.purchases.values()) {
    const of = days.get(dateOf(Date.parse(purchase.purchaseDate)))
    if (of === undefined) continue
    of.purchases += 1
    of.amount = sum(of.amount, purchase.totalPrice)
  }
  return sheetOf(
    [...days.values()],
    [
      { name: 'day', cellOf: ({ date }) => date },
      { name: 'purchases', cellOf: ({ purchases }) => String(purchases) },
      // Without the noise of binary fractions.
      { name: 'amount', cellOf: ({ amount }) => String(Number(amount.toFixed(6))) },
    ],
  )
}

/** What contacts are counted by. */
interface Division {
  readonly name: string
  readonly kinds: readonly string[]
  readonly kindOf: (contact: ContactRow) => string
}

/** How many of the contacts that were created in the range are of each kind, none included. */
function contactsBy({ name, kinds, kindOf }: Division, account: Account, row: ExportRow): Sheet {
  const { covers } = scopeOf(account, row)
  const counts = new Map(kinds.map((kind) => [kind, 0]))
  for (const contact of account.contacts.values()) {
    if (!covers(contact.createdAt)) continue
    const kind = kindOf(contact)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return sheetOf(
    [...counts],
    [
      { name, cellOf: ([kind]) => kind },
      { name: 'contacts', cellOf: ([, count]) => String(count) },
    ],
  )
}

function identifierOf(contact: ContactRow) {
  if (isAnonymous(contact)) return 'anonymous'
  if (contact.fields._email === undefined) return 'external-id'
  return contact.fields._externalId === undefined ? 'email' : 'both'
}

function dateOf(moment: number) {
  return iso(moment).slice(0, 'yyyy-mm-dd'.length)
}

/** An amount is a number, however absurd its prices are. */
function sum(a: number, b: number) {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, a + b))
}
