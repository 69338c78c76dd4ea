import type { JournalEntry } from '../journal.ts'

/** Calls that show a mistake, and what they show in one sentence. */
export interface Shown {
  readonly sentence: string
  /** In the order in which they were made. */
  readonly calls: readonly JournalEntry[]
}

/** A mistake that clients make, and how it is found among their calls, oldest first. */
export interface Mistake<Id extends string = string> {
  readonly id: Id
  /** What to do instead. */
  readonly advice: string
  readonly find: (calls: readonly JournalEntry[]) => readonly Shown[]
}
