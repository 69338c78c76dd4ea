import ky, { TimeoutError as KyTimeoutError } from 'ky'
import type { Target } from './address.ts'
import { type Answered, ApiPromise } from './api-promise.ts'
import { begun, type Call } from './call.ts'
import type { Answer, Body, Method, PathWith, Query } from './contract.ts'
import { ApiError, ConnectifError, ConnectionError } from './errors.ts'
import type { Upload } from './files/upload.ts'
import type { CallOptions, Settings } from './options.ts'
import { refusalIn } from './refusal.ts'
import { waitBefore } from './retry.ts'
import { outOfTime, Waits } from './waits.ts'

interface CallInit<M extends Method, P extends PathWith<M>> extends CallOptions {
  body?: Body<M, P>
  query?: Query<M, P>
  /** In place of a body: what is written while it is sent. */
  upload?: Upload
  /** In place of the path: another one of the same host, with its query. */
  at?: `/${string}` | undefined
}

/**
 * Carries calls out: ky makes the request, times it and repeats it, and `fetch` sends it. The URL
 * is made here: the API has neither lists nor objects in its URLs.
 */
export class Transport {
  readonly #settings: Settings
  readonly #waits: Waits

  constructor(settings: Settings) {
    this.#settings = settings
    this.#waits = new Waits(settings)
  }

  /** Sends a call at once. All that can go wrong with it rejects the promise. */
  call<M extends Method, P extends PathWith<M>>(
    method: M,
    target: Target<P>,
    init?: CallInit<M, P>,
  ): ApiPromise<Answer<M, P>> {
    return new ApiPromise(this.#call(method, target, init))
  }

  /** The file behind a link of the API, its body unread. The key does not go with the request. */
  async file(link: string, path: string, options: CallOptions): Promise<Response> {
    const call = begun({ method: 'GET', path }, options, this.#settings, undefined, true)
    return this.#send(link, undefined, call)
  }

  /** Waits as calls do: not less than a 429 asks for, and not beyond the signal. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<unknown> {
    return this.#waits.over(ms, signal)
  }

  /** Waits as before the nth retry (from 1) of a call that failed so. */
  backOff(retry: number, error: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    return this.wait(waitBefore(retry, error, this.#settings.maxRetryWait), signal)
  }

  /** What holds for all calls, as far as it is no secret. */
  get defaults(): Omit<Settings, 'apiKey' | 'fetch'> {
    return this.#settings
  }

  async #call<M extends Method, P extends PathWith<M>>(
    method: M,
    target: Target<P>,
    init: CallInit<M, P> | undefined,
  ): Promise<Omit<Answered<Answer<M, P>>, 'rateLimit'>> {
    const { body, query, upload, at, ...callOptions } = { ...init }
    const { path, id } = target()
    const call = begun({ method, path }, callOptions, this.#settings, upload)
    const { baseUrl, logger } = this.#settings
    const own = path.replace(/\{.+}/, encodeURIComponent(id ?? ''))
    const url = at ? new URL(baseUrl).origin + at : baseUrl + own + searchOf(query)
    const response = await this.#send(url, body, call)
    const elapsedMs = Date.now() - call.firstTry
    logger?.debug(`${method} ${path} ${response.status} in ${elapsedMs} ms`)
    return { data: call.data as Answer<M, P>, response, elapsedMs }
  }

  async #send(url: string, body: unknown, call: Call): Promise<Response> {
    try {
      await this.#waits.toSend(call)
      const rest = call.deadline - Date.now()
      return await ky(url, {
        method: call.method,
        headers: call.isFile
          ? {}
          : { authorization: `apiKey ${this.#settings.apiKey}`, ...call.upload?.headers },
        json: body,
        signal: call.signal ?? null,
        // A redirect would turn a POST into a GET, or take the key elsewhere.
        redirect: call.isFile ? 'follow' : 'manual',
        fetch: (input) => this.#try(input as Request, call),
        timeout: call.timeout,
        totalTimeout: rest < Number.POSITIVE_INFINITY && rest,
        retry: {
          limit: call.maxRetries,
          methods: [call.method.toLowerCase() as 'get'],
          delay: () => 0,
          shouldRetry: ({ error }) => this.#waits.toRetry(named(error, call), call),
        },
        // ky yields to timers before a retry, and a 429 to another call may arrive by then.
        hooks: { beforeRetry: [() => this.#waits.toSend(call)] },
      })
    } catch (error) {
      const failure = named(error, call)
      if (failure instanceof ConnectifError) this.#settings.logger?.error(failure.message)
      throw failure
    } finally {
      // A retry of it may still wait.
      call.deadline = 0
      this.#waits.leave(call)
    }
  }

  /** One try. It reads the body too, so that a cut answer counts as a lost connection. */
  async #try(request: Request, call: Call): Promise<Response> {
    call.signal?.throwIfAborted()
    call.tries += 1
    call.firstTry ||= Date.now()
    let headers: Headers | undefined
    try {
      const response = await this.#settings.fetch(call.upload?.in(request) ?? request)
      headers = response.headers
      if (!response.ok) {
        const refusal = await refusalIn(response, call)
        this.#waits.refused(call, refusal)
        throw refusal
      }
      if (call.isFile) return response

      const text = await response.text()
      const empty = call.method === 'DELETE' || (text === '' && call.method !== 'GET')
      call.data = empty ? undefined : JSON.parse(text)
      return response
    } catch (error) {
      call.signal?.throwIfAborted()
      if (error instanceof ApiError) throw error
      throw call.upload?.failureIn(error) ?? new ConnectionError(call, 'no whole answer', error)
    } finally {
      this.#waits.leave(call, headers)
    }
  }
}

/** ky's own error carries the request, and with it the key: it goes no further than here. */
function named(error: unknown, call: Call): unknown {
  return error instanceof KyTimeoutError ? outOfTime(call) : error
}

/** The query of a URL, without what is undefined. */
function searchOf(query: object = {}): string {
  const search = new URLSearchParams(JSON.parse(JSON.stringify(query)))
  return search.size > 0 ? `?${search}` : ''
}
