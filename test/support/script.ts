import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { defineContactFields, radio } from '../../sdk/contact-fields.ts'
import { ask, callOf, type Reply } from './ask.ts'
import { refusals } from './script-refusals.ts'

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
const adas = { contactExternalId: 'POS/1' }
const id = (number: number) => String(number).padStart(24, '0')

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
  return script.map((step) => ask(mock, step.line, step.body, { headers: headersOf(step) }))
}

/** The headers that a step is sent with. */
export function headersOf({ line, headers }: Step): Readonly<Record<string, string>> {
  const lines = Object.entries({ ...callOf(line).headers, ...headers })
  return Object.fromEntries(lines.filter((pair): pair is [string, string] => pair[1] !== null))
}
