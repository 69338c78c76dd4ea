/**
 * The twin in MSW: `handlers(mock)` for `setupServer` and `setupWorker`.
 *
 * @module connectif-sdk/mock/msw
 */
import { type HttpHandler, HttpResponse, http } from 'msw'
import type { Mock } from '../mock.ts'
import { ConnectionDropped } from './delivered.ts'
import { respond } from './fetch.ts'

/** Where the twin stands in for the API. */
export interface HandlersOptions {
  /** Origin whose requests the twin answers. @default 'https://api.connectif.cloud' */
  baseUrl?: string
}

/**
 * The handlers that let the twin answer in `setupServer` or `setupWorker`, for msw 2.12 or later
 * and msw 3. It is one handler: put your own before or behind it.
 *
 * @example
 * ```ts
 * const server = setupServer(...handlers(mock))
 * ```
 */
export function handlers(mock: Mock, options: HandlersOptions = {}): HttpHandler[] {
  const { origin } = new URL(options.baseUrl ?? 'https://api.connectif.cloud')
  return [
    http.all(
      ({ request }) => request.url.startsWith(`${origin}/`),
      ({ request }) =>
        respond(mock, request).catch((thrown) => {
          // A client that gave up is gone; MSW would print whatever else is thrown.
          const isOver = thrown instanceof ConnectionDropped || request.signal.aborted
          if (isOver) return HttpResponse.error()
          throw thrown
        }),
    ),
  ]
}
