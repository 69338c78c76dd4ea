import { type Answer, answer } from './call.ts'

/** What is wrong with one field, in words that follow the path: `_points` `must be an integer`. */
export interface Violation {
  readonly path: string
  readonly reason: string
}

/** Where in a request a value stands. */
export type Place = 'path' | 'query' | 'body'

/** A refusal of the API. Only `problems` makes one, only the engine catches it. */
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

  /** The refusal in the vendor's shape, with the rule's id in `x-connectif-mock-rule`. */
  answer(): Answer {
    const plain = answer(this.status, this.body)
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

const titles: Record<number, string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
}

function httpError(status: number, detail: string, more: object = {}) {
  return new Problem(status, { status, title: titles[status], detail, ...more })
}

function unprocessable(...validationErrors: Violation[]) {
  const detail = 'One or more fields are not valid.'
  return httpError(422, detail, { validationErrors })
}

/** Every refusal that the twin knows, in the vendor's shape. */
export const problems = {
  noKey: () => new Problem(401),
  unknownPath: (path: string) => httpError(404, `There is nothing at ${path}.`),
  otherMethod: (allowed: string) =>
    new Problem(
      405,
      { status: 405, title: titles[405], detail: `This path answers to ${allowed}.` },
      { allow: allowed },
    ),
  malformedPath: () => httpError(400, 'The path is not valid percent-encoded UTF-8.'),
  misfit: (violations: readonly Violation[], place: Place) =>
    place === 'body'
      ? unprocessable(...violations)
      : httpError(
          400,
          violations.map((one) => `${one.path} in the ${place} ${one.reason}`).join('; '),
        ),
  notJsonType: () => httpError(415, 'The content type must be application/json.'),
  tooLarge: (bytes: number) => httpError(413, `The body is larger than ${bytes} bytes.`),
  notJson: (detail: string) => httpError(400, detail),

  externalIdTaken: () =>
    unprocessable({ path: '_externalId', reason: 'belongs to another contact' }),
  emailTaken: () => unprocessable({ path: '_email', reason: 'belongs to another contact' }),
  identifierFixed: (path: string) =>
    unprocessable({ path, reason: 'is already set and cannot be replaced' }),
  nullRefused: (paths: readonly string[]) =>
    unprocessable(...paths.map((path) => ({ path, reason: 'must not be null' }))),
  legacyExternalId: () =>
    unprocessable({
      path: '_externalId',
      reason: 'cannot be set here; use PATCH /contacts/email/{email}',
    }),
  contactUnknown: () => httpError(404, 'There is no contact with this address.'),
  purchaseUnknown: () => httpError(404, 'There is no purchase with this id.'),
  productUnknown: () => httpError(404, 'There is no product with this id.'),

  purchaseContactMissing: () =>
    unprocessable({ path: 'contactEmail', reason: 'or contactExternalId is required' }),
  purchaseContactsDiffer: () =>
    unprocessable({ path: 'contactExternalId', reason: 'names another contact than contactEmail' }),
  purchaseIdTaken: () =>
    unprocessable({ path: 'purchaseId', reason: 'belongs to a purchase that already exists' }),
  purchaseContactUnknown: () =>
    httpError(400, 'The contact of the purchase does not exist; create it first.', {
      code: 'E0101',
    }),
  purchaseProductsUnknown: (productIds: readonly string[]) =>
    httpError(400, 'Some products of the purchase are not in the catalogue.', {
      code: 'E0102',
      productIds,
    }),
  purchaseDomainRefused: (productIds: readonly string[], allowedDomains: readonly string[]) =>
    httpError(400, 'Some products have URLs outside the authorised domains.', {
      code: 'E0103',
      productIds,
      allowedDomains,
    }),
  productDomainRefused: (allowedDomains: readonly string[]) =>
    httpError(400, 'The URL of the product is outside the authorised domains.', {
      code: 'E0201',
      allowedDomains,
    }),
}
