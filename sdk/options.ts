import type { ContactFields, NoContactFields } from './contact-fields.ts'
import { ConnectifError } from './errors.ts'
import type { RetryNotice } from './retry.ts'

/** How a client reaches the API. */
export interface ConnectifOptions<Fields extends ContactFields = NoContactFields> {
  /**
   * API key, `keyId:keySecret`, from the panel: Store settings, API and IP access, API Keys. It is
   * a secret of your server.
   *
   * @see https://api-docs.connectif.cloud/connectif-api/guides/authentication
   */
  apiKey: string | undefined
  /**
   * Where the API is. Over `http:` the key travels unencrypted: for the twin only.
   *
   * @default 'https://api.connectif.cloud'
   */
  baseUrl?: string | undefined
  /**
   * What sends the requests, such as the twin's `mock.fetch`.
   *
   * @default the `fetch` of the runtime, looked up at each call
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /**
   * Milliseconds that one try may take, body included; each retry has as long again. Waits before
   * retries do not count.
   *
   * @default 30_000
   */
  timeout?: number | undefined
  /**
   * How often a failed call is repeated; 0 never repeats.
   *
   * @default 4
   */
  maxRetries?: number | undefined
  /**
   * Longest wait before a retry, in milliseconds, also where the API asks for a longer one.
   *
   * @default 65_000, so that a wait outlasts the minute by which the API counts calls
   */
  maxRetryWait?: number | undefined
  /** Hears of every wait before it starts. What it throws ends the call. Nothing else is logged. */
  onRetry?: ((notice: RetryNotice) => void) | undefined
  /**
   * Allows a real base URL in a browser, where everybody can read the API key.
   *
   * @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined
  /**
   * Custom fields of the account, from `defineContactFields`. They add to the types of contacts;
   * values are checked by the compiler and by the API, not by the client.
   */
  contactFields?: Fields | undefined
}

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, and any wait in it, at once; the call rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds that one try may take, in place of the client's. */
  timeout?: number | undefined
  /** How often the call may be repeated, in place of the client's. */
  maxRetries?: number | undefined
}

/** Options of a client, checked and complete. */
export interface Settings {
  apiKey: string
  baseUrl: string
  fetch: (request: Request) => Promise<Response>
  timeout: number
  maxRetries: number
  maxRetryWait: number
  onRetry: ((notice: RetryNotice) => void) | undefined
}

/** Checks the options of a client and fills in the defaults. */
export function settingsFrom(options: ConnectifOptions<ContactFields>): Settings {
  const { apiKey = '', baseUrl = 'https://api.connectif.cloud', fetch, onRetry } = options
  const { timeout = 30_000, maxRetries = 4, maxRetryWait = 65_000 } = options
  checkNumbers({ timeout, maxRetries, maxRetryWait })
  if (!/^[!-9;-~]+:[!-~]+$/.test(apiKey)) {
    throw new ConnectifError('apiKey must be "keyId:keySecret" without spaces')
  }
  if (!URL.canParse(baseUrl) || !/^https?:[^?#@]+$/i.test(baseUrl)) {
    throw new ConnectifError('baseUrl must be http(s) without credentials, query or hash')
  }
  const { href, hostname } = new URL(baseUrl)
  if (isBrowser() && !isLoopback(hostname) && !fetch && !options.dangerouslyAllowBrowser) {
    throw new ConnectifError('a browser shows the apiKey to everybody: call from a server')
  }

  return {
    apiKey,
    baseUrl: href.replace(/\/+$/, ''),
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    timeout,
    maxRetries,
    maxRetryWait,
    onRetry,
  }
}

interface Numbers {
  timeout: number
  maxRetries: number
  maxRetryWait?: number
}

/** Throws where a number is not one that timers and counters take. */
export function checkNumbers({ timeout, maxRetries, maxRetryWait = 0 }: Numbers): void {
  const fromZero = [timeout - 1, maxRetries, maxRetryWait]
  if (fromZero.every((n) => Number.isInteger(n) && n >= 0 && n < 2 ** 31 - 1)) return
  throw new ConnectifError('timeout, maxRetries and maxRetryWait must be whole numbers')
}

function isBrowser(): boolean {
  return typeof document !== 'undefined'
}

function isLoopback(hostname: string): boolean {
  return /^(.+\.)?localhost$|^127\.[\d.]+$|^\[::1]$/.test(hostname)
}
