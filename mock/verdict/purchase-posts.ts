import type { JournalEntry } from '../journal.ts'
import { isAmbiguous, isDone, isLost, membersOf } from './reading.ts'

/** A purchase that was sent again, though nobody had looked whether it was there. */
export interface SentAgain {
  readonly purchaseId: string
  readonly first: JournalEntry
  readonly again: JournalEntry
  /** Whether somebody looked after that, before it was sent once more. */
  readonly isLookedUpAfter: boolean
}

/**
 * Purchases that were sent while an earlier call may have created them. To look a purchase up, to
 * delete it, or to be refused it, makes sending it all right again. A 429 has not looked at it.
 */
export function purchasesSentAgain(calls: readonly JournalEntry[]): SentAgain[] {
  const found: { -readonly [Part in keyof SentAgain]: SentAgain[Part] }[] = []
  const open = new Map<string, JournalEntry>()
  const unsettled = new Map<string, (typeof found)[number]>()
  for (const call of calls) {
    if (call.operation === 'POST /purchases/') {
      if (call.status === 429) continue
      const { purchaseId } = membersOf(call.requestBody)
      if (typeof purchaseId !== 'string') continue
      const name = nameOf(call, purchaseId)
      const first = open.get(name)
      unsettled.delete(name)
      if (first) {
        const sent = { purchaseId, first, again: call, isLookedUpAfter: false }
        found.push(sent)
        unsettled.set(name, sent)
      }
      if (first || isDone(call) || isAmbiguous(call)) open.set(name, call)
    } else {
      for (const purchaseId of settledBy(call, open)) {
        const name = nameOf(call, purchaseId)
        open.delete(name)
        const sent = unsettled.get(name)
        if (sent) sent.isLookedUpAfter = true
      }
    }
  }
  return found
}

function nameOf({ account }: JournalEntry, purchaseId: string) {
  return `${account}\n${purchaseId}`
}

/** The purchases of which a call says, or sees to it, whether they are there. */
function settledBy(call: JournalEntry, open: ReadonlyMap<string, JournalEntry>): string[] {
  const { operation, address } = call
  const [id = ''] = address
  // Of a truncated answer, the status has arrived.
  const isTold = !isLost(call) || call.fault === 'truncate'
  if (!isTold || (call.status !== 404 && !isDone(call))) return []
  if (operation?.endsWith(' /purchases/purchase-id/{id}')) return [id]
  if (operation === 'GET /purchases/{id}') return textIn(call, 'purchaseId')
  if (operation !== 'DELETE /purchases/{id}') return []
  const deleted = [...open.values()].find((post) => textIn(post, 'id')[0] === id)
  return deleted ? textIn(deleted, 'purchaseId') : []
}

function textIn({ body }: JournalEntry, name: string): string[] {
  const value = membersOf(body)[name]
  return typeof value === 'string' ? [value] : []
}
