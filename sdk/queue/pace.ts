import type { Settings } from '../options.ts'
import { askedWaitMs, endsInMs, rateLimitOf } from '../rate-limit.ts'
import { hashOf } from './hash.ts'
import type { Redis } from './scripts.ts'

/** Milliseconds between two looks whether other calls were answered. */
const look = 25

/** Looks until a call that is not the first of its item is put off. */
const looks = 80

type Fetch = (request: Request) => Promise<Response>

/**
 * Leave to call the API, given in Redis to all workers of a key together: no more than the answers
 * say is left, calls on their way counted. Before an item there is time to wait for it; a retry or
 * a look-up waits as after a 429, which the API does not have to give.
 */
export class SharedPace {
  readonly #redis: Redis
  readonly #keys: readonly string[]
  readonly #send: Fetch
  readonly #forgotten: number
  /** Milliseconds that one answer holds all calls back at most. */
  readonly #longest: number
  /** Leave that items have and no call has used. */
  readonly #leave: string[] = []
  #items = 0

  /** @param prefix - what all keys in Redis begin with */
  constructor(redis: Redis, prefix: string, settings: Settings) {
    const { baseUrl, apiKey, fetch, timeout, maxRetryWait } = settings
    this.#redis = redis
    const whose = hashOf(`${baseUrl} ${apiKey.split(':')[0]}`)
    const key = `${prefix}:connectif-pace:${whose.toString(36)}`
    this.#keys = [key, `${key}:calls`]
    this.#send = fetch
    // A worker that was killed has told nothing of its calls.
    this.#forgotten = timeout + 5000
    this.#longest = maxRetryWait
  }

  /** Carries an item out once there is leave for its first call. */
  async item<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    this.#leave.push(await this.#taken(signal))
    this.#items += 1
    try {
      return await work()
    } finally {
      this.#items -= 1
      if (this.#leave.length > this.#items) await this.#note(this.#leave.pop() as string)
    }
  }

  /** Sends a request where there is leave; else answers in place of the API that there is none. */
  async fetch(request: Request): Promise<Response> {
    let id = this.#leave.pop()
    for (let tries = 0; id === undefined; tries += 1) {
      const next = crypto.randomUUID()
      const wait = await this.#take(next)
      if (wait === 0) id = next
      else if (wait > 0 || tries >= looks) return putOff(wait)
      else await passed(look, request.signal)
    }
    let response: Response | undefined
    try {
      response = await this.#send(request)
      return response
    } finally {
      await this.#note(id, response)
    }
  }

  async #taken(signal: AbortSignal | undefined): Promise<string> {
    for (;;) {
      const id = crypto.randomUUID()
      const wait = await this.#take(id)
      if (wait === 0) return id
      await passed(wait > 0 ? wait : look, signal)
    }
  }

  async #take(id: string): Promise<number> {
    const args = [...this.#keys, id, this.#forgotten]
    return Number(await this.#redis.runCommand('connectifTake', args))
  }

  async #note(id: string, response?: Response): Promise<void> {
    const told = response ? toldBy(response, this.#longest) : []
    // The call was made: if this fails, its leave is forgotten after a while.
    await this.#redis.runCommand('connectifNote', [...this.#keys, id, ...told]).catch(() => {})
  }
}

/**
 * What is left, the end of the window in seconds, the milliseconds until then or until it is tried
 * again, 1 for a 429.
 */
function toldBy({ status, headers }: Response, longest: number): number[] {
  const limit = rateLimitOf(headers)
  const reset = limit ? +limit.resetAt / 1000 : 0
  if (status === 429) {
    const asked = Math.max(1000, askedWaitMs(status, headers) ?? 0)
    return [0, reset, Math.min(longest, asked), 1]
  }
  if (limit) return [limit.remaining, reset, Math.min(longest, endsInMs(headers, limit.resetAt))]
  // Nobody counts, as far as is known.
  return status < 500 ? [Number.MAX_SAFE_INTEGER, 0, 60_000] : []
}

function putOff(wait: number): Response {
  const seconds = String(Math.max(1, Math.ceil(wait / 1000)))
  return new Response(null, { status: 429, headers: { 'retry-after': seconds } })
}

/** Resolves after some milliseconds; rejects as soon as the signal aborts. */
export function passed(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
