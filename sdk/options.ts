import type { ContactFields } from './contact-fields.ts'
import { ConnectifError } from './errors.ts'
import type { RetryNotice } from './retry.ts'

/** How a client reaches the API. */
export interface ConnectifOptions<Fields extends ContactFields> {
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
  const { timeout = 30_000, maxRetries = 4, maxRetryWait = 65_000, onRetry } = options
  checkCallOptions({ timeout, maxRetries })
  checkNumber('maxRetryWait', maxRetryWait, 0)
  const url = checkedUrl(options.baseUrl ?? 'https://api.connectif.cloud')
  if (!options.fetch && !options.dangerouslyAllowBrowser) checkPlace(url)

  return {
    apiKey: checkedKey(options.apiKey),
    baseUrl: url.href.replace(/\/+$/, ''),
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    timeout,
    maxRetries,
    maxRetryWait,
    onRetry,
  }
}

/** Throws where a number of the options of a call is out of range. */
export function checkCallOptions({ timeout = 1, maxRetries = 0 }: CallOptions): void {
  checkNumber('timeout', timeout, 1)
  checkNumber('maxRetries', maxRetries, 0)
}

function checkNumber(name: string, value: number, min: number): void {
  const max = 2 ** 31 - 1
  if (Number.isInteger(value) && value >= min && value <= max) return
  throw new ConnectifError(`${name} must be a whole number from ${min} to ${max}`)
}

function checkedKey(apiKey = ''): string {
  if (/^[!-9;-~]+:[!-~]+$/.test(apiKey)) return apiKey
  throw new ConnectifError('apiKey must be "keyId:keySecret", in visible ASCII, without spaces')
}

function checkedUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (
    /^https?:$/.test(url?.protocol ?? '') &&
    url &&
    !/[?#]/.test(baseUrl) &&
    !url.username &&
    !url.password
  )
    return url
  throw new ConnectifError('baseUrl must be an http(s) URL without credentials, query or fragment')
}

function checkPlace({ hostname }: URL): void {
  const inBrowser = typeof window !== 'undefined' && typeof window.document !== 'undefined'
  const loopback = /^(.+\.)?localhost$|^127\.|^\[::1]$/.test(hostname)
  if (!inBrowser || loopback) return
  throw new ConnectifError(
    'in a browser everybody can read the API key: call from a server, or pass dangerouslyAllowBrowser',
  )
}
