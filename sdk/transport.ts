import ky, { TimeoutError as KyTimeoutError } from 'ky'
import createClient from 'openapi-fetch'
import type { Target } from './address.ts'
import { ApiPromise } from './api-promise.ts'
import type { Answer, Body, Method, PathWith, Query } from './contract.ts'
import { type ApiError, apiError, ConnectionError, TimeoutError } from './errors.ts'
import type { paths } from './generated/schema.ts'
import { type CallOptions, checkCallOptions, type Settings } from './options.ts'
import { Pause, sleep } from './pause.ts'
import { askedWaitMs, rateLimitOf } from './rate-limit.ts'
import { mayRetry, type RetryNotice, reasonOf, waitBefore } from './retry.ts'

interface CallInit<M extends Method, P extends PathWith<M>> extends CallOptions {
  body?: Body<M, P>
  query?: Query<M, P>
}

interface Call {
  method: Method
  path: string
  signal: AbortSignal | undefined
  timeout: number
  maxRetries: number
  tries: number
}

/** Carries calls out: openapi-fetch makes the request, ky times and repeats it, `fetch` sends it. */
export class Transport {
  readonly #settings: Settings
  readonly #request: UncheckedRequest
  readonly #pause = new Pause()
  readonly #data = new WeakMap<Response, unknown>()

  constructor(settings: Settings) {
    this.#settings = settings
    const client = createClient<paths>({
      baseUrl: settings.baseUrl,
      headers: { accept: 'application/json', authorization: `apiKey ${settings.apiKey}` },
      // A redirect would turn a POST into a GET, or take the key elsewhere.
      redirect: 'manual',
    })
    this.#request = client.request as UncheckedRequest
  }

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
    init: CallInit<M, P>,
  ): Promise<{ data: Answer<M, P>; response: Response }> {
    const { path, params } = target()
    const { body, query, signal, timeout, maxRetries } = init
    checkCallOptions(init)

    const call: Call = {
      method,
      path,
      signal,
      timeout: timeout ?? this.#settings.timeout,
      maxRetries: maxRetries ?? this.#settings.maxRetries,
      tries: 0,
    }
    const { response } = await this.#request(method, path, {
      params: { path: params, query },
      body,
      signal,
      parseAs: 'stream',
      fetch: (request) => this.#send(request, call),
    })
    return { data: this.#data.get(response) as Answer<M, P>, response }
  }

  async #send(request: Request, call: Call): Promise<Response> {
    try {
      await this.#pauseOver(call, { attempt: 0, reason: 'pause' })
      return await ky(request, {
        fetch: (input) => this.#try(input as Request, call),
        timeout: call.timeout,
        retry: {
          limit: call.maxRetries,
          methods: ['get', 'patch', 'post', 'delete'],
          shouldRetry: ({ error }) => mayRetry(call.method, named(error, call)),
          delay: () => 0,
        },
        hooks: {
          // Waits are here, where the timeout of a try does not run.
          beforeRetry: [
            ({ error, retryCount }) => this.#wait(named(error, call), retryCount, call),
          ],
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
    const [response, text] = await this.#exchange(request, call)
    if (response.ok) {
      this.#data.set(response, dataIn(text, call))
      return response
    }

    const error = refusal(response, text, call)
    const { maxRetryWait } = this.#settings
    if (error.status === 429) this.#pause.extend(waitBefore(call.tries, error, maxRetryWait))
    throw error
  }

  async #exchange(request: Request, call: Call): Promise<[Response, string]> {
    try {
      const response = await this.#settings.fetch(request)
      // The status of a refusal is worth more than the end of its body.
      return [response, await (response.ok ? response.text() : response.text().catch(() => ''))]
    } catch (error) {
      call.signal?.throwIfAborted()
      throw new ConnectionError(call, 'the connection failed, or was lost', error)
    }
  }

  async #wait(error: unknown, attempt: number, call: Call): Promise<void> {
    const reason = reasonOf(error)
    if (reason.status === 429) return this.#pauseOver(call, { attempt, ...reason })

    const waitMs = waitBefore(attempt, error, this.#settings.maxRetryWait)
    this.#notify(call, { attempt, waitMs, ...reason })
    await sleep(waitMs, call.signal)
    await this.#pauseOver(call, { attempt, reason: 'pause' })
  }

  #pauseOver(call: Call, notice: Pick<RetryNotice, 'attempt' | 'reason' | 'status'>) {
    return this.#pause.over(call.signal, (waitMs) => this.#notify(call, { ...notice, waitMs }))
  }

  #notify({ method, path }: Call, notice: Omit<RetryNotice, 'method' | 'path'>): void {
    this.#settings.onRetry?.({ method, path, ...notice })
  }
}

/**
 * Seam: `call` has checked method, path, body and query against the contract, and openapi-fetch
 * cannot check them again behind type parameters.
 */
type UncheckedRequest = (
  method: Method,
  path: string,
  init: {
    params: { path: Record<string, string>; query: unknown }
    body: unknown
    signal: AbortSignal | undefined
    parseAs: 'stream'
    fetch: (request: Request) => Promise<Response>
  },
) => Promise<{ response: Response }>

function dataIn(text: string, call: Call): unknown {
  if (call.method === 'DELETE' || (text === '' && call.method !== 'GET')) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ConnectionError(call, 'the answer was cut short, or is not JSON', error)
  }
}

function refusal({ status, headers }: Response, text: string, call: Call): ApiError {
  return apiError({
    method: call.method,
    path: call.path,
    status,
    body: bodyIn(text),
    rateLimit: rateLimitOf(headers),
    retryAfterMs: askedWaitMs(status, headers),
    rule: headers.get('x-connectif-mock-rule') ?? undefined,
  })
}

function bodyIn(text: string): unknown {
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
