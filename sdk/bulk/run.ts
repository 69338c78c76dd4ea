import { ConnectifError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { BegunRun } from './bulk-run.ts'
import { deferred } from './deferred.ts'
import type { Ledger } from './ledger.ts'
import type { BulkOptions, BulkSource } from './options.ts'
import { Pace } from './pace.ts'
import type { BulkFailure, BulkReport, BulkResult } from './report.ts'

type Result = BulkResult<unknown, string>

/** What a run does with its items. */
export interface Plan<Item, Outcome extends string, Data> {
  /** Such as `contacts.upsertMany`. */
  readonly operation: string
  /** How an item can end well. */
  readonly outcomes: readonly Outcome[]
  /** What the item writes to: two items with one of these in common keep their order. */
  keysOf(item: Item): readonly string[]
  /**
   * Sends one item.
   *
   * @param isAgain - whether it failed in an earlier run, only for now
   */
  carryOut(
    item: Item,
    options: CallOptions,
    isAgain: boolean,
  ): Promise<{ outcome: Outcome; data: Data }>
}

/** Options of a run, checked and complete. */
export interface RunSettings {
  readonly concurrency: number
  readonly keepFailures: number
  readonly signal: AbortSignal | undefined
  /** For each call. */
  readonly call: CallOptions
}

/** What came of the items so far, and who is to hear of it. */
export class Run {
  readonly ledger: Ledger
  readonly settings: RunSettings
  readonly #outcomes: readonly string[]
  readonly #failures: BulkFailure<unknown>[] = []
  readonly #pace: Pace | undefined

  constructor(
    ledger: Ledger,
    settings: RunSettings,
    outcomes: readonly string[],
    pace: Pace | undefined,
  ) {
    this.ledger = ledger
    this.settings = settings
    this.#outcomes = outcomes
    this.#pace = pace
  }

  /** Notes what came of an item, once, and whether the next run sends it again. */
  note(result: Result, isForNow = false): void {
    this.ledger.add(result.position, result.outcome, isForNow)
    if (result.outcome === 'failed' && this.#failures.length < this.settings.keepFailures) {
      this.#failures.push(result as BulkFailure<unknown>)
    }
    this.#pace?.tell(this.ledger)
  }

  /** Tells that it is over. */
  end(): void {
    this.#pace?.tell(this.ledger, true)
  }

  get report(): BulkReport<unknown, string> {
    const { counts, size } = this.ledger
    const all = [...this.#outcomes, 'failed'].map((name) => [name, counts[name] ?? 0])
    return { done: size, ...Object.fromEntries(all), failures: [...this.#failures] }
  }
}

/** The settings of a run, where its options make sense. */
export function settingsOf(options: BulkOptions): RunSettings {
  const { concurrency = 10, keepFailures = 1000, signal } = options
  const { timeout, totalTimeout, maxRetries } = options
  if (!Number.isInteger(concurrency) || concurrency < 1 || !(keepFailures >= 0)) {
    throw new ConnectifError('concurrency must be a whole number from 1, keepFailures one from 0')
  }
  return {
    concurrency,
    keepFailures,
    signal,
    call: { timeout, totalTimeout, maxRetries, signal },
  }
}

/** The pace of a run, where somebody hears of it. */
export function paceOf(
  source: BulkSource<unknown>,
  { onProgress, total = sizeOf(source) }: BulkOptions,
  ledger: Ledger,
): Pace | undefined {
  return onProgress && new Pace(onProgress, total, ledger.size)
}

/** How many items a source has, where it says so. */
export function sizeOf(source: BulkSource<unknown>): number | undefined {
  if (Array.isArray(source)) return source.length
  return source instanceof Set || source instanceof Map ? source.size : undefined
}

/** A run as its caller has it: results to read once, and a report in the end. */
export function begun<Item, Outcome extends string, Data>(
  run: Run,
  items: AsyncGenerator<Result, void, undefined>,
): BegunRun<Item, Outcome, Data> {
  const end = deferred<BulkReport<unknown, string>>()
  end.promise.catch(() => {})
  let isRead = false
  function take() {
    if (isRead) {
      throw new ConnectifError('results are read once, and before the report is asked for')
    }
    isRead = true
  }
  async function* results() {
    take()
    try {
      yield* items
      run.end()
    } catch (error) {
      end.reject(error)
      throw error
    } finally {
      end.resolve(run.report)
    }
  }
  async function drain() {
    take()
    for await (const _ of items);
    run.end()
    return run.report
  }
  // Seam: the plan has typed what its items and outcomes are.
  return {
    results,
    report: () => {
      if (!isRead) drain().then(end.resolve, end.reject)
      return end.promise
    },
  } as unknown as BegunRun<Item, Outcome, Data>
}
