import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ImportCreation } from '../../sdk/index.ts'
import { json, lost, outcome, type Step, scripted, silence, status } from './scripted.ts'
import { anImport, type Form, taking } from './scripted-files.ts'

const csv = '_externalId,_name\nPOS-000123,Ñandú 😀\n'

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('a creation is a form with all options, whether given or not, and the file last', async () => {
  const forms: Form[] = []
  const { connectif, requests } = scripted([taking(forms)])

  const created = await connectif.imports.create({ type: 'contacts', file: csv })

  expect(created).toEqual(anImport())
  expect(requests[0]?.method).toBe('POST')
  expect(requests[0]?.url).toBe('https://api.connectif.cloud/imports/')
  expect(requests[0]?.headers.get('authorization')).toBe('apiKey id:secret')
  expect(requests[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/)
  expect(forms[0]?.fields).toEqual([
    ['type', 'contacts'],
    ['delimiter', ','],
    ['overrideExisting', 'true'],
    ['updateOnlyEmptyFields', 'false'],
  ])
  expect(forms[0]?.file).toMatchObject({ name: 'contacts.csv', type: 'text/csv' })
  expect(await forms[0]?.file.text()).toBe(csv)
})

test('options that are given are sent as they are, booleans as text', async () => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])

  await connectif.imports.create({
    type: 'coupons',
    couponSetId: 'SET-1',
    delimiter: ';',
    overrideExisting: false,
    updateOnlyEmptyFields: true,
    file: 'code\nA\n',
  })

  expect(forms[0]?.fields).toEqual([
    ['type', 'coupons'],
    ['delimiter', ';'],
    ['overrideExisting', 'false'],
    ['updateOnlyEmptyFields', 'true'],
    ['couponSetId', 'SET-1'],
  ])
})

test('a file on disk goes under its own name, and is not read before it is sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connectif-imports-'))
  const path = join(folder, 'customers.csv')
  writeFileSync(path, 'short')
  const forms: Form[] = []
  const changed: Step = (request) => {
    writeFileSync(path, 'another length')
    return taking(forms)(request)
  }
  const { connectif } = scripted([taking(forms), changed])

  await connectif.imports.create({ type: 'contacts', file: { path } })
  const late = connectif.imports.create({ type: 'contacts', file: { path } })

  await expect(late).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'the file cannot be read, or has changed',
  })
  expect(forms[0]?.file).toMatchObject({ name: 'customers.csv', type: 'text/csv' })
  expect(await forms[0]?.file.text()).toBe('short')
  rmSync(folder, { recursive: true })
})

test('a path that leads nowhere is refused, and nothing is sent', async () => {
  const { connectif, requests } = scripted([json({})])

  const creating = connectif.imports.create({ type: 'contacts', file: { path: '/no/such.csv' } })

  await expect(creating).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'the file /no/such.csv cannot be opened',
  })
  expect(requests).toHaveLength(0)
})

test.for<[string, ImportCreation['file'], string]>([
  ['a Blob', new Blob([csv], { type: 'application/vnd.ms-excel' }), 'contacts.csv'],
  ['a File', new File([csv], 'from-a-form.csv'), 'from-a-form.csv'],
  ['bytes', new TextEncoder().encode(csv), 'contacts.csv'],
  ['a Buffer', Buffer.from(csv), 'contacts.csv'],
])('%s is sent as text/csv, byte by byte', async ([, file, name]) => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])

  await connectif.imports.create({ type: 'contacts', file } as ImportCreation)

  expect(forms[0]?.file).toMatchObject({ name, type: 'text/csv' })
  expect(await forms[0]?.file.text()).toBe(csv)
})

test('fileName stands in for the name of the file', async () => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms)])
  const file = new File([csv], 'from-a-form.csv')

  await connectif.imports.create({ type: 'contacts', fileName: 'monday.csv', file })

  expect(forms[0]?.file.name).toBe('monday.csv')
})

test.for([undefined, null, 7, {}, { rows: 7 }, { path: 7 }, new Date()])(
  '%j is no file, and nothing is sent',
  async (file) => {
    const { connectif, requests } = scripted([json({})])

    const creating = connectif.imports.create({ type: 'contacts', file: file as never })

    await expect(creating).rejects.toMatchObject({ name: 'ConnectifError' })
    expect(requests).toHaveLength(0)
  },
)

test.for([
  ['a 429', status(429)],
  ['a connection refused', lost('ECONNREFUSED')],
] as const)('a form that is there as a whole is sent again, whole, after %s', async ([, step]) => {
  const forms: Form[] = []
  const { connectif } = scripted([taking(forms, step), taking(forms)])

  expect(await connectif.imports.create({ type: 'contacts', file: csv })).toEqual(anImport())

  const texts = await Promise.all(forms.map((form) => form.file.text()))
  expect(texts).toEqual([csv, csv])
})

test.for([status(500), status(408), lost('ECONNRESET')])(
  'a form is not sent again where the import may have been queued (%#)',
  async (step) => {
    const { connectif, requests } = scripted([step])

    await expect(connectif.imports.create({ type: 'contacts', file: csv })).rejects.toThrow()

    expect(requests).toHaveLength(1)
  },
)

test.for([
  [{}, 600_000],
  [{ timeout: undefined }, 600_000],
  [{ timeout: 5000 }, 5000],
] as const)('with the options %j a try may take %d ms', async ([options, ms]) => {
  vi.useFakeTimers()
  const { connectif } = scripted([silence], { timeout: 1000 })

  const error = await outcome(connectif.imports.create({ type: 'contacts', file: csv }, options))

  expect(error).toMatchObject({
    name: 'TimeoutError',
    message: `POST /imports/: no whole answer within ${ms} ms`,
  })
})

test('a refusal says what is wrong, with the class of its status', async () => {
  const violations = [{ path: 'file', reason: 'must not be empty' }]
  const refusal = json({ status: 422, validationErrors: violations }, 422)
  const full = json({ status: 400, code: 'E0401', detail: 'too many imports' }, 400)
  const { connectif } = scripted([refusal, full])

  const empty = connectif.imports.create({ type: 'contacts', file: '' })
  await expect(empty).rejects.toMatchObject({ name: 'UnprocessableEntityError', violations })
  const eleventh = connectif.imports.create({ type: 'contacts', file: csv })
  await expect(eleventh).rejects.toMatchObject({ name: 'ApiError', code: 'E0401' })
})

test('withResponse gives the answer of a creation, too', async () => {
  const { connectif } = scripted([json(anImport(), 201)])

  const created = connectif.imports.create({ type: 'contacts', file: csv })
  const { data, response } = await created.withResponse()

  expect([data, response.status]).toEqual([anImport(), 201])
})
