import { createReadStream } from 'node:fs'
import {
  boolean,
  Connectif,
  type ContactImportRow,
  checkbox,
  date,
  defineContactFields,
  type Export,
  type Import,
  type ImportProblem,
  integer,
  radio,
} from '../../sdk/index.ts'
import { same } from './same.ts'

const contactFields = defineContactFields({
  shoeSize: integer(),
  vip: boolean(),
  memberSince: date(),
  tier: radio('gold', 'silver'),
  interests: checkbox('garden', 'kitchen'),
})
const { imports, exports } = new Connectif({ apiKey: 'id:secret', contactFields })
const plain = new Connectif({ apiKey: 'id:secret' })
const type = 'contacts'

export async function files() {
  const created = await imports.create({ type, file: { path: 'contacts.csv' } })
  same<Import>()<typeof created>()
  imports.create({ type, file: 'a,b' })
  imports.create({ type, file: new Blob([]) })
  imports.create({ type, file: new Uint8Array() })
  imports.create({ type, file: new Blob([]).stream() })
  imports.create({ type, file: createReadStream('contacts.csv') })
  imports.create({ type: 'coupons', couponSetId: 'S', delimiter: ';', file: ['code', '\nA'] })
  imports.create({ type: 'products', overrideExisting: true, fileName: 'a.csv', file: '' })

  // @ts-expect-error no such type
  imports.create({ type: 'purchases', file: '' })
  // @ts-expect-error no file
  imports.create({ type })
  // @ts-expect-error coupons have a set
  imports.create({ type: 'coupons', file: '' })
  // @ts-expect-error only coupons have a set
  imports.create({ type, couponSetId: 'S', file: '' })
  // @ts-expect-error no such delimiter
  imports.create({ type, delimiter: '\t', file: '' })
  // @ts-expect-error a boolean, not its text
  imports.create({ type, overrideExisting: 'true', file: '' })
  // @ts-expect-error a typo
  imports.create({ type, updateOnlyEmpty: true, file: '' })
  // @ts-expect-error a path is said to be one, since a string is text
  imports.create({ type, file: new URL('file:///contacts.csv') })
  // @ts-expect-error rows are said to be rows
  imports.create({ type, file: [{ _email: 'ada@example.com' }] })
}

export function rows() {
  imports.create({
    type,
    file: {
      columns: ['_externalId', '_email', 'tier'],
      rows: [
        {
          _externalId: '1',
          _email: null,
          _name: undefined,
          _points: 7,
          _birthdate: new Date(),
          shoeSize: 38,
          vip: true,
          memberSince: new Date(),
          tier: 'gold',
          interests: ['garden'],
        },
        { _email: 'ada@example.com', _birthdate: '1815-12-10', memberSince: '2020-01-01' },
      ],
    },
  })
  async function* generated(): AsyncGenerator<ContactImportRow<typeof contactFields>> {
    yield { _externalId: '1', tier: 'silver' }
    // @ts-expect-error a typo
    yield { _externalId: '1', teir: 'silver' }
  }
  imports.create({ type, file: { rows: generated() } })
  imports.create({ type: 'coupons', couponSetId: 'S', file: { rows: new Set([{ code: 'A' }]) } })
  imports.create({
    type: 'products',
    file: { rows: [{ productId: '1', tags: ['a', 'b'], publishedAt: new Date(), unitPrice: 1 }] },
  })

  // @ts-expect-error a typo
  imports.create({ type, file: { rows: [{ _externalId: '1', shoesize: 38 }] } })
  // @ts-expect-error a typo in what every contact has
  imports.create({ type, file: { rows: [{ _externalId: '1', _nmae: 'Ada' }] } })
  // @ts-expect-error a number is not a string
  imports.create({ type, file: { rows: [{ _externalId: '1', shoeSize: '38' }] } })
  // @ts-expect-error a boolean is not a string
  imports.create({ type, file: { rows: [{ _externalId: '1', vip: 'true' }] } })
  // @ts-expect-error not an option
  imports.create({ type, file: { rows: [{ _externalId: '1', tier: 'bronze' }] } })
  // @ts-expect-error a checkbox takes a list
  imports.create({ type, file: { rows: [{ _externalId: '1', interests: 'garden' }] } })
  // @ts-expect-error no date field
  imports.create({ type, file: { rows: [{ _externalId: '1', _name: new Date() }] } })
  // @ts-expect-error neither identifier
  imports.create({ type, file: { rows: [{ _name: 'Ada' }] } })
  // @ts-expect-error neither identifier has a value
  imports.create({ type, file: { rows: [{ _externalId: null }] } })
  // @ts-expect-error the API writes it
  imports.create({ type, file: { rows: [{ _externalId: '1', _createdAt: '2026-01-01' }] } })
  // @ts-expect-error no such column
  imports.create({ type, file: { columns: ['teir'], rows: [{ _externalId: '1' }] } })
  // @ts-expect-error not declared to this client
  plain.imports.create({ type, file: { rows: [{ _externalId: '1', tier: 'gold' }] } })
  // @ts-expect-error a product has its id
  imports.create({ type: 'products', file: { rows: [{ name: 'Socks' }] } })
  // @ts-expect-error a coupon has a code
  imports.create({ type: 'coupons', couponSetId: 'S', file: { rows: [{ coupon: 'A' }] } })
}

