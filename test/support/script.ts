import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { defineContactFields, radio } from '../../sdk/contact-fields.ts'
import { ask, callOf, type Reply } from './ask.ts'

/** One call of the script, and how the twin answers it. */
export interface Step {
  /** Method and path, with query. */
  readonly line: string
  readonly body?: unknown
  /** In place of the usual ones; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly status: number
  /** The rule that refuses. */
  readonly rule?: string
}

/** How the twin of the script is set up. */
export const scriptOptions: MockOptions = {
  clock: '2026-01-01T00:00:00Z',
  domains: ['shop.example'],
  contactFields: defineContactFields({ tier: radio('gold', 'silver') }),
}

const { productId, ...product } = aProduct()
const outside = 'https://other.example/a'
const adas = { contactExternalId: 'POS/1' }
const id = (number: number) => String(number).padStart(24, '0')
const item = (more: object) => [{ ...aPurchase().products[0], ...more }] as never

const creations: Step[] = [
  {
    line: 'PATCH /contacts/external-id/POS%2F1',
    status: 200,
    body: { _email: 'Ada+till@Example.com', _name: 'Ada "Ñ" 😀', tier: 'gold' },
  },
  { line: 'PATCH /contacts/email/bob%40example.com', body: { _externalId: '2' }, status: 200 },
  { line: 'PATCH /contacts/cleo@example.com', body: { _points: 3 }, status: 200 },
  { line: `PATCH /products/product-id/${productId}`, body: product, status: 200 },
  { line: 'PATCH /products/product-id/SKU-2', body: product, status: 200 },
  { line: 'POST /purchases/', body: aPurchase(adas), status: 201 },
  {
    line: 'POST /purchases?triggerPurchaseEvent=false',
    status: 201,
    body: aPurchase({ ...adas, contactEmail: 'ada+till@example.com', purchaseId: 'T-2' }),
  },
]

const reads: Step[] = [
  { line: 'GET /contacts/external-id/POS%2F1', status: 200 },
  { line: 'GET /contacts/email/ada+till@example.com', status: 200 },
  { line: 'GET /contacts/cleo@example.com', status: 200 },
  { line: `GET /products/product-id/${productId}`, status: 200 },
  { line: `GET /products/${id(4)}`, status: 200 },
  { line: 'GET /purchases/purchase-id/T-2', status: 200 },
  { line: `GET /purchases/${id(6)}`, status: 200 },
  { line: 'HEAD /contacts/external-id/POS%2F1', status: 200 },
  { line: 'OPTIONS /contacts/external-id/POS%2F1', status: 204 },
]

