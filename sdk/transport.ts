import ky, { TimeoutError as KyTimeoutError } from 'ky'
import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'
import type { Target } from './address.ts'
import { ApiPromise } from './api-promise.ts'
import type { Answer, Body, Method, PathWith, Query } from './contract.ts'
import { ApiError, apiError, ConnectionError, type FailedCall, TimeoutError } from './errors.ts'
import { type CallOptions, checkNumbers, type Settings } from './options.ts'
import { Pause } from './pause.ts'
import { askedWaitMs, rateLimitOf } from './rate-limit.ts'
import { mayRetry, type RetryNotice, waitBefore, whyRetry } from './retry.ts'

interface CallInit<M extends Method, P extends PathWith<M>> extends CallOptions {
  body?: Body<M, P>
  query?: Query<M, P>
}

interface Call extends FailedCall {
  signal: AbortSignal | undefined
  timeout: number
  maxRetries: number
  tries: number
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

  async #call<M extends Method, P extends PathWith<M>>(
    method: M,
    target: Target<P>,
    { body, query, signal, timeout, maxRetries }: CallInit<M, P>,
  ): Promise<{ data: Answer<M, P>; response: Response }> {
    const { path, params } = target()
    const call: Call = {
      method,
      path,
      signal,
      timeout: timeout ?? this.#settings.timeout,
      maxRetries: maxRetries ?? this.#settings.maxRetries,
      tries: 0,
    }
    checkNumbers(call)
    const { baseUrl } = this.#settings
    const options = { baseUrl, params: { path: params, query: { ...query } }, ...serializers }
    const response = await this.#send(createFinalURL(path, options), body, call)
    return { data: call.data as Answer<M, P>, response }
  }

  async #send(url: string, body: unknown, call: Call): Promise<Response> {
    try {
      await this.#wait(0, call, { attempt: 0, reason: 'pause' })
      return await ky(url, {
        method: call.method,
        headers: { authorization: `apiKey ${this.#settings.apiKey}` },
        json: body,
        signal: call.signal ?? null,
        // A redirect would turn a POST into a GET, or take the key elsewhere.
        redirect: 'manual',
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
      const response = await this.#settings.fetch(request)
      if (!response.ok) throw await this.#refusal(response, call)

      const text = await response.text()
      const empty = call.method === 'DELETE' || (text === '' && call.method !== 'GET')
      call.data = empty ? undefined : JSON.parse(text)
      return response
    } catch (error) {
      call.signal?.throwIfAborted()
      throw error instanceof ApiError ? error : new ConnectionError(call, 'no whole answer', error)
    }
  }

  async #refusal(response: Response, { method, path, tries }: Call): Promise<ApiError> {
    const { status, headers } = response
    const error = apiError({
      method,
      path,
      status,
      body: await bodyOf(response),
      rateLimit: rateLimitOf(headers),
      retryAfterMs: askedWaitMs(status, headers),
      rule: headers.get('x-connectif-mock-rule') ?? undefined,
    })
    if (status === 429) this.#pause.extend(waitBefore(tries, error, this.#settings.maxRetryWait))
    return error
  }

  /** Answers after the wait: ky asks outside of the timeout of a try. */
  async #waitToRetry(error: unknown, attempt: number, call: Call): Promise<boolean> {
    if (!mayRetry(call.method, error)) return false
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

/** The status of a refusal is worth more than its body, so a body that breaks is no error. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '')
  try {
    return JSON.parse(text)
  } catch {
    return text || undefined
  }
}

/** ky's own error carries the request, and with it the key: it goes no further than here. */
function named(error: unknown, call: Call): unknown {
  if (!(error instanceof KyTimeoutError)) return error
  return new TimeoutError(call, `no whole answer within ${call.timeout} ms`)
}