export async function jobs() {
  const done = await imports.waitFor('1', { onProgress: ({ success }) => success.toFixed() })
  same<Import>()<typeof done>()
  const exported = await exports.waitFor('1', { timeout: 1000, interval: 100 })
  same<Export>()<typeof exported>()
  const gone = await imports.cancel('1')
  same<void>()<typeof gone>()
  for await (const one of imports.list()) same<Import>()<typeof one>()
  for await (const one of exports.list({ maxRetries: 0 })) same<Export>()<typeof one>()
  for await (const one of imports.errorReport('1')) same<ImportProblem>()<typeof one>()

  // @ts-expect-error retries are those of each look
  imports.waitFor('1', { maxRetries: 0 })
  // @ts-expect-error a list is no promise
  imports.list().then()
}

export async function exportRows() {
  for await (const row of exports.rows('1')) same<Readonly<Record<string, string>>>()<typeof row>()
  const stream = await exports.download('1')
  same<ReadableStream<Uint8Array>>()<typeof stream>()
  for await (const contact of exports.contacts('1')) {
    same<number | undefined>()<typeof contact.shoeSize>()
    same<boolean | undefined>()<typeof contact.vip>()
    same<'gold' | 'silver' | undefined>()<typeof contact.tier>()
    same<('garden' | 'kitchen')[] | undefined>()<typeof contact.interests>()
    same<number | undefined>()<typeof contact._clv>()
    same<string | undefined>()<typeof contact._createdAt>()
    // @ts-expect-error a typo
    contact.teir
    // @ts-expect-error what was read stays as it is
    contact.vip = true
  }
}

export function exportCreations() {
  const filters = { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-01-31T00:00:00Z' }
  exports.create({ exportType: 'contacts' })
  exports.create({ exportType: 'contacts', filters: { segmentId: 'S' }, version: 'v5' })
  exports.create({ exportType: 'activities', filters: { ...filters, activityTypes: ['purchase'] } })
  exports.createDataExplorer({ filters: { reportId: 'R', ...filters } })

  // @ts-expect-error activities have dates
  exports.create({ exportType: 'activities' })
  // @ts-expect-error activities have both dates
  exports.create({ exportType: 'activities', filters: { fromDate: '2026-01-01T00:00:00Z' } })
  // @ts-expect-error contacts have no activity types
  exports.create({ exportType: 'contacts', filters: { activityTypes: ['purchase'] } })
  // @ts-expect-error made by createDataExplorer
  exports.create({ exportType: 'data-explorer' })
  // @ts-expect-error no such format
  exports.create({ exportType: 'contacts', dateFormat: 'iso' })
  // @ts-expect-error a report has an id
  exports.createDataExplorer({ filters })
}
