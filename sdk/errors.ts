import { messageOf, systemCodes, textIn } from './error-parts.ts'
import type { RateLimit } from './rate-limit.ts'
import type { Purchase } from './resources/purchases.ts'

/** What went wrong in a call, where no narrower class fits; every error of the SDK is one. */
export class ConnectifError extends Error {
  /** The name of the class. */
  override readonly name: string = 'ConnectifError'
}

/**
 * The call that an error is about. The path is the one of the reference, without any id; that of a
 * download says whose link was followed, such as `fileUrl of /exports/{id}`, without the link.
 */
export interface FailedCall {
  /** HTTP method, such as `PATCH`. */
  method: string
  /** Path with its parameters by name, such as `/contacts/email/{email}`. */
  path: string
}

const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/

/**
 * No whole answer arrived: the connection was refused, lost, or cut in the middle of the answer.
 * The API may have carried the call out, unless `nothingSent`. The error of `fetch` is in `cause`.
 */
export class ConnectionError extends ConnectifError {
  override readonly name: string = 'ConnectionError'
  /** HTTP method of the call. */
  readonly method: string
  /** Path of the call, without any id. */
  readonly path: string
  /** Code of the system error, such as `ECONNREFUSED`, where the runtime gives one. */
  readonly code: string | undefined
  /** `true` when surely nothing reached the API, so that repeating the call cannot double it. */
  readonly nothingSent: boolean

  /** Made by the SDK. */
  constructor({ method, path }: FailedCall, what: string, cause?: unknown) {
    super(`${method} ${path}: ${what}`, cause === undefined ? undefined : { cause })
    this.method = method
    this.path = path
    const codes = systemCodes(cause)
    this.code = codes[0]
    this.nothingSent = codes.some((code) => beforeSending.test(code))
  }
}

/**
 * No whole answer arrived within `timeout` or `totalTimeout`, and the API may have carried the call
 * out; or an import or export did not end within the `timeout` of `waitFor`, and it goes on.
 */
export class TimeoutError extends ConnectionError {
  override readonly name: string = 'TimeoutError'
}

/** What an `ApiError` is made of. */
export interface Refusal extends FailedCall {
  /** HTTP status of the answer. */
  status: number
  /** The answer's body: parsed when it is JSON, else its text; `undefined` when empty. */
  body: unknown
  /** Quota of the key, where the answer tells it. */
  rateLimit: RateLimit | undefined
  /** How long the API asks to wait before the next call, in milliseconds. */
  retryAfterMs: number | undefined
  /** Id of the rule that refused, such as `external-id-unique`; only the twin tells it. */
  rule: string | undefined
}

/**
 * The API answered with a status other than 2xx. Thrown after the last retry, and at once where
 * repeating cannot help.
 */
export class ApiError extends ConnectifError implements Refusal {
  override readonly name: string = 'ApiError'
  /**
   * Custom error code, such as `E0101`.
   *
   * @see https://api-docs.connectif.cloud/connectif-api/guides/custom-error-codes
   */
  readonly code: string | undefined
  /** HTTP method of the call. */
  declare readonly method: string
  /** Path of the call, without any id. */
  declare readonly path: string
  /** HTTP status of the answer. */
  declare readonly status: number
  /** The answer's body: parsed when it is JSON, else its text; `undefined` when empty. */
  declare readonly body: unknown
  /** Quota of the key, where the answer tells it. */
  declare readonly rateLimit: RateLimit | undefined
  /** How long the API asks to wait before the next call, in milliseconds. */
  declare readonly retryAfterMs: number | undefined
  /** Id of the rule that refused, such as `external-id-unique`; only the twin tells it. */
  declare readonly rule: string | undefined

  /** Made by the SDK. */
  constructor(refusal: Refusal) {
    super(messageOf(refusal))
    Object.assign(this, refusal)
    this.code = textIn(refusal.body, 'code')
  }
}

/**
 * Whether to carry a call out again. GET, PATCH and DELETE may be repeated; a POST would create a
 * second purchase, so it is repeated only where the first surely had no effect.
 */
export function mayRetry(method: string, error: unknown): boolean {
  const repeatable = method !== 'POST'
  if (error instanceof ConnectionError) return repeatable || error.nothingSent
  const status = error instanceof ApiError ? error.status : 0
  return status === 429 || (repeatable && (status === 408 || status >= 500))
}

/** A value of a purchase that is stored otherwise than it was sent. */
export interface PurchaseDifference {
  /** Where it is, such as `totalPrice` or `products[0].quantity`. */
  readonly path: string
  /** The value that was sent. */
  readonly sent: unknown
  /** The value that the API has; `undefined` where it has none. */
  readonly stored: unknown
}

/**
 * `purchases.ensure` found a purchase with the same purchase id and other content. It stays as it
 * is. A purchase cannot be changed: delete it and create it anew, or give the new one another id.
 */
export class PurchaseConflictError extends ConnectifError {
  override readonly name: string = 'PurchaseConflictError'
  /** The purchase as the API has it. */
  declare readonly stored: Purchase
  /** What is stored otherwise, of what was sent; at least one. */
  declare readonly differences: readonly PurchaseDifference[]

  /** Made by the SDK. */
  constructor(message: string, stored: Purchase, differences: readonly PurchaseDifference[]) {
    super(message)
    Object.assign(this, { stored, differences })
  }
}
