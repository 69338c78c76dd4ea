import { aContact } from '../../mock/builders/samples.ts'
import { formType, importForm } from './multipart.ts'
import { type Ask, later, type Scene } from './script-scene.ts'

const headers = { 'content-type': formType }

/** A form that is sent, with a file in it unless that is null. */
function upload(
  csv: string | null,
  fields: Readonly<Record<string, string>>,
  answer: Pick<Ask, 'status' | 'rule'>,
): Ask {
  return { line: 'POST /imports/', body: importForm(csv, fields), headers, ...answer }
}

const queued = { status: 201 }
const wrongFile = { status: 422, rule: 'import-file' }
const wrongOptions = { status: 422, rule: 'import-options' }
const one = '_email\nnew@example.com\n'

const contacts = `_externalId,_email,_name,_points,nope
K1,cleo@example.com,Cleo,7,x
,,Nobody,,
POS-000001,bob@example.com,Thief,,
K2,dora,Dora,,
K3,eve@example.com,Eve,many,
K4
K1,,Again,,
`
const products = `productId,name,productDetailUrl,unitPrice
SKU-9,Mug,https://shop.example.com/mug,9.5
,No id,https://shop.example.com/none,1
SKU-8,Cup,https://shop.example.com/cup,cheap
`

const imports = [
  { line: 'GET /imports/', status: 200 },
  upload(contacts, {}, queued),
  upload(products, { type: 'products' }, queued),
  upload('code\nA\nB\nA\n', { type: 'coupons', couponSetId: 'spring' }, queued),
  later({ minutes: 1 }),
  { line: 'GET /imports', status: 200 },
  { line: 'GET /imports/000000000000000000000003', status: 200 },
  {
    line: 'GET /__files/9ca84f2b1f2e3d79/import-000000000000000000000003-errors.csv',
    status: 200,
  },
  { line: 'GET /contacts/external-id/K1', status: 200 },
  { line: 'GET /products/product-id/SKU-9', status: 200 },
  upload(
    '_externalId,_name\nK1,Other\nK5,First\nK5,Second\n',
    { overrideExisting: 'false' },
    queued,
  ),
  upload('_externalId,_name,_surname\nK1,Other,Late\n', { updateOnlyEmptyFields: 'true' }, queued),
  later({ minutes: 1 }),
  { line: 'GET /contacts/external-id/K1', status: 200 },
  { line: 'GET /imports/000000000000000000000099', status: 404 },
] as const

const refusedImports: Ask[] = [
  upload(one, { overrideExisting: 'false', updateOnlyEmptyFields: 'true' }, wrongOptions),
  upload('code\nA\n', { type: 'coupons' }, wrongOptions),
  upload(null, { file: one }, wrongFile),
  upload('_name\nAda\n', {}, wrongFile),
  upload('_email,_email\na@example.com,b@example.com\n', {}, wrongFile),
  upload(one, { delimiter: '|' }, { status: 422, rule: 'body-shape' }),
  { ...upload(one, {}, { status: 400, rule: 'body-shape' }), body: 'nothing of it' },
  { ...upload(one, {}, { status: 415, rule: 'content-type' }), headers: {} },
]

const queue = [
  ...Array.from({ length: 10 }, () => upload(one, {}, queued)),
  upload(one, {}, { status: 400, rule: 'import-queue' }),
  { line: 'DELETE /imports/00000000000000000000000b', status: 204 },
  upload('_email\nanother@example.com\n', {}, queued),
  later({ minutes: 1 }),
  { line: 'GET /imports/00000000000000000000000b', status: 200 },
  { line: 'GET /imports/?page=2', status: 200 },
  { line: 'GET /imports/?page=0', status: 400, rule: 'body-shape' },
] as const

const all = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
const days = { fromDate: '2026-01-01', toDate: '2026-01-31' }
const report = { delimiter: ';', filters: { reportId: 'contacts-by-identifier', ...days } }

const exports = [
  { line: 'POST /exports/', body: all, status: 201 },
  {
    line: 'POST /exports',
    body: { ...all, filters: { segmentId: 'has-external-id' } },
    status: 201,
  },
  { line: 'POST /exports/type/data-explorer', body: report, status: 201 },
  {
    line: 'POST /exports/',
    body: { ...all, exportType: 'activities' },
    status: 422,
    rule: 'export-range',
  },
  {
    line: 'POST /exports/',
    body: { ...all, filters: { segmentId: 'none' } },
    status: 422,
    rule: 'export-filters',
  },
  { line: 'POST /exports/', body: all, status: 201 },
  { line: 'POST /exports/', body: all, status: 201 },
  { line: 'POST /exports/', body: all, status: 400, rule: 'export-queue' },
  later({ minutes: 1 }),
  { line: 'GET /exports/', status: 200 },
  { line: 'GET /exports/000000000000000000000018', status: 200 },
  { line: 'GET /__files/0/export-000000000000000000000018.zip', status: 404 },
  { line: 'DELETE /exports/000000000000000000000018', status: 204 },
  { line: 'GET /exports/000000000000000000000018', status: 404 },
  later({ minutes: 100 }),
  {
    line: 'GET /__files/9ca84f2b1f2e3d79/import-000000000000000000000003-errors.csv',
    status: 410,
    rule: 'file-link',
  },
] as const

/** Imports and exports, what they write, and every rule that refuses them. */
export const files: Scene = {
  options: {
    clock: '2026-01-01T00:00:00Z',
    seed: { contacts: [aContact(), { _email: 'bob@example.com' }] },
  },
  steps: [...imports, ...refusedImports, ...queue, ...exports],
}
