import { type RateLimit, rateLimitOf } from './rate-limit.ts'

/** The data of a call, and the answer that it came in. */
export interface Answered<T> {
  /** What the call resolves to. */
  data: T
  /** The answer, for its status and headers; its body has been read. */
  response: Response
  /** Quota of the API key after this call, where the answer tells it. */
  rateLimit: RateLimit | undefined
  /** Milliseconds from the first try to the answer, with all retries and the waits before them. */
  elapsedMs: number
}

/** What a call comes to. */
type Ended<T> = Omit<Answered<T>, 'rateLimit'>

/** The reason of a rejection, as every promise types it. */
type Reason = Parameters<NonNullable<Parameters<Promise<unknown>['catch']>[0]>>[0]

/**
 * A call on its way: a promise of its data, and of the answer too by `withResponse()`. The call is
 * sent at once, once, however it is awaited.
 *
 * @example
 * ```ts
 * const ada = await connectif.contacts.get({ externalId: 'POS-000123' })
 * const { data, rateLimit } = await connectif.contacts
 *   .get({ externalId: 'POS-000123' })
 *   .withResponse()
 * ```
 */
export class ApiPromise<T> implements Promise<T> {
  /** As for every promise. */
  readonly [Symbol.toStringTag] = 'ApiPromise'
  readonly #answer: Promise<Ended<T>>

  /** @internal */
  constructor(answer: Promise<Ended<T>>) {
    this.#answer = answer
  }

  /** The data together with the answer and the quota. Rejects as the promise itself does. */
  async withResponse(): Promise<Answered<T>> {
    const answer = await this.#answer
    return { ...answer, rateLimit: rateLimitOf(answer.response.headers) }
  }

  /** As for every promise. */
  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<A = T, B = never>(
    onFulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: Reason) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => data).then(onFulfilled, onRejected)
  }

  /** As for every promise. */
  catch<B = never>(onRejected?: ((reason: Reason) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected)
  }

  /** As for every promise. */
  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onFinally)
  }
}
