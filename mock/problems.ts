import { httpError, type Place, Problem, titles, unprocessable, type Violation } from './problem.ts'

export { type Place, Problem, unlessRefused, type Violation } from './problem.ts'

function taken(path: '_email' | '_externalId', status: 422 | 400 | 409) {
  const reason = 'belongs to another contact'
  return status === 422 ? unprocessable({ path, reason }) : httpError(status, `${path} ${reason}.`)
}

type ProductIdsField = 'productIds' | 'both'

function named(productIds: readonly string[], field: ProductIdsField) {
  return field === 'both' ? { productIds, productsId: productIds } : { productIds }
}

/** Every refusal that the twin knows, in the vendor's shape. */
export const problems = {
  noKey: (body: 'empty' | 'http-error' = 'empty') =>
    body === 'empty' ? new Problem(401) : httpError(401, 'The API key is unknown.'),
  blocked: () => httpError(403, 'The account is blocked.'),
  scopeMissing: (scope: string) => httpError(403, `The key lacks the scope ${scope}.`),
  tooManyCalls: (retryAfterSeconds?: number, body: 'empty' | 'http-error' = 'empty') =>
    new Problem(
      429,
      body === 'empty' ? undefined : httpError(429, 'The key has no calls left.').body,
      retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    ),
  injected: (status: number, headers: Readonly<Record<string, string>> = {}) => {
    const detail = 'A fault of the twin, injected by a test.'
    const bodiless = status === 401 || status === 429
    return new Problem(
      status,
      bodiless ? undefined : { status, title: titles[status] ?? `Status ${status}`, detail },
      headers,
    )
  },
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

  externalIdTaken: (status: 422 | 400 | 409 = 422) => taken('_externalId', status),
  emailTaken: (status: 422 | 400 | 409 = 422) => taken('_email', status),
  identifierFixed: (path: string) =>
    unprocessable({ path, reason: 'is already set and cannot be replaced' }),
  nullRefused: (paths: readonly string[]) =>
    unprocessable(...paths.map((path) => ({ path, reason: 'must not be null' }))),
  legacyPathGone: () => httpError(404, 'This account has no /contacts/{email} any more.'),
  notTracked: (path: '_externalId' | 'contactExternalId' = '_externalId') =>
    unprocessable({ path, reason: 'cannot be set by tracking or custom events' }),
  legacyExternalId: () =>
    unprocessable({
      path: '_externalId',
      reason: 'cannot be set here; use PATCH /contacts/email/{email}',
    }),
  contactUnknown: () => httpError(404, 'There is no contact with this address.'),
  purchaseUnknown: () => httpError(404, 'There is no purchase with this id.'),
  contactFieldUnknown: () => httpError(404, 'There is no contact field with this id.'),
  contactFieldTaken: () =>
    unprocessable({ path: 'id', reason: 'belongs to another contact field' }),
  eventTypeUnknown: () => httpError(404, 'There is no such custom event type.'),
  eventContactUnknown: () =>
    httpError(400, 'The contact of the custom event does not exist.', { code: 'E0501' }),
  productUnknown: () => httpError(404, 'There is no product with this id.'),

  purchaseContactMissing: () =>
    unprocessable({ path: 'contactEmail', reason: 'or contactExternalId is required' }),
  purchaseCartMissing: () => unprocessable({ path: 'cartId', reason: 'is required' }),
  purchaseContactsDiffer: () =>
    unprocessable({ path: 'contactExternalId', reason: 'names another contact than contactEmail' }),
  purchaseIdTaken: (how: 'refuse' | 'conflict' = 'refuse') =>
    how === 'refuse'
      ? unprocessable({ path: 'purchaseId', reason: 'belongs to a purchase that already exists' })
      : httpError(409, 'There is already a purchase with this purchaseId.'),
  purchaseContactUnknown: () =>
    httpError(400, 'The contact of the purchase does not exist; create it first.', {
      code: 'E0101',
    }),
  purchaseProductsUnknown: (productIds: readonly string[], field: ProductIdsField = 'productIds') =>
    httpError(400, 'Some products of the purchase are not in the catalogue.', {
      code: 'E0102',
      ...named(productIds, field),
    }),
  purchaseDomainRefused: (
    productIds: readonly string[],
    allowedDomains: readonly string[],
    field: ProductIdsField = 'productIds',
  ) =>
    httpError(400, 'Some products have URLs outside the authorised domains.', {
      code: 'E0103',
      ...named(productIds, field),
      allowedDomains,
    }),
  productDomainRefused: (allowedDomains: readonly string[]) =>
    httpError(400, 'The URL of the product is outside the authorised domains.', {
      code: 'E0201',
      allowedDomains,
    }),

  notMultipartType: () => httpError(415, 'The content type must be multipart/form-data.'),
  notMultipart: (detail: string) => httpError(400, detail),
  importUnknown: () => httpError(404, 'There is no import with this id.'),
  importsQueued: (most: number) =>
    httpError(400, `There are ${most} imports that have not ended.`, { code: 'E0401' }),
  exportUnknown: () => httpError(404, 'There is no export with this id.'),
  exportsQueued: (most: number) =>
    httpError(400, `There are ${most} exports that have not ended.`, { code: 'E0301' }),
  linkUnknown: () => httpError(404, 'There is no file at this link.'),
  linkDead: () => httpError(410, 'The link has expired; a new one is in the import or export.'),
}
