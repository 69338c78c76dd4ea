import type { Journal, JournalEntry } from '../journal.ts'

/** What opens a stream: browsers come back one second after it broke. */
export const opening = 'retry: 1000\n: the calls to the twin follow\n\n'

/** What keeps a stream alive that has nothing to tell; clients skip it. */
export const heartbeat = ': still here\n\n'

/** A call as a server-sent event. */
export function eventOf(entry: JournalEntry): string {
  return `id: ${entry.number}\ndata: ${JSON.stringify(entry)}\n\n`
}

/** The calls after a number that the journal still holds; all, when it was cleared since. */
export function callsAfter(journal: Journal, number: number): JournalEntry[] {
  const held = journal.calls()
  return number > journal.count ? held : held.filter((entry) => entry.number > number)
}
