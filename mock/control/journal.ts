import { answer } from '../call.ts'
import type { JournalQuery } from '../journal.ts'
import type { ControlOperations, Input } from './operation.ts'
import { wholeNumberIn } from './values.ts'

const filters = ['operation', 'method', 'status', 'rule', 'fault', 'account', 'address']
const stream = { 'content-type': 'text/event-stream; charset=utf-8' }
const fromNowOn = -1

/** The calls to the API that were made, and what became of them. */
export const journal: ControlOperations = {
  'GET /__twin/journal': {
    query: [...filters, 'limit'],
    run: (input) => {
      const limit = wholeNumberIn(input.query, 'limit', { least: 1, most: 1000, otherwise: 100 })
      const found = input.mock.journal.calls(journalQuery(input))
      return answer(200, { total: found.length, calls: found.slice(-limit) })
    },
  },

  'DELETE /__twin/journal': {
    run: ({ mock }) => {
      mock.journal.clear()
      return answer(204)
    },
  },

  'GET /__twin/journal/events': {
    query: ['after'],
    run: ({ query, headers }) => {
      // A page cannot send the header with its first request; the browser sends it with the next.
      const after = headers['last-event-id'] ?? query.after
      const limits = { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: fromNowOn }
      const last = wholeNumberIn(after === undefined ? {} : { after }, 'after', limits)
      const events = { after: last === fromNowOn ? undefined : last }
      return { status: 200, headers: stream, body: '', events }
    },
  },
}

function journalQuery({ query: { limit: _, status, ...query } }: Input): JournalQuery {
  if (status === undefined) return query as JournalQuery
  const number = wholeNumberIn({ status }, 'status', { least: 100, most: 599, otherwise: 0 })
  return { ...query, status: number } as JournalQuery
}
