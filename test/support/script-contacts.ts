import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { defineContactFields, radio } from '../../sdk/contact-fields.ts'
import { refusals } from './script-refusals.ts'
import type { Ask, Scene } from './script-scene.ts'

const { productId, ...product } = aProduct()
const adas = { contactExternalId: 'POS/1' }
const id = (number: number) => String(number).padStart(24, '0')

const creations: Ask[] = [
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

const reads: Ask[] = [
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

const deletions: Ask[] = [
  { line: 'DELETE /purchases/purchase-id/T-2', status: 204 },
  { line: `DELETE /purchases/${id(6)}`, status: 204 },
  { line: 'DELETE /products/product-id/SKU-2', status: 204 },
  { line: `DELETE /products/${id(4)}`, status: 204 },
  { line: 'GET /contacts/external-id/POS%2F1', status: 200 },
  { line: 'DELETE /contacts/external-id/POS%2F1', status: 204 },
  { line: 'DELETE /contacts/email/bob@example.com', status: 204 },
  { line: 'DELETE /contacts/email/bob@example.com', status: 204 },
]

/** Contacts, purchases and products, and every rule that refuses them. */
export const contactsAndPurchases: Scene = {
  options: {
    clock: '2026-01-01T00:00:00Z',
    domains: ['shop.example'],
    contactFields: defineContactFields({ tier: radio('gold', 'silver') }),
  },
  steps: [...creations, ...reads, ...refusals, ...deletions],
}
