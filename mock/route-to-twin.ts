import { ConnectionDropped } from './carriers/delivered.ts'
import type { Mock } from './mock.ts'

/** What is used of a call that Playwright routes: of its `Route`. */
export interface RoutedCall {
  /** What the page asked. */
  request(): {
    /** The method, in capitals. */
    method(): string
    /** The whole address. */
    url(): string
    /** The headers, with names in lower case. */
    headers(): Record<string, string>
    /** The body, where there is one. */
    postDataBuffer(): Uint8Array | null
  }
  /** Answers the page. */
  fulfill(response?: {
    status?: number
    headers?: Record<string, string>
    body?: string | Uint8Array
  }): Promise<void>
  /** Lets the call fail, as a lost connection does. */
  abort(): Promise<void>
}

/** What is used of a `Page` or a `BrowserContext` of Playwright. */
export interface Routable {
  /** Answers the calls of some addresses. */
  route(
    matches: (url: URL) => boolean,
    handler: (call: RoutedCall) => Promise<void>,
  ): Promise<unknown>
}

/**
 * Lets a twin answer what the pages of a `Page` or a `BrowserContext` ask of the API. Faults that
 * break the connection are failed calls in the page.
 *
 * @param baseUrl - origin of the calls that it answers; `https://api.connectif.cloud` by default
 * @example `await routeToTwin(page, mock)`
 */
export async function routeToTwin(
  routable: Routable,
  mock: Mock,
  baseUrl = 'https://api.connectif.cloud',
): Promise<void> {
  const { origin } = new URL(baseUrl)
  await routable.route(
    (url) => url.origin === origin,
    async (call) => {
      const response = await mock.fetch(requestOf(call)).then(whole).catch(unlessDropped)
      await (response ? call.fulfill(response) : call.abort())
    },
  )
}

function requestOf(call: RoutedCall): Request {
  const asked = call.request()
  const body = asked.postDataBuffer() as Uint8Array<ArrayBuffer> | null
  return new Request(asked.url(), { method: asked.method(), headers: asked.headers(), body })
}

/** No response, where a fault has dropped the connection, be it in the middle of the body. */
function unlessDropped(thrown: unknown): undefined {
  if (!(thrown instanceof ConnectionDropped)) throw thrown
}

async function whole(response: Response) {
  const { status, headers } = response
  return {
    status,
    headers: Object.fromEntries(headers),
    body: Buffer.from(await response.arrayBuffer()),
  }
}