const refusals: Step[] = [
  { line: 'GET /contacts/email/nobody@example.com', status: 404 },
  { line: `GET /purchases/${id(99)}`, status: 404 },
  { line: 'GET /products/product-id/none', status: 404 },
  { line: 'GET /nothing', status: 404 },
  { line: 'PUT /contacts/external-id/2', status: 405 },
  {
    line: 'GET /contacts/external-id/2',
    headers: { authorization: null },
    status: 401,
    rule: 'key',
  },
  { line: 'GET /contacts/external-id/%E0%A4%A', status: 400, rule: 'path-encoding' },
  { line: `GET /contacts/external-id/${'x'.repeat(51)}`, status: 400, rule: 'external-id-length' },
  { line: 'DELETE /contacts/email/ada', status: 400, rule: 'email-valid' },
  { line: 'DELETE /purchases/42', status: 400, rule: 'body-shape' },
  {
    line: 'PATCH /contacts/external-id/2',
    body: '{}',
    headers: { 'content-type': null },
    status: 415,
    rule: 'content-type',
  },
  { line: 'PATCH /contacts/external-id/2', body: '{', status: 400, rule: 'body-shape' },
  {
    line: 'PATCH /contacts/external-id/2',
    body: { _points: 'x' },
    status: 422,
    rule: 'body-shape',
  },
  {
    line: 'PATCH /contacts/external-id/2',
    body: { _points: null },
    status: 422,
    rule: 'patch-null',
  },
  {
    line: 'PATCH /contacts/external-id/2',
    body: { tier: 'none' },
    status: 422,
    rule: 'field-known',
  },
  {
    line: 'PATCH /contacts/external-id/2',
    body: { _email: 'ADA+till@example.com' },
    status: 422,
    rule: 'email-unique',
  },
  {
    line: 'PATCH /contacts/external-id/2',
    body: { _email: 'ada' },
    status: 422,
    rule: 'email-valid',
  },
  {
    line: 'PATCH /contacts/email/bob@example.com',
    body: { _externalId: 'POS/1' },
    status: 422,
    rule: 'external-id-unique',
  },
  {
    line: 'PATCH /contacts/email/bob@example.com',
    body: { _externalId: '..' },
    status: 422,
    rule: 'external-id-length',
  },
  {
    line: 'PATCH /contacts/bob@example.com',
    body: { _externalId: '3' },
    status: 422,
    rule: 'legacy-path',
  },
  {
    line: 'PATCH /products/product-id/SKU-2',
    body: { ...product, productDetailUrl: outside },
    status: 400,
    rule: 'product-upsert',
  },
  {
    line: 'POST /purchases/',
    body: aPurchase({ contactExternalId: undefined }),
    status: 422,
    rule: 'purchase-contact-given',
  },
  {
    line: 'POST /purchases/',
    body: aPurchase({ ...adas, contactEmail: 'bob@example.com' }),
    status: 422,
    rule: 'purchase-contact-given',
  },
  {
    line: 'POST /purchases/',
    body: aPurchase({ ...adas, purchaseId: 'T-2' }),
    status: 422,
    rule: 'purchase-id-unique',
  },
  {
    line: 'POST /purchases/',
    body: aPurchase({ contactExternalId: 'none', purchaseId: 'T-3' }),
    status: 400,
    rule: 'purchase-contact-exists',
  },
  {
    line: 'POST /purchases/',
    status: 400,
    rule: 'purchase-products-exist',
    body: aPurchase({ ...adas, purchaseId: 'T-3', products: item({ productId: 'none' }) }),
  },
  {
    line: 'POST /purchases/',
    status: 400,
    rule: 'purchase-domains-allowed',
    body: aPurchase({ ...adas, purchaseId: 'T-3', products: item({ productDetailUrl: outside }) }),
  },
  {
    line: 'POST /purchases/',
    status: 422,
    rule: 'external-id-length',
    body: aPurchase({ contactExternalId: '..' }),
  },
  {
    line: 'POST /purchases/?triggerPurchaseEvent=1',
    body: aPurchase(),
    status: 400,
    rule: 'body-shape',
  },
]

const deletions: Step[] = [
  { line: 'DELETE /purchases/purchase-id/T-2', status: 204 },
  { line: `DELETE /purchases/${id(6)}`, status: 204 },
  { line: 'DELETE /products/product-id/SKU-2', status: 204 },
  { line: `DELETE /products/${id(4)}`, status: 204 },
  { line: 'GET /contacts/external-id/POS%2F1', status: 200 },
  { line: 'DELETE /contacts/external-id/POS%2F1', status: 204 },
  { line: 'DELETE /contacts/email/bob@example.com', status: 204 },
  { line: 'DELETE /contacts/email/bob@example.com', status: 204 },
]

/** Every operation, every refusing rule: in this order, on one twin. */
export const script: readonly Step[] = [...creations, ...reads, ...refusals, ...deletions]

/** The script's answers, from a new twin that is asked without a carrier. */
export function runScript(mock: Mock = createMock(scriptOptions)): Reply[] {
  return script.map(({ line, body, headers }) => {
    const usual = callOf(line).headers
    const given = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== null)
    return ask(mock, line, body, { headers: Object.fromEntries(given) as Record<string, string> })
  })
}
