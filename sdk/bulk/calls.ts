import { ApiError, ConnectifError, mayRetry } from '../errors.ts'
import type { Source } from '../files/source.ts'
import { deferred } from './deferred.ts'
import { failureOf } from './failure.ts'
import { Lanes } from './lanes.ts'
import type { BulkResult } from './report.ts'
import type { Plan, Run } from './run.ts'

/**
 * How far ahead of the first item that is not done others may be. It bounds what is kept of them,
 * however long one item takes.
 */
const reach = 10_000

/** How many items may fail for now until the run ends: the API is down, and a later run goes on. */
const mostForNow = 10_000

/** Sends items by one call each, many at a time. */
export function calls<Item, Outcome extends string, Data>(
  run: Run,
  source: Source<Item>,
  plan: Plan<Item, Outcome, Data>,
): AsyncGenerator<BulkResult<Item, Outcome, Data>, void, undefined> {
  const sending = new Sending(run, source, plan)
  return sending.results()
}

class Sending<Item, Outcome extends string, Data> {
  readonly #run: Run
  readonly #source: Source<Item>
  readonly #plan: Plan<Item, Outcome, Data>
  /** What came of items, not handed on yet. */
  readonly #finished: BulkResult<Item, Outcome, Data>[] = []
  readonly #lanes = new Lanes()
  /** What items that failed for now write to: the next run sends those after them too, in order. */
  readonly #held = new Set<string>()
  #wake = deferred<void>()
  #position = 0
  #active = 0
  #isReading = false
  #isProven = false
  #isOver = false
  #failure: { error: unknown } | undefined

  constructor(run: Run, source: Source<Item>, plan: Plan<Item, Outcome, Data>) {
    this.#run = run
    this.#source = source
    this.#plan = plan
  }

  /** What came of the items, as they end. */
  async *results(): AsyncGenerator<BulkResult<Item, Outcome, Data>, void, undefined> {
    const { signal } = this.#run.settings
    const stop = () => this.#fail(signal?.reason)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    try {
      for (;;) {
        for (let one = this.#finished.shift(); one; one = this.#finished.shift()) yield one
        this.#fill()
        if (this.#failure && this.#active === 0) throw this.#failure.error
        if (this.#isOver && this.#active === 0) return
        await this.#wake.promise
        this.#wake = deferred()
      }
    } finally {
      signal?.removeEventListener('abort', stop)
      await this.#stopped()
    }
  }

  /** Ends it: nothing more is taken, and what is in flight is waited for. */
  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#isOver = true
    this.#wake.resolve()
  }

  /** Resolves when nothing is in flight any more, and all of it is saved. */
  async #stopped(): Promise<void> {
    this.#isOver = true
    this.#source.stop()
    while (this.#active > 0) {
      await this.#wake.promise
      this.#wake = deferred()
    }
    await this.#run.ledger.commit()
  }

  #mayTake(): boolean {
    const { concurrency } = this.#run.settings
    const most = this.#isProven ? concurrency : 1
    if (this.#isOver || this.#isReading || this.#active >= most) return false
    if (this.#finished.length >= concurrency) return false
    return this.#position - this.#run.ledger.low < reach
  }

  #fill(): void {
    if (!this.#mayTake()) return
    this.#isReading = true
    this.#source.next().then(
      ({ done, value }) => this.#take(done === true, value as Item),
      (error) => {
        this.#isReading = false
        this.#fail(error)
      },
    )
  }

  #take(isOver: boolean, item: Item): void {
    this.#isReading = false
    if (isOver || this.#isOver) {
      this.#isOver = true
      this.#wake.resolve()
      return
    }
    const position = this.#position
    this.#position += 1
    if (!this.#run.ledger.has(position)) this.#start(item, position)
    this.#fill()
  }

  /** Sends an item after those before it that write to the same. */
  #start(item: Item, position: number): void {
    this.#active += 1
    this.#lanes
      .enter(this.#plan.keysOf(item), (linked) => this.#send(item, position, linked))
      // Until it is saved that it is done it counts as in flight, since it would be sent again.
      .then(() => this.#run.ledger.commit())
      .catch((error) => this.#fail(error))
      .then(() => {
        this.#active -= 1
        this.#isProven = true
        this.#wake.resolve()
        this.#fill()
      })
  }

  async #send(item: Item, position: number, linked: () => Iterable<string>): Promise<void> {
    if (this.#failure) return
    const { ledger, settings } = this.#run
    try {
      if (this.#plan.keysOf(item).some((key) => this.#held.has(key))) throw new HeldError()
      const done = await this.#plan.carryOut(item, settings.call, ledger.isAgain(position))
      this.#end({ position, item, ...done })
    } catch (error) {
      if (this.#endsAll(error)) this.#fail(error)
      else this.#failed(error as ConnectifError, item, position, linked())
    }
  }

  #failed(error: ConnectifError, item: Item, position: number, keys: Iterable<string>): void {
    const { ledger } = this.#run
    const isHeld = error instanceof HeldError
    const isForNow = ledger.isKept && (isHeld || mayRetry('GET', error))
    const isNew = isForNow && !ledger.isAgain(position)
    this.#end(failureOf(error, item, position), isForNow)
    if (isForNow) for (const key of keys) this.#held.add(key)
    if (!isNew || isHeld || ledger.left < mostForNow) return
    const message = `${ledger.left} items failed only for now: run it again later`
    this.#fail(new ConnectifError(message, { cause: error }))
  }

  #end(result: BulkResult<Item, Outcome, Data>, isForNow = false): void {
    this.#run.note(result, isForNow)
    this.#finished.push(result)
  }

  #endsAll(error: unknown): boolean {
    if (this.#run.settings.signal?.aborted || !(error instanceof ConnectifError)) return true
    return error instanceof ApiError && (error.status === 401 || error.status === 403)
  }
}

/** Why an item was not sent. */
class HeldError extends ConnectifError {
  constructor() {
    super('not sent: one before it that writes to the same failed only for now')
  }
}
