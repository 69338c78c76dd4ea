import ky, { TimeoutError as KyTimeoutError } from 'ky'
import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'
import type { Target } from './address.ts'
import { ApiPromise } from './api-promise.ts'
import type { Answer, Body, Method, PathWith, Query } from './contract.ts'
import { ApiError, ConnectionError, type FailedCall, TimeoutError } from './errors.ts'
import type { Upload } from './files/upload.ts'
import { type CallOptions, checkNumbers, type Settings } from './options.ts'
import { Pause } from './pause.ts'
import { refusalIn } from './refusal.ts'
import { mayRetry, type RetryNotice, waitBefore, whyRetry } from './retry.ts'

interface CallInit<M extends Method, P extends PathWith<M>> extends CallOptions {
  body?: Body<M, P>
  query?: Query<M, P>
  /** In place of a body: what is written while it is sent. */
  upload?: Upload
  /** In place of the path: another one of the same host, with its query. */
  at?: `/${string}` | undefined
}

interface Call extends FailedCall {
  signal: AbortSignal | undefined
  timeout: number
  maxRetries: number
  tries: number
  upload: Upload | undefined
  /** Whether it is for a file behind a link: that needs no key, and may be anywhere. */
  isFile: boolean
  data?: unknown
}

const serializers = {
  pathSerializer: defaultPathSerializer,
  querySerializer: createQuerySerializer(),
}

/**
 * Carries calls out: openapi-fetch makes the URL, ky the request, which it times and repeats, and
 * `fetch` sends it. (openapi-fetch's own client would make a second request for each call, and take
 * 1.5 KB more.)
 */
export class Transport {
  readonly #settings: Settings
  readonly #pause = new Pause()

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Sends a call at once. All that can go wrong with it rejects the promise. */
  call<M extends Method, P extends PathWith<M>>(
    method: M,
    target: Target<P>,
    init: CallInit<M, P>,
  ): ApiPromise<Answer<M, P>> {
    return new ApiPromise(this.#call(method, target, init))
  }

  /** The file behind a link of the API, its body unread. The key does not go with the request. */
  async file(link: string, path: string, options: CallOptions): Promise<Response> {
    return this.#send(link, undefined, this.#begun('GET', path, options, undefined, true))
  }

  /** Waits as calls do: not less than a 429 asks for, and not beyond the signal. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    return this.#pause.over(ms, signal, () => {})
  }

  /** What holds for all calls, as far as it is no secret. */
  get defaults(): Pick<Settings, 'baseUrl' | 'timeout'> {
    const { baseUrl, timeout } = this.#settings
    return { baseUrl, timeout }
  }

  async #call<M extends Method, P extends PathWith<M>>(
    method: M,
    target: Target<P>,
    { body, query, upload, at, ...callOptions }: CallInit<M, P>,
  ): Promise<{ data: Answer<M, P>; response: Response }> {
    const { path, params } = target()
    const call = this.#begun(method, path, callOptions, upload, false)
    const { baseUrl } = this.#settings
    const options = { baseUrl, params: { path: params, query: { ...query } }, ...serializers }
    const url = at ? new URL(baseUrl).origin + at : createFinalURL(path, options)
    const response = await this.#send(url, body, call)
    return { data: call.data as Answer<M, P>, response }
  }

  #begun(
    method: string,
    path: string,
    { signal, timeout, maxRetries }: CallOptions,
    upload: Upload | undefined,
    isFile: boolean,
  ): Call {
    const call: Call = {
      method,
      path,
      signal,
      timeout: timeout ?? this.#settings.timeout,
      maxRetries: maxRetries ?? this.#settings.maxRetries,
      tries: 0,
      upload,
      isFile,
    }
    checkNumbers(call)
    return call
  }

  async #send(url: string, body: unknown, call: Call): Promise<Response> {
    try {
      await this.#wait(0, call, { attempt: 0, reason: 'pause' })
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
        retry: {
          limit: call.maxRetries,
          methods: ['get', 'patch', 'post', 'delete'],
          delay: () => 0,
          shouldRetry: ({ error, retryCount }) =>
            this.#waitToRetry(named(error, call), retryCount, call),
        },
      })
    } catch (error) {
      throw named(error, call)
    }
  }

  /** One try. It reads the body too, so that a cut answer counts as a lost connection. */
  async #try(request: Request, call: Call): Promise<Response> {
    call.signal?.throwIfAborted()
    call.tries += 1
    try {
      const response = await this.#settings.fetch(call.upload?.in(request) ?? request)
      if (!response.ok) throw await this.#refusal(response, call)
      if (call.isFile) return response

      const text = await response.text()
      const empty = call.method === 'DELETE' || (text === '' && call.method !== 'GET')
      call.data = empty ? undefined : JSON.parse(text)
      return response
    } catch (error) {
      call.signal?.throwIfAborted()
      if (error instanceof ApiError) throw error
      throw call.upload?.failureIn(error) ?? new ConnectionError(call, 'no whole answer', error)
    }
  }

  async #refusal(response: Response, call: Call): Promise<ApiError> {
    const error = await refusalIn(response, call)
    // What a file's host asks for is not for the API's calls.
    if (error.status === 429 && !call.isFile) {
      this.#pause.extend(waitBefore(call.tries, error, this.#settings.maxRetryWait))
    }
    return error
  }

  /** Answers after the wait: ky asks outside of the timeout of a try. */
  async #waitToRetry(error: unknown, attempt: number, call: Call): Promise<boolean> {
    if (call.upload?.spent || !mayRetry(call.method, error)) return false
    const waitMs = waitBefore(attempt, error, this.#settings.maxRetryWait)
    await this.#wait(waitMs, call, { attempt, ...whyRetry(error) })
    return true
  }

  #wait(
    ms: number,
    { signal, method, path }: Call,
    why: Omit<RetryNotice, 'method' | 'path' | 'waitMs'>,
  ): Promise<void> {
    const { onRetry } = this.#settings
    return this.#pause.over(ms, signal, (waitMs) => onRetry?.({ method, path, waitMs, ...why }))
  }
}

/** ky's own error carries the request, and with it the key: it goes no further than here. */
function named(error: unknown, call: Call): unknown {
  if (!(error instanceof KyTimeoutError)) return error
  return new TimeoutError(call, `no whole answer within ${call.timeout} ms`)
}
