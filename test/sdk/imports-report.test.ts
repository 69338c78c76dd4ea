import { expect, test } from 'vitest'
import { collected } from '../support/collected.ts'
import { json, scripted, status } from './scripted.ts'
import { anImport, file } from './scripted-files.ts'

const errorReportFileUrl = 'https://files.example.com/errors.csv?signature=secret-of-the-link'
const report =
  'line,column,value,rule,reason\n' +
  '2,_email,ada,email-valid,must be an email address\n' +
  '3,,"a,""b""\nc",external-id-unique,=cmd|calc\n'

test('an import is got and cancelled by its id', async () => {
  const { connectif, requests } = scripted([json(anImport()), status(204)])

  expect(await connectif.imports.get('65b1/..')).toEqual(anImport())
  expect(await connectif.imports.cancel('65b1')).toBeUndefined()

  expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    'GET /imports/65b1%2F..',
    'DELETE /imports/65b1',
  ])
  await expect(connectif.imports.get('..')).rejects.toMatchObject({ name: 'AddressError' })
})

test('the report of an import is its rows, all as text, got without the key', async () => {
  const { connectif, requests } = scripted([
    json(anImport({ errors: 2, errorReportFileUrl })),
    file(new TextEncoder().encode(report)),
  ])

  const problems = await collected(connectif.imports.errorReport('65b1'))

  expect(problems).toEqual([
    {
      line: '2',
      column: '_email',
      value: 'ada',
      rule: 'email-valid',
      reason: 'must be an email address',
    },
    { line: '3', column: '', value: 'a,"b"\nc', rule: 'external-id-unique', reason: '=cmd|calc' },
  ])
  expect(requests.map(({ url }) => url)).toEqual([
    'https://api.connectif.cloud/imports/65b1',
    errorReportFileUrl,
  ])
  expect(requests[1]?.headers.has('authorization')).toBe(false)
})

test.for([
  ['line;reason\n2;"a, b"\n', [{ line: '2', reason: 'a, b' }]],
  ['\ufeffFila,Motivo\r\n2,sin email\r\n', [{ Fila: '2', Motivo: 'sin email' }]],
  ['reason\nno email\n\n', [{ reason: 'no email' }, { reason: '' }]],
  ['line,reason\n', []],
  ['', []],
] as const)('a report of other columns, %j, is read as it is', async ([text, rows]) => {
  const { connectif } = scripted([
    json(anImport({ errorReportFileUrl })),
    file(new TextEncoder().encode(text)),
  ])

  expect(await collected(connectif.imports.errorReport('65b1'))).toEqual(rows)
})

test('an import without report has no problems', async () => {
  const { connectif, requests } = scripted([json(anImport())])

  expect(await collected(connectif.imports.errorReport('65b1'))).toEqual([])
  expect(requests).toHaveLength(1)
})

test.for(['queued', 'inProgress'] as const)(
  'the report of a %s import is not there',
  async (now) => {
    const { connectif } = scripted([json(anImport({ status: now, errorReportFileUrl }))])

    await expect(collected(connectif.imports.errorReport('65b1'))).rejects.toMatchObject({
      name: 'ConnectifError',
      message: `the import 65b100000000000000000001 is ${now}: wait for it with waitFor`,
    })
  },
)

test.for(['cancelled', 'error'] as const)('a %s import has its report, too', async (now) => {
  const { connectif } = scripted([
    json(anImport({ status: now, errorReportFileUrl })),
    file(new TextEncoder().encode(report)),
  ])

  expect(await collected(connectif.imports.errorReport('65b1'))).toHaveLength(2)
})

test('a dead link to a report is got afresh, once', async () => {
  const fresh = 'https://files.example.com/errors.csv?signature=fresh'
  const { connectif, requests } = scripted([
    json(anImport({ errorReportFileUrl })),
    status(410),
    json(anImport({ errorReportFileUrl: fresh })),
    file(new TextEncoder().encode(report)),
  ])

  expect(await collected(connectif.imports.errorReport('65b1'))).toHaveLength(2)
  expect(requests[3]?.url).toBe(fresh)
})

test('a report that is gone by then is an error', async () => {
  const { connectif } = scripted([
    json(anImport({ errorReportFileUrl })),
    status(410),
    json(anImport()),
  ])

  const reading = collected(connectif.imports.errorReport('65b1'))

  await expect(reading).rejects.toThrow('the import has no report any more')
})
