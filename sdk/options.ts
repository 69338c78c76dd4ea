import type { ContactFields, NoContactFields } from './contact-fields.ts'
import { ConnectifError } from './errors.ts'
import type { PauseNotice } from './pause.ts'
import type { RetryNotice } from './retry.ts'

/** Where a client logs to: `console`, or any logger with these methods. */
export interface Logger {
  /** Each call that succeeded: method, path without ids, status, milliseconds. */
  debug(message: string): unknown
  /** Each pause of all calls. */
  info(message: string): unknown
  /** Each wait of a call, and why. */
  warn(message: string): unknown
  /** Each call that failed for good, by the message of its error. */
  error(message: string): unknown
}

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
   * Milliseconds that a call may take in all, retries and waits included. It ends at once where a
   * wait would outlast them.
   *
   * @default no limit
   */
  totalTimeout?: number | undefined
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
  /**
   * Whether calls wait once an answer says that none is left, until the quota is full again; those
   * in flight are counted. Without it they are sent, and refused with a 429.
   *
   * @default true
   */
  pacing?: boolean | undefined
  /** Hears of every wait of a call before it starts. What it throws ends the call. */
  onRetry?: ((notice: RetryNotice) => void) | undefined
  /**
   * Hears of every pause of all calls before it starts: after a 429, and where no call is left
   * before the quota is full again. What it throws ends the call that would wait first.
   */
  onPause?: ((notice: PauseNotice) => void) | undefined
  /**
   * Hears of calls, waits and pauses. No key goes there, no address and no body, but for what
   * messages of errors say.
   *
   * @default nothing is logged
   */
  logger?: Logger | undefined
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
  /** Milliseconds that the call may take in all, in place of the client's. */
  totalTimeout?: number | undefined
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
  totalTimeout: number | undefined
  maxRetryWait: number
  pacing: boolean
  onRetry: ((notice: RetryNotice) => void) | undefined
  onPause: ((notice: PauseNotice) => void) | undefined
  logger: Logger | undefined
}

/** Checks the options of a client and fills in the defaults. */
export function settingsFrom(options: ConnectifOptions<ContactFields>): Settings {
  const {
    apiKey = '',
    baseUrl = 'https://api.connectif.cloud',
    fetch,
    timeout = 30_000,
    totalTimeout,
    maxRetries = 4,
    maxRetryWait = 65_000,
    pacing = true,
    onRetry,
    onPause,
    logger,
  } = options
  const numbers = { timeout, totalTimeout, maxRetries, maxRetryWait }
  checkNumbers(numbers)
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
    ...numbers,
    pacing,
    onRetry,
    onPause,
    logger,
  }
}

interface Numbers {
  timeout: number
  totalTimeout: number | undefined
  maxRetries: number
  maxRetryWait?: number
}

/** Throws where a number is not one that timers and counters take. */
export function checkNumbers(numbers: Numbers): void {
  const { timeout, totalTimeout = 1, maxRetries, maxRetryWait = 0 } = numbers
  const fromZero = [timeout - 1, totalTimeout - 1, maxRetries, maxRetryWait]
  if (fromZero.every((n) => Number.isInteger(n) && n >= 0 && n < 2 ** 31 - 1)) return
  throw new ConnectifError('timeouts, maxRetries and maxRetryWait must be whole numbers')
}

function isBrowser(): boolean {
  return typeof document !== 'undefined'
}

function isLoopback(hostname: string): boolean {
  return /^(.+\.)?localhost$|^127\.[\d.]+$|^\[::1]$/.test(hostname)
}
