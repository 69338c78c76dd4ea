import type { CallOptions } from '../options.ts'
import type { Checkpoint, CheckpointPath } from './checkpoint.ts'
import type { BulkProgress } from './report.ts'

/** Items to load: an array, any other iterable, an async one such as a cursor, or a stream. */
export type BulkSource<Item> = ReadableStream<Item> | AsyncIterable<Item> | Iterable<Item>

/** How a run goes; `timeout`, `totalTimeout` and `maxRetries` hold for each of its calls. */
export interface BulkOptions extends CallOptions {
  /**
   * Ends the run at once, and the calls in flight too. It rejects with the signal's reason, after
   * the checkpoint was saved.
   */
  signal?: AbortSignal | undefined
  /**
   * How many items may be on their way at a time. The first goes alone, so that the others know
   * what the quota is.
   *
   * @default 10
   */
  concurrency?: number | undefined
  /**
   * Keeps how far the run is, so that the same call with the same source goes on there. Goes by
   * place: the source must give the same items in the same order. A `path` is that of a file, in
   * Node.
   *
   * After a killed run at most the items are sent again that were in flight. After one that ended,
   * those that failed only for now: that got no answer, or a 408, 429 or 5xx, after all retries.
   * Items after such a one that name the same email, External ID or purchase id wait for the next
   * run too, so that they keep their order. Where 10 000 items failed so, the run ends. Imports
   * have no such items: a call that fails ends the run.
   */
  checkpoint?: Checkpoint | CheckpointPath | undefined
  /** Hears how far it is, four times a second at most and at the end. What it throws ends it. */
  onProgress?: ((progress: BulkProgress) => void) | undefined
  /**
   * Number of items in the source, for `onProgress`.
   *
   * @default the length of an array, the size of a Set or Map, else not known
   */
  total?: number | undefined
  /**
   * How many failures the report keeps, each with its item. The others are only counted there;
   * the results have all.
   *
   * @default 1_000
   */
  keepFailures?: number | undefined
}
