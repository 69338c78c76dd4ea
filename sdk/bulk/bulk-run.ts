import { loaded, type OnUse } from '../loaded.ts'
import type { BulkReport, BulkResult } from './report.ts'

/** A run that has begun. */
export interface BegunRun<Item, Outcome extends string, Data> {
  results(): AsyncGenerator<BulkResult<Item, Outcome, Data>, void, undefined>
  report(): Promise<BulkReport<Item, Outcome>>
}

/**
 * Items on their way to the API. It begins once it is awaited, iterated, or asked for its report;
 * awaiting it gives the report.
 *
 * Iterating gives what came of each item, in the order in which they ended; it goes no faster than
 * it is read. Leaving the loop ends the run after the items in flight. Results can be read once,
 * and not after the report was asked for.
 *
 * @example
 * ```ts
 * const run = connectif.contacts.upsertMany(customers)
 * for await (const { item, outcome } of run) console.log(item._externalId, outcome)
 * const { created, updated, failures } = await run
 * ```
 */
export class BulkRun<Item, Outcome extends string, Data = unknown>
  implements AsyncIterable<BulkResult<Item, Outcome, Data>>, PromiseLike<BulkReport<Item, Outcome>>
{
  readonly #begin: (onUse: OnUse) => Promise<BegunRun<Item, Outcome, Data>>
  #run: Promise<BegunRun<Item, Outcome, Data>> | undefined

  /** @internal */
  constructor(begin: (onUse: OnUse) => Promise<BegunRun<Item, Outcome, Data>>) {
    this.#begin = begin
  }

  /** What came of each item. Throws what ends the run, as the report does. */
  async *[Symbol.asyncIterator](): AsyncGenerator<
    BulkResult<Item, Outcome, Data>,
    void,
    undefined
  > {
    yield* (await this.#begun()).results()
  }

  /**
   * What came of all items, once the run has ended.
   *
   * @throws {AuthenticationError} when the key is refused; items not sent yet stay unsent
   * @throws {PermissionError} when the key lacks the scope, or the account is blocked
   * @throws {ConnectifError} when an option is not valid, or the checkpoint does not work
   */
  async report(): Promise<BulkReport<Item, Outcome>> {
    return (await this.#begun()).report()
  }

  /** As for every promise: of the report. */
  // biome-ignore lint/suspicious/noThenProperty: it can be awaited
  then<A = BulkReport<Item, Outcome>, B = never>(
    onFulfilled?: ((report: BulkReport<Item, Outcome>) => A | PromiseLike<A>) | null,
    onRejected?: Parameters<Promise<never>['then']>[1] | null,
  ): Promise<A | B> {
    return this.report().then(onFulfilled, onRejected as never)
  }

  #begun() {
    this.#run ??= loaded().then(this.#begin)
    return this.#run
  }
}
