import { expect, test } from 'vitest'
import type { DataExplorerExportCreation, ExportCreation } from '../../sdk/index.ts'
import { json, type Step, scripted, status } from './scripted.ts'
import { anExport } from './scripted-files.ts'

/** Keeps the body of each request, and answers with an export. */
function taking(bodies: unknown[]): Step {
  return async (request) => {
    bodies.push(await request.json())
    return Response.json(anExport({ status: 'queued' }), { status: 201 })
  }
}

const days = { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-01-31T00:00:00Z' }
test.for<[ExportCreation, object]>([
  [{ exportType: 'contacts' }, { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }],
  [
    { exportType: 'contacts', delimiter: undefined, dateFormat: undefined },
    { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' },
  ],
  [
    {
      exportType: 'contacts',
      delimiter: ';',
      dateFormat: 'LL',
      version: 'v5',
      filters: { segmentId: 'S-1' },
    },
    {
      exportType: 'contacts',
      delimiter: ';',
      dateFormat: 'LL',
      version: 'v5',
      filters: { segmentId: 'S-1' },
    },
  ],
  [
    { exportType: 'activities', filters: { ...days, activityTypes: ['purchase'] } },
    {
      exportType: 'activities',
      delimiter: ',',
      dateFormat: 'ISO',
      filters: { ...days, activityTypes: ['purchase'] },
    },
  ],
])('the export %j is created as %j', async ([creation, sent]) => {
  const bodies: unknown[] = []
  const { connectif, requests } = scripted([taking(bodies)])

  const created = await connectif.exports.create(creation)

  expect(created).toEqual(anExport({ status: 'queued' }))
  expect(bodies).toEqual([sent])
  expect(requests[0]?.url).toBe('https://api.connectif.cloud/exports/')
  expect(requests[0]?.method).toBe('POST')
})

const filters = { reportId: 'R-1', fromDate: '2026-01-01', toDate: '2026-01-31' }
test.for<[DataExplorerExportCreation, object]>([
  [{ filters }, { delimiter: ',', filters }],
  [
    { filters, delimiter: ';' },
    { delimiter: ';', filters },
  ],
])('the export of a report, %j, is created as %j', async ([creation, sent]) => {
  const bodies: unknown[] = []
  const { connectif, requests } = scripted([taking(bodies)])

  await connectif.exports.createDataExplorer(creation)

  expect(bodies).toEqual([sent])
  expect(requests[0]?.url).toBe('https://api.connectif.cloud/exports/type/data-explorer')
})

test('an export is got and deleted by its id', async () => {
  const { connectif, requests } = scripted([json(anExport()), status(204)])

  expect(await connectif.exports.get('65c1')).toEqual(anExport())
  expect(await connectif.exports.delete('65c1')).toBeUndefined()

  expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    'GET /exports/65c1',
    'DELETE /exports/65c1',
  ])
})

test('a sixth export is refused with the code of the API', async () => {
  const full = json({ status: 400, code: 'E0301', detail: 'too many exports' }, 400)
  const { connectif } = scripted([full])

  const creating = connectif.exports.create({ exportType: 'contacts' })

  await expect(creating).rejects.toMatchObject({
    name: 'ApiError',
    code: 'E0301',
    message: '400 E0301: too many exports',
  })
})
