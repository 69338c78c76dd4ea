import { messageOf, systemCodes, textIn, violationsIn } from './error-parts.ts'
import type { RateLimit } from './rate-limit.ts'
import type { Purchase } from './resources/purchases.ts'

/** What went wrong in a call, where no narrower class fits; every error of the SDK is one. */
export class ConnectifError extends Error {
  /** The name of the class. */
  override readonly name: string = 'ConnectifError'
}

/**
 * An email, External ID or other id that cannot stand in a URL, so that nothing was sent: not a
 * string, blank, `.` or `..` (which `fetch` would fold away, and so reach another path), or half of
 * a surrogate pair.
 */
export class AddressError extends ConnectifError {
  override readonly name: string = 'AddressError'
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
 * No whole answer arrived within `timeout`, and the API may have carried the call out; or an import
 * or export did not end within the `timeout` of `waitFor`, and it goes on.
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

/** 401: the API key is unknown, or its secret is wrong. */
export class AuthenticationError extends ApiError {
  override readonly name: string = 'AuthenticationError'
}

/** 403: the scopes of the API key do not include this call, or the account is blocked. */
export class PermissionError extends ApiError {
  override readonly name: string = 'PermissionError'
}

/** 404: nothing has this address. */
export class NotFoundError extends ApiError {
  override readonly name: string = 'NotFoundError'
}

/** 413: the body is larger than the API takes, 50 MB. */
export class PayloadTooLargeError extends ApiError {
  override readonly name: string = 'PayloadTooLargeError'
}

/** One field that the API refused. */
export interface Violation {
  /** Where it is in the body, such as `_externalId`. */
  path: string
  /** What is wrong with it, in the API's words. */
  reason: string
}

/** 422: a field is not valid, or belongs to another contact. Nothing was written. */
export class UnprocessableEntityError extends ApiError {
  override readonly name: string = 'UnprocessableEntityError'
  /** The fields that were refused; empty when the API names none. */
  readonly violations: Violation[] = violationsIn(this.body)
}

/** 429: too many calls with this key, still after the last retry. */
export class RateLimitError extends ApiError {
  override readonly name: string = 'RateLimitError'
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
  readonly stored: Purchase
  /** What is stored otherwise, of what was sent; at least one. */
  readonly differences: readonly PurchaseDifference[]

  /** Made by the SDK. */
  constructor(stored: Purchase, differences: readonly PurchaseDifference[]) {
    const paths = differences.map(({ path }) => path).join(', ')
    super(`purchase ${stored.purchaseId} is there with other content: ${paths}`)
    this.stored = stored
    this.differences = differences
  }
}

const classes: Record<number, typeof ApiError> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  413: PayloadTooLargeError,
  422: UnprocessableEntityError,
  429: RateLimitError,
}

/** The error of the class that goes with the status. */
export function apiError(refusal: Refusal): ApiError {
  return new (classes[refusal.status] ?? ApiError)(refusal)
}
