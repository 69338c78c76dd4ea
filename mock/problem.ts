import { type Answer, answer } from './call.ts'

/** What is wrong with one field, in words that follow the path: `_points` `must be an integer`. */
export interface Violation {
  readonly path: string
  readonly reason: string
}

/** Where in a request a value stands. */
export type Place = 'path' | 'query' | 'body'

/** A refusal of the API. Only `problems` makes one, only `unlessRefused` ends one. */
export class Problem {
  readonly status: number
  readonly body: object | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Id of the rule that refused, set by the rule itself. */
  rule: string | undefined

  constructor(status: number, body?: object, headers: Readonly<Record<string, string>> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }

  /**
   * The refusal in the vendor's shape, with the rule's id in `x-connectif-mock-rule`. Fields that
   * do not fit are refused with 422, or with the status that the account has for them.
   */
  answer(invalidFields: 422 | 400 = 422): Answer {
    const plain =
      invalidFields === 400 && this.body && 'validationErrors' in this.body
        ? answer(400, { ...this.body, status: 400, title: titles[400] })
        : answer(this.status, this.body)
    const rule = this.rule === undefined ? {} : { 'x-connectif-mock-rule': this.rule }
    return { ...plain, headers: { ...plain.headers, ...this.headers, ...rule } }
  }

  /** The refusal in one line, for messages to the twin's user. */
  toString(): string {
    const { detail, validationErrors } = { ...this.body } as {
      detail?: string
      validationErrors?: Violation[]
    }
    const violations = validationErrors?.map(({ path, reason }) => `${path} ${reason}`)
    return `${this.status} ${violations?.join('; ') ?? detail ?? ''}`.trimEnd()
  }
}

/** What work gives; when it is refused, what is made of the refusal. */
export function unlessRefused<T>(work: () => T, refused: (problem: Problem) => T): T {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    return refused(thrown)
  }
}

/** Names of the statuses. */
export const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** A refusal in the shape of HttpError. */
export function httpError(status: number, detail: string, more: object = {}) {
  return new Problem(status, { status, title: titles[status], detail, ...more })
}

/** A refusal of single fields. */
export function unprocessable(...validationErrors: Violation[]) {
  const detail = 'One or more fields are not valid.'
  return httpError(422, detail, { validationErrors })
}
