import { describe, expect, test } from 'vitest'
import { createMock, type MockOptions } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'
import { csvIn } from '../support/exports.ts'

const clock = '2026-01-01T00:00:00Z'
const contacts = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
const report = {
  delimiter: ';',
  filters: { reportId: 'purchases-by-day', fromDate: '2026-01-01', toDate: '2026-01-31' },
}

function aTwin(jobs: MockOptions['jobs'] = {}) {
  const mock = createMock({ clock, jobs, seed: { contacts: [{ _email: 'ada@example.com' }] } })
  const queue = () => String(ask(mock, 'POST /exports/', contacts).json?.id)
  const linkOf = (id: string) => String(ask(mock, `GET /exports/${id}`).json?.fileUrl)
  return { mock, queue, linkOf }
}

describe('the creation of an export', () => {
  test('answers 201 with the export, queued; the version is v1 unless given', () => {
    const { mock } = aTwin()

    const { status, json } = ask(mock, 'POST /exports/', contacts)

    expect(status).toBe(201)
    expect(json).toEqual({
      id: '000000000000000000000002',
      exportType: 'contacts',
      status: 'queued',
      total: 0,
      progress: 0,
      origin: 'api',
      delimiter: ',',
      dateFormat: 'ISO',
      version: 'v1',
      createdAt: '2026-01-01T00:00:00.000Z',
    })
  })

  test('shows what was asked for', () => {
    const { mock } = aTwin()
    const body = {
      exportType: 'activities',
      delimiter: ';',
      dateFormat: 'LLL',
      filters: {
        segmentId: 'has-external-id',
        activityTypes: ['purchase'],
        fromDate: '2026-01-01T00:00:00+01:00',
        toDate: '2026-01-31T00:00:00Z',
      },
      version: 'v6',
    }

    expect(ask(mock, 'POST /exports/', body).json).toMatchObject(body)
  })

  test('of a report has neither version nor date format', () => {
    const { mock } = aTwin()

    const { status, json } = ask(mock, 'POST /exports/type/data-explorer', report)

    expect(status).toBe(201)
    expect(json).toMatchObject({ ...report, exportType: 'data-explorer', status: 'queued' })
    expect(json).not.toHaveProperty('version')
    expect(json).not.toHaveProperty('dateFormat')
  })
})

describe('an export', () => {
  test('is finished later, with a link that is fresh each time and names the file', () => {
    const { mock, queue, linkOf } = aTwin()
    const id = queue()
    mock.clock.advance({ minutes: 1 })

    const { json } = ask(mock, `GET /exports/${id}`)

    expect(json).toMatchObject({
      status: 'finished',
      total: 1,
      progress: 1,
      startedAt: '2026-01-01T00:00:01.000Z',
      fileName: `export-${id}`,
      fileExtension: 'zip',
    })
    expect(json?.fileUrl).toMatch(new RegExp(`^https://[^/]+/.+/export-${id}\\.zip$`))
    expect(linkOf(id)).not.toBe(json?.fileUrl)
  })

  test('has who is in its segment when it begins, not when it is asked for', async () => {
    const { mock, linkOf } = aTwin()
    mock.segments.define('known', { externalId: { startsWith: 'POS-' } })
    const body = { ...contacts, filters: { segmentId: 'known' } }
    const { id } = { ...ask(mock, 'POST /exports/', body).json }
    ask(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: 'POS-1' })
    mock.clock.advance({ seconds: 1 })
    ask(mock, 'PATCH /contacts/external-id/POS-2', {})
    mock.clock.advance({ minutes: 1 })

    const response = await mock.fetch(linkOf(String(id)))

    const csv = csvIn(new Uint8Array(await response.arrayBuffer()))
    expect(csv.split('\n').slice(1)).toEqual(['POS-1,ada@example.com,,,,,,,,,', ''])
  })

  test.for(['queued', 'inProgress', 'error'])('that is %s has no file', (status) => {
    const { mock, queue } = aTwin({ recordsPerSecond: 0.1 })
    const id = queue()
    if (status !== 'queued') mock.clock.advance({ seconds: 2 })
    if (status === 'error') mock.jobs.fail(id)

    const { json } = ask(mock, `GET /exports/${id}`)

    expect(json).toMatchObject({ status })
    expect(json).not.toHaveProperty('fileUrl')
    expect(json).not.toHaveProperty('fileName')
    expect(json).not.toHaveProperty('fileExtension')
  })

  test('is downloaded from its link without a key', async () => {
    const { mock, queue, linkOf } = aTwin()
    const id = queue()
    mock.clock.advance({ minutes: 1 })

    const response = await mock.fetch(linkOf(id))

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toContain(`export-${id}.zip`)
    const csv = csvIn(new Uint8Array(await response.arrayBuffer()))
    expect(csv.split('\n')[1]).toMatch(/^,ada@example\.com,/)
  })

  test('has links that are dead after 100 minutes; a new one is not', async () => {
    const { mock, queue, linkOf } = aTwin()
    const id = queue()
    mock.clock.advance({ minutes: 1 })
    const link = linkOf(id)
    const statuses: number[] = []
    const download = async () => statuses.push((await mock.fetch(link)).status)

    mock.clock.advance({ minutes: 100 })
    await download()
    mock.clock.advance({ milliseconds: 1 })
    await download()

    expect(statuses).toEqual([200, 410])
    expect((await mock.fetch(linkOf(id))).status).toBe(200)
  })

  test('that there is not is a 404; an id that is none is a 400', () => {
    const { mock } = aTwin()

    expect(ask(mock, 'GET /exports/0123456789abcdef01234567').status).toBe(404)
    expect(ask(mock, 'GET /exports/constructor').status).toBe(400)
  })

  test('may be asked for without the slash at the end', () => {
    const { mock } = aTwin()

    expect(ask(mock, 'POST /exports', contacts).status).toBe(201)
    expect(ask(mock, 'GET /exports').json?.results).toHaveLength(1)
  })
})
