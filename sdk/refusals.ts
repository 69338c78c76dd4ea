import { violationsIn } from './error-parts.ts'
import { ApiError, type Refusal } from './errors.ts'

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
