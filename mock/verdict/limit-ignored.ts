import { askedWaitMs } from '../../sdk/rate-limit.ts'
import type { JournalEntry } from '../journal.ts'
import type { Mistake, Shown } from './mistake.ts'
import { isSeen } from './reading.ts'

/** Timers may fire a little early. */
const timerSlack = 20
/** `X-RateLimit-Reset` counts whole seconds, so that clients may round it. */
const secondsSlack = 1000

/** Calls of a key that a client makes although an answer has told it that none is left. */
export const limitIgnored: Mistake<'limit-ignored'> = {
  id: 'limit-ignored',
  advice:
    'When X-RateLimit-Remaining is 0, or after a 429, make no call with this key until X-RateLimit-Reset, or for the seconds of Retry-After. All calls of a key count: share one client.',
  find: (calls) => {
    const shown = new Map<JournalEntry, JournalEntry[]>()
    const openOf = new Map<number, Limit[]>()
    for (const call of calls) {
      const { key } = call
      if (key === undefined) continue
      const open = (openOf.get(key) ?? []).filter((limit) => !isOver(limit, call, 0))
      openOf.set(key, open)
      const ignored = open.find((limit) => isIgnored(limit, call))
      if (ignored) shown.set(ignored.by, [...(shown.get(ignored.by) ?? [ignored.by]), call])
      const limit = limitIn(call)
      // The first answer that told of a moment is the one that was known longest.
      if (limit && !open.some((one) => one.by.at + one.waitMs >= call.at + limit.waitMs)) {
        open.push(limit)
      }
    }
    return Array.from(shown.values(), inWords)
  },
}

interface Limit {
  readonly by: JournalEntry
  /** Milliseconds from its answer until calls are taken again. */
  readonly waitMs: number
}

function limitIn(call: JournalEntry): Limit | undefined {
  const { status, headers } = call
  const isUsedUp = status === 429 || headers['x-ratelimit-remaining'] === '0'
  if (!isUsedUp || !isSeen(call)) return undefined
  // By the twin's clock, to the millisecond; the header counts whole seconds, or is not there.
  const date = new Date(call.at).toISOString()
  const waitMs = askedWaitMs(429, new Headers({ ...headers, date })) ?? 0
  return waitMs > 0 ? { by: call, waitMs } : undefined
}

function isIgnored(limit: Limit, call: JournalEntry): boolean {
  if (limit.by.number > call.known) return false
  const refused = call.status === 429 && call.rule === 'rate-limit'
  const bySeconds = limit.by.headers['retry-after'] === undefined && !refused
  return !isOver(limit, call, bySeconds ? secondsSlack : timerSlack)
}

/** By the twin's clock or the machine's: while one stands still, a client waits by the other. */
function isOver({ by, waitMs }: Limit, { at, started }: JournalEntry, slackMs: number): boolean {
  const passed = Math.max(at - by.at, started - by.started)
  return passed >= waitMs - slackMs
}

function inWords(calls: readonly JournalEntry[]): Shown {
  const [told, ...ignoring] = calls
  const how = told?.status === 429 ? 'a 429 asked to wait' : 'Remaining was 0'
  const count = ignoring.length === 1 ? '1 call was' : `${ignoring.length} calls were`
  return { sentence: `${count} made after ${how}, before that time was over.`, calls }
}
