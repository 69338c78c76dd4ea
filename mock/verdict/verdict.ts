import type { Journal, JournalEntry } from '../journal.ts'
import { addressNotEncoded } from './addresses.ts'
import { contactRace } from './contact-races.ts'
import { contentTypeMissing } from './content-type.ts'
import { keyInQuery } from './key-in-query.ts'
import { limitIgnored } from './limit-ignored.ts'
import type { Mistake } from './mistake.ts'
import { polledAfterEnd } from './polled-after-end.ts'
import { postRepeated } from './post-repeated.ts'
import { purchaseSentTwice } from './purchase-sent-twice.ts'

/** Id of a mistake. */
export type MistakeId =
  | 'purchase-sent-twice'
  | 'post-repeated'
  | 'limit-ignored'
  | 'polled-after-end'
  | 'address-encoding'
  | 'content-type'
  | 'key-in-query'
  | 'contact-race'

const mistakes: readonly Mistake<MistakeId>[] = [
  purchaseSentTwice,
  postRepeated,
  limitIgnored,
  polledAfterEnd,
  addressNotEncoded,
  contentTypeMissing,
  keyInQuery,
  contactRace,
]

/** A mistake that a client made. */
export interface Finding {
  /** Which one, in kebab case. */
  readonly id: MistakeId
  /** What happened, in one sentence. */
  readonly sentence: string
  /** What to do instead. */
  readonly advice: string
  /** The calls that show it, in the order in which they were made. */
  readonly calls: readonly JournalEntry[]
}

/** How a client behaved, by its calls. Plain JSON, without keys. */
export interface Verdict {
  /** Whether no mistake was found. */
  readonly clean: boolean
  /** Whether the journal held all calls; else older ones were dropped, and not judged. */
  readonly complete: boolean
  /** The mistakes, each as often as it was made, in the order of `MistakeId`. */
  readonly findings: readonly Finding[]
}

/** Judges the client by the calls in a journal, without those that somebody made by hand. */
export function verdictOn(journal: Journal): Verdict {
  const held = journal.calls()
  const calls = held.filter(({ byHand }) => !byHand)
  const findings = mistakes.flatMap(({ id, advice, find }) =>
    find(calls).map((shown): Finding => ({ id, advice, ...shown })),
  )
  return { clean: findings.length === 0, complete: held.length === journal.count, findings }
}
