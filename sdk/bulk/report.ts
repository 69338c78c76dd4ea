import type { ConnectifError } from '../errors.ts'

/** An item that was carried out, and what came of it. */
export interface BulkDone<Item, Outcome extends string, Data = unknown> {
  /** Place of the item in the source, from 0. */
  readonly position: number
  /** The item as the source gave it. */
  readonly item: Item
  /** What came of it. */
  readonly outcome: Outcome
  /** What the API answered with; not for items that went in an import. */
  readonly data?: Data
}

/**
 * An item that failed: it was refused, or still not answered after the last retry. With a
 * checkpoint it may also be one that was not sent, as it writes to the same as one before it that
 * failed only for now; the same call again sends both.
 */
export interface BulkFailure<Item> {
  /** Place of the item in the source, from 0. */
  readonly position: number
  /** The item as the source gave it. */
  readonly item: Item
  /** Tells it from the items that were carried out. */
  readonly outcome: 'failed'
  /** What is wrong, in words. */
  readonly reason: string
  /** Id of the rule that refused, such as `external-id-unique`; only the twin tells it. */
  readonly rule?: string
  /** The error of the call; not for items that went in an import. */
  readonly error?: ConnectifError
}

/** What came of an item. */
export type BulkResult<Item, Outcome extends string, Data = unknown> =
  | BulkDone<Item, Outcome, Data>
  | BulkFailure<Item>

/**
 * What came of all items. After a resume the numbers are those of the whole, earlier runs included,
 * each item counted once, as it ended last; `failures` are of this run only, since a checkpoint
 * holds no items.
 */
export type BulkReport<Item, Outcome extends string> = {
  /** Items that ended so. */
  readonly [Name in Outcome | 'failed']: number
} & {
  /** Items that ended, however. */
  readonly done: number
  /** The first items that failed, in the order in which they did; at most `keepFailures`. */
  readonly failures: readonly BulkFailure<Item>[]
}

/** How far a run is. */
export interface BulkProgress {
  /** Items that ended, however; those of earlier runs that this one resumes are among them. */
  readonly done: number
  /** Items that failed. */
  readonly failed: number
  /** Items in all, where that is known. */
  readonly total?: number
  /** Items per second, on average since this run began. */
  readonly rate: number
  /** Milliseconds until the end at this rate, where the total is known. */
  readonly timeLeft?: number
}
