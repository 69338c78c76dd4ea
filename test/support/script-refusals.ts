import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import type { Ask } from './script-scene.ts'

const { productId: _, ...product } = aProduct()
const outside = 'https://other.example/a'
const adas = { contactExternalId: 'POS/1' }
const item = (more: object) => [{ ...aPurchase().products[0], ...more }] as never

/** Refusals of contacts, purchases and products, once those of the script are created. */
export const refusals: Ask[] = [
  { line: 'GET /contacts/email/nobody@example.com', status: 404 },
  { line: `GET /purchases/${'f'.repeat(24)}`, status: 404 },
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
    body: { ...aPurchase({ ...adas, purchaseId: 'T-3' }), cartId: undefined },
    status: 422,
    rule: 'purchase-cart-given',
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
