import { aContact, anEventType, aProduct, aPurchase } from '../mock/builders/samples.ts'
import type { MockOptions } from '../mock/index.ts'
import { importForm } from './import-form.ts'

/** A call that shows a rule at work. */
export interface RuleExample {
  /** Method and path. */
  readonly ask: string
  /** JSON, a text as it is, or a form. */
  readonly body?: unknown
  /** In place of the usual ones. */
  readonly headers?: Readonly<Record<string, string>>
  /** Calls that come first. */
  readonly before?: readonly (readonly [ask: string, body?: unknown])[]
  readonly options?: MockOptions
  /** For a rule that shapes an answer: what of the answer to look at. */
  readonly shows?: readonly string[]
}

/** What every example starts from. */
export const start: MockOptions = {
  clock: '2026-01-01T00:00:00Z',
  seed: {
    contacts: [aContact(), aContact({ _email: 'bob@example.com', _externalId: 'POS-000002' })],
    products: [aProduct()],
    purchases: [aPurchase()],
    eventTypes: [anEventType()],
  },
}

const ada = '/contacts/email/ada@example.com'
const bob = '/contacts/email/bob@example.com'
const purchase = (more: object) => ({ ...aPurchase({ purchaseId: 'ORD-2' }), ...more })
const [item] = aPurchase().products
const { productId, ...product } = aProduct()
const elsewhere = { productDetailUrl: 'https://other.example/boots' }
const own: MockOptions = { ...start, domains: ['shop.example'] }
const days = { fromDate: '2025-01-01', toDate: '2025-12-31' }
const contacts = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one)

