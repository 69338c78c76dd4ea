import { answer } from '../call.ts'
import type { JournalEntry } from '../journal.ts'
import { isAnonymous } from '../rules/external-id.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/moment.ts'
import type { ContactRow } from '../state/rows.ts'
import type { ControlOperations } from './operation.ts'
import { accountOf } from './records.ts'

const day = 86_400_000
const mostSpans = 60
const mostPurged = 50

interface Counts {
  externalId: number
  emailOnly: number
  anonymous: number
}

/** An account at a glance. */
export const overview: ControlOperations = {
  'GET /__twin/accounts/{id}/overview': {
    run: (input) => {
      const account = accountOf(input)
      const entries = input.mock.journal.calls({ account: input.params.id as string })
      return answer(200, {
        contacts: { total: account.contacts.size, byKind: byKind(account) },
        contactsOverTime: overTime(account),
        calls: callsIn(entries),
        purged: account.activities
          .purges(mostPurged)
          .map(({ contactId, at }) => ({ id: contactId, at: iso(at) })),
      })
    },
  },
}

function none(): Counts {
  return { externalId: 0, emailOnly: 0, anonymous: 0 }
}

function kindOf(contact: ContactRow): keyof Counts {
  if (contact.fields._externalId !== undefined) return 'externalId'
  return isAnonymous(contact) ? 'anonymous' : 'emailOnly'
}

function byKind(account: Account): Counts {
  const counts = none()
  for (const contact of account.contacts.values()) counts[kindOf(contact)] += 1
  return counts
}

/** By the day of creation in UTC, up to today; where there are too many days, by spans of some. */
function overTime(account: Account) {
  let first = dayOf(account.now())
  let last = first
  for (const { createdAt } of account.contacts.values()) {
    const created = dayOf(createdAt)
    if (created < first) first = created
    if (created > last) last = created
  }
  if (account.contacts.size === 0) return []
  const days = Math.ceil((last - first + 1) / mostSpans)
  const spans = Array.from({ length: Math.ceil((last - first + 1) / days) }, none)
  for (const contact of account.contacts.values()) {
    const span = spans[Math.floor((dayOf(contact.createdAt) - first) / days)] as Counts
    span[kindOf(contact)] += 1
  }
  return spans.map((counts, at) => {
    const from = (first + at * days) * day
    return { day: iso(from).slice(0, 10), days, ...counts }
  })
}

function dayOf(moment: number) {
  return Math.floor(moment / day)
}

function callsIn(entries: readonly JournalEntry[]) {
  const counted = new Map<string, { operation: string | null; status: number; count: number }>()
  for (const { operation = null, status } of entries) {
    const key = `${status} ${operation}`
    const known = counted.get(key) ?? { operation, status, count: 0 }
    known.count += 1
    counted.set(key, known)
  }
  return [...counted.values()]
}
