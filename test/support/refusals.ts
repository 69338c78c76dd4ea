import { aContact, anEventType, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { type OperationKey, routes } from '../../mock/generated/routes.ts'
import type { createMock, MockOptions } from '../../mock/index.ts'
import { askFreely, type CallParts } from './ask.ts'
import { formType, importForm } from './multipart.ts'

const { productId, ...product } = aProduct()
const bob = aContact({ _email: 'bob@example.com', _externalId: '2' })
const outside = { productDetailUrl: 'https://other.example/a' }
const [item] = aPurchase().products

const seed = {
  eventTypes: [anEventType()],
  contacts: [aContact(), bob],
  products: [aProduct()],
  purchases: [aPurchase()],
}
const twins: readonly MockOptions[] = [
  { seed, domains: ['shop.example'] },
  {
    seed,
    behaviors: { replaceIdentifier: 'refuse', deleteUnknownContact: 404, legacyPath: 'off' },
  },
]

/** The type of custom event is created first, so it has the first id. */
const values = [
  'ada@example.com',
  'nobody@example.com',
  'POS-000001',
  productId,
  'store-visit',
  '000000000000000000000001',
  '',
  '..',
  '%E0%A4%A',
  'x'.repeat(51),
]

const field = { id: 'tier', name: 'Tier', type: 'text' }
const visit = { email: 'ada@example.com' }

const bodies: readonly unknown[] = [
  undefined,
  '{',
  [],
  { _points: 'x' },
  { _points: null },
  { nonsense: 1 },
  { _externalId: '2' },
  { _externalId: '3' },
  { _externalId: '' },
  { _email: 'bob@example.com' },
  { _email: 'c@example.com' },
  { _email: 'ada' },
  { ...product, ...outside },
  aPurchase(),
  aPurchase({ contactExternalId: undefined }),
  aPurchase({ contactExternalId: '..' }),
  aPurchase({ contactEmail: 'ada' }),
  aPurchase({ contactEmail: 'ada@example.com', contactExternalId: '2' }),
  aPurchase({ contactExternalId: 'none', purchaseId: 'new' }),
  { ...aPurchase({ purchaseId: 'new' }), cartId: undefined },
  { ...aPurchase({ purchaseId: 'new' }), products: [{ ...item, productId: 'none' }] },
  { ...aPurchase({ purchaseId: 'new' }), products: [{ ...item, ...outside }] },
  field,
  { ...field, id: 'level', required: true },
  anEventType(),
  { ...anEventType(), alias: 'new', primaryKey: 'none' },
  { email: 'nobody@example.com' },
  { ...visit, nonsense: 1 },
  { ...visit, _externalId: '2' },
]

const form: CallParts = {
  headers: { authorization: 'apiKey test:secret', 'content-type': formType },
}
const forms: readonly Uint8Array[] = [
  importForm('_name\n'),
  importForm('_email\n', { overrideExisting: 'false', updateOnlyEmptyFields: 'true' }),
  ...Array.from({ length: 11 }, () => importForm('_email\n')),
]

const contacts = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
const days = { fromDate: '2026-01-01', toDate: '2026-01-31' }
const report = (reportId: string, more = {}) => ({
  delimiter: ',',
  filters: { reportId, ...days, ...more },
})

const exported: readonly unknown[] = [
  { ...contacts, exportType: 'activities' },
  { ...contacts, filters: { segmentId: 'none' } },
  report('none'),
  report('purchases-by-day', { toDate: '2026-03-01' }),
  ...Array.from({ length: 6 }, () => contacts),
  ...Array.from({ length: 6 }, () => report('purchases-by-day')),
]

/** Each operation with each rule that refused it: all bodies at all addresses, on new twins. */
export function refusalsOfEveryOperation(
  create: typeof createMock,
): readonly (readonly [OperationKey, string])[] {
  const seen = new Map<string, readonly [OperationKey, string]>()
  for (const options of twins) {
    for (const { key } of routes) {
      const mock = create(options)
      for (const line of values.map((value) => key.replace(/\{\w+\}/, value))) {
        const asked = [...bodies, ...exported].map((body) => askFreely(mock, line, body))
        asked.push(...forms.map((body) => askFreely(mock, line, body, form)))
        for (const { rule } of asked) {
          if (rule !== undefined) seen.set(`${key} ${rule}`, [key, rule])
        }
      }
    }
  }
  return [...seen.values()]
}