/** An example for each rule that a single call shows. */
export const ruleExamples: Readonly<Record<string, RuleExample>> = {
  'external-id-unique': { ask: `PATCH ${bob}`, body: { _externalId: 'POS-000001' } },
  'external-id-length': { ask: `PATCH ${ada}`, body: { _externalId: 'x'.repeat(51) } },
  'external-id-single': {
    ask: `PATCH ${ada}`,
    body: { _externalId: 'POS-9' },
    options: { ...start, behaviors: { replaceIdentifier: 'refuse' } },
  },
  'external-id-identifies': {
    ask: 'PATCH /contacts/external-id/POS-9',
    body: {},
    shows: ['_externalId', '_isAnonymous'],
  },
  'external-id-not-tracked': {
    ask: 'POST /custom-events/alias/store-visit',
    body: { email: 'ada@example.com', _externalId: 'POS-000001' },
  },
  'email-unique': {
    ask: 'PATCH /contacts/external-id/POS-000002',
    body: { _email: 'ADA@example.com' },
  },
  'email-valid': { ask: 'PATCH /contacts/external-id/POS-000002', body: { _email: 'ada' } },
  'patch-creates': {
    ask: 'PATCH /contacts/email/eve@example.com',
    body: {},
    shows: ['_email', '_createdAt'],
  },
  'patch-partial': { ask: `PATCH ${ada}`, body: { _points: 1 }, shows: ['_name', '_points'] },
  'patch-null': { ask: `PATCH ${ada}`, body: { _name: null } },
  'field-known': { ask: `PATCH ${ada}`, body: { loyaltyTier: 'gold', _createdAt: 'now' } },
  'contact-field-valid': {
    ask: 'POST /contact-fields/',
    body: { id: 'level', name: 'Level', type: 'text', required: true },
  },
  'contact-field-unique': {
    ask: 'POST /contact-fields/',
    body: { id: 'tier', name: 'Tier', type: 'text' },
    before: [['POST /contact-fields/', { id: 'tier', name: 'Tier', type: 'text' }]],
  },
  'legacy-path': { ask: 'PATCH /contacts/ada@example.com', body: { _externalId: 'POS-9' } },
  'delete-final': {
    ask: 'GET /purchases/purchase-id/ORD-100001',
    before: [[`DELETE ${ada}`]],
    shows: ['purchaseId', 'contactEmail', 'contactExternalId'],
  },
  'delete-unknown': {
    ask: 'DELETE /contacts/email/nobody@example.com',
    options: { ...start, behaviors: { deleteUnknownContact: 404 } },
  },
  'purchase-cart-given': { ask: 'POST /purchases/', body: purchase({ cartId: undefined }) },
  'purchase-contact-given': {
    ask: 'POST /purchases/',
    body: purchase({ contactEmail: 'bob@example.com' }),
  },
  'purchase-contact-exists': {
    ask: 'POST /purchases/',
    body: purchase({ contactExternalId: 'POS-9' }),
  },
  'purchase-products-exist': {
    ask: 'POST /purchases/',
    body: purchase({ products: [{ ...item, productId: 'BOOT-9' }] }),
  },
  'purchase-domains-allowed': {
    ask: 'POST /purchases/',
    body: purchase({ products: [{ ...item, ...elsewhere }] }),
    options: own,
  },
  'purchase-id-unique': { ask: 'POST /purchases/', body: aPurchase() },
  'purchase-aggregates': {
    ask: `GET ${ada}`,
    before: [['DELETE /purchases/purchase-id/ORD-100001']],
    shows: ['_totalPurchases', '_totalPurchasesAmount', '_lastPurchaseDate'],
  },
  'purchase-delete': { ask: 'DELETE /purchases/purchase-id/ORD-9', shows: [] },
  'product-upsert': {
    ask: 'PATCH /products/product-id/BOOT-9',
    body: { ...product, ...elsewhere },
    options: own,
  },
  'event-type-valid': { ask: 'POST /custom-event-types/', body: anEventType() },
  'event-key-email': {
    ask: 'POST /custom-events/alias/store-visit',
    body: { store: 'Gran Via' },
  },
  'event-field-known': {
    ask: 'POST /custom-events/alias/store-visit',
    body: { email: 'ada@example.com', colour: 'red' },
  },
  'event-contact-exists': {
    ask: 'POST /custom-events/alias/store-visit',
    body: { email: 'nobody@example.com' },
  },
  'import-options': {
    ask: 'POST /imports/',
    body: importForm('_email\n', { overrideExisting: 'false', updateOnlyEmptyFields: 'true' }),
  },
  'import-file': { ask: 'POST /imports/', body: importForm('_name\nAda\n') },
  'import-queue': {
    ask: 'POST /imports/',
    body: importForm('_email\n'),
    before: times(10, ['POST /imports/', importForm('_email\n')] as const),
  },
  'export-range': {
    ask: 'POST /exports/type/data-explorer',
    body: { delimiter: ',', filters: { reportId: 'purchases-by-day', ...days } },
  },
  'export-filters': {
    ask: 'POST /exports/',
    body: { ...contacts, filters: { segmentId: 'none' } },
  },
  'export-queue': {
    ask: 'POST /exports/',
    body: contacts,
    before: times(5, ['POST /exports/', contacts] as const),
  },
  key: { ask: `GET ${ada}`, headers: {} },
  scope: {
    ask: `DELETE ${ada}`,
    options: { accounts: { shop: { keys: { 'test:secret': ['contacts:read'] } } } },
  },
  'rate-limit': {
    ask: `GET ${ada}`,
    before: [[`GET ${ada}`]],
    options: { ...start, rateLimit: { limit: 1 } },
  },
  'content-type': {
    ask: `PATCH ${ada}`,
    body: '{}',
    headers: { authorization: 'apiKey test:secret', 'content-type': 'text/plain' },
  },
  'body-shape': { ask: `PATCH ${ada}`, body: '{"_points": 7' },
  'path-encoding': { ask: 'GET /contacts/external-id/%E0%A4%A' },
}

/** Where to see the other rules, which refuse no call by themselves. */
export const ruleNotes: Readonly<Record<string, string>> = {
  'external-id-no-merge':
    'It decides whom an address finds: see [addressing](addresses.md#two-contacts-are-never-merged-by-an-external-id).',
  'tracking-merge': 'It is about visitors of the shop: see [tracking](../README.md#tracking).',
  'anonymous-purge': 'It goes by the clock: see [time](faults-and-clock.md#let-time-pass).',
  'purchase-event':
    'It shapes the activity log: see [history](purchases.md#history-without-workflows).',
  'import-identifier':
    'It refuses records of a file; the error report has them: see [imports](imports-and-exports.md#import-a-file).',
  'import-values':
    'It refuses records of a file; the error report has them: see [imports](imports-and-exports.md#import-a-file).',
  'import-override':
    'It refuses records of a file; the error report has them: see [imports](imports-and-exports.md#import-a-file).',
  'import-cancel': 'It decides what is written after `imports.delete`; it refuses no call.',
  'file-link': 'It goes by the clock: an older link answers 410.',
  'body-size': 'It refuses what is larger with a 413, which is too much to show here.',
}
