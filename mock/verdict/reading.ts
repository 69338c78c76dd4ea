import type { JournalEntry } from '../journal.ts'

/** Whether the client surely had the whole answer; a slow one it may have given up on. */
export function isSeen({ fault }: JournalEntry): boolean {
  return fault === undefined || fault === 'status' || fault === 'duplicate'
}

/** Whether the client was left without a whole answer. */
export function isLost({ fault }: JournalEntry): boolean {
  return fault === 'timeout' || fault === 'reset' || fault === 'lost-reply' || fault === 'truncate'
}

/** Whether the answer, or that there was none, leaves open whether the call was carried out. */
export function isAmbiguous(call: JournalEntry): boolean {
  return isLost(call) || call.status === 408 || call.status >= 500
}

/** Whether the twin has carried the call out, whatever the client heard of it. */
export function isDone({ status }: JournalEntry): boolean {
  return status >= 200 && status < 300
}

/** The members of a JSON object; none where it is something else, or was cut. */
export function membersOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || !text.startsWith('{')) return {}
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Whether a later call was made before the answer to an earlier one was there. */
export function overlap(earlier: JournalEntry, later: JournalEntry): boolean {
  return later.arrived < earlier.number || (later.held?.includes(earlier.number) ?? false)
}

/** The groups that calls fall into, in the order of their first calls; some fall into none. */
export function grouped<Call>(
  calls: readonly Call[],
  groupOf: (call: Call) => string | undefined,
): Call[][] {
  const groups = new Map<string, Call[]>()
  for (const call of calls) {
    const name = groupOf(call)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(call)
    else groups.set(name, [call])
  }
  return [...groups.values()]
}
