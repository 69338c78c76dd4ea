import type { JournalEntry } from '../journal.ts'
import type { Mistake, Shown } from './mistake.ts'
import { grouped, isSeen, membersOf } from './reading.ts'

const final: readonly unknown[] = ['finished', 'error', 'cancelled']

/** To look once more is no polling. */
const allowed = 1

/**
 * An import or an export that a client asks for on and on, though it was told that it has ended.
 * Whoever downloads its file needs a new link first, so that does not count.
 */
export const polledAfterEnd: Mistake<'polled-after-end'> = {
  id: 'polled-after-end',
  advice: 'Stop polling at any of the final states: finished, error and cancelled.',
  find: (calls) => {
    const downloads = new Set(calls.filter(isDownload).map(({ path }) => path))
    const polls = grouped(calls, ({ operation, account, address, method }) =>
      method === 'GET' && (operation === 'GET /imports/{id}' || operation === 'GET /exports/{id}')
        ? `${operation}\n${account}\n${address[0]}`
        : undefined,
    )
    return polls.flatMap((group) => polledOn(group, downloads))
  },
}

function polledOn(calls: readonly JournalEntry[], downloads: ReadonlySet<string>): Shown[] {
  const told = calls.find((call) => isSeen(call) && final.includes(membersOf(call.body).status))
  if (!told) return []
  const later = calls.filter((call) => call.number > told.number && call.known >= told.number)
  const idle = later.filter((call) => !isForDownload(call, downloads))
  if (idle.length <= allowed) return []
  const kind = told.operation === 'GET /imports/{id}' ? 'import' : 'export'
  const { status } = membersOf(told.body)
  const sentence = `The ${kind} ${told.address[0]} was polled ${idle.length} more times after it was ${status}.`
  return [{ sentence, calls: [told, ...idle] }]
}

function isForDownload({ body }: JournalEntry, downloads: ReadonlySet<string>): boolean {
  const { errorReportFileUrl, fileUrl } = membersOf(body)
  const links = [errorReportFileUrl, fileUrl].filter((link) => typeof link === 'string')
  return links.some((link) => downloads.has(new URL(link).pathname))
}

function isDownload({ path, method }: JournalEntry): boolean {
  return method === 'GET' && path.startsWith('/__files/')
}
