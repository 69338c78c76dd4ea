import { expect, test } from 'vitest'
import type { Mock } from '../../mock/index.ts'
import { aTwin, call, formOf, type Import, imported, reportOf } from '../support/imports.ts'

const file = '_email,_name\nada@example.com,Ada\nbob@example.com,Bob\n'
const api = 'https://api.connectif.cloud'

async function create(mock: Mock, csv: string, upload = {}): Promise<Import> {
  return (await call(mock, 'POST /imports/', formOf(csv, upload))).json
}

async function read(mock: Mock, { id }: Import): Promise<Import> {
  return (await call(mock, `GET /imports/${id}`)).json
}

const people = (count: number) =>
  `_email\n${Array.from({ length: count }, (_, at) => `a${at}@example.com\n`).join('')}`

test('an import is queued with its number of records, and nothing is written yet', async () => {
  const mock = aTwin()

  const { status, json } = await call(mock, 'POST /imports/', formOf(file))

  expect(status).toBe(201)
  expect(json).toEqual({
    id: '0'.repeat(23).concat('1'),
    type: 'contacts',
    status: 'queued',
    total: 2,
    success: 0,
    errors: 0,
    origin: 'api',
    options: { delimiter: ',', overrideExisting: true, updateOnlyEmptyFields: false },
    createdAt: '2026-01-01T00:00:00.000Z',
  })
  expect(mock.contacts.count).toBe(0)
})

test('the slash at the end may be left out', async () => {
  const mock = aTwin()
  const init = { method: 'POST', headers: { authorization: 'apiKey test:secret' } }

  const response = await mock.fetch(`${api}/imports`, { ...init, body: formOf(file) })

  expect(response.status).toBe(201)
  expect((await call(mock, 'GET /imports')).json.results).toHaveLength(1)
})

test('it goes from queued to inProgress to finished, and shows how far it is', async () => {
  const mock = aTwin({ jobs: { startAfter: 1000, recordsPerSecond: 1 } })
  const created = await create(mock, people(3))
  const states: Import[] = []

  for (const seconds of [0.5, 0.5, 1, 2]) {
    mock.clock.advance({ seconds })
    states.push(await read(mock, created))
  }

  expect(states).toMatchObject([
    { status: 'queued', success: 0 },
    { status: 'inProgress', success: 1, startedAt: '2026-01-01T00:00:01.000Z' },
    { status: 'inProgress', success: 2 },
    { status: 'finished', success: 3, finishedAt: '2026-01-01T00:00:04.000Z' },
  ])
  expect(mock.contacts.all().map(({ _createdAt }) => _createdAt)).toEqual([
    '2026-01-01T00:00:01.000Z',
    '2026-01-01T00:00:02.000Z',
    '2026-01-01T00:00:03.000Z',
  ])
})

test('one that is cancelled writes nothing more, and keeps what it has written', async () => {
  const mock = aTwin({ jobs: { startAfter: 0, recordsPerSecond: 1 } })
  const created = await create(mock, `${people(5)}nobody\n`)
  mock.clock.advance({ seconds: 2 })

  const reply = await call(mock, `DELETE /imports/${created.id}`)
  mock.clock.advance({ minutes: 5 })

  expect(reply.status).toBe(204)
  const after = await read(mock, created)
  expect(after).toMatchObject({ status: 'cancelled', total: 6, success: 3, errors: 0 })
  expect(after).toMatchObject({ cancelledAt: '2026-01-01T00:00:02.000Z' })
  expect(after).not.toHaveProperty('finishedAt')
  expect(mock.contacts.count).toBe(3)
})

test('one that is cancelled before it begins writes nothing', async () => {
  const mock = aTwin()
  const created = await create(mock, file)

  await call(mock, `DELETE /imports/${created.id}`)
  mock.clock.advance({ minutes: 5 })

  expect(await read(mock, created)).toMatchObject({ status: 'cancelled', success: 0 })
  expect(mock.contacts.count).toBe(0)
})

test('deleting one that has ended, or none, changes nothing', async () => {
  const mock = aTwin()
  const { report, ...done } = await imported(mock, file)

  const replies = [
    await call(mock, `DELETE /imports/${done.id}`),
    await call(mock, `DELETE /imports/${'f'.repeat(24)}`),
  ]

  expect(replies).toMatchObject([{ status: 204 }, { status: 204 }])
  expect(await read(mock, done)).toEqual(done)
})

test('an unknown id is a 404, a malformed one a 400', async () => {
  const mock = aTwin()

  expect((await call(mock, `GET /imports/${'f'.repeat(24)}`)).status).toBe(404)
  expect((await call(mock, 'GET /imports/1')).status).toBe(400)
})

test('two imports run in order, the later one on what the earlier one wrote', async () => {
  const mock = aTwin({ jobs: { startAfter: 1000, recordsPerSecond: 1 } })
  const first = await create(mock, '_externalId,_name\n1,Ada\n2,Bob\n')
  const second = await create(mock, '_externalId,_name\n1,Ava\n2,Bo\n')

  mock.clock.advance({ seconds: 3 })
  expect(await read(mock, second)).toMatchObject({ status: 'queued' })
  mock.clock.advance({ seconds: 3 })

  expect(await read(mock, first)).toMatchObject({ finishedAt: '2026-01-01T00:00:03.000Z' })
  expect(await read(mock, second)).toMatchObject({
    status: 'finished',
    startedAt: '2026-01-01T00:00:04.000Z',
    success: 2,
  })
  expect(mock.contacts.all()).toMatchObject([{ _name: 'Ava' }, { _name: 'Bo' }])
})

test('the list has 25 a page, the newest first, with links to the pages beside it', async () => {
  const mock = aTwin()
  const ids: string[] = []
  for (let count = 0; count < 51; count++) ids.unshift((await imported(mock, file)).id)
  const page = async (query: string) => (await call(mock, `GET /imports/${query}`)).json
  const link = (number: number) => `${api}/imports/?page=${number}`

  const pages = [await page(''), await page('?page=2'), await page('?page=3')]

  const listed = pages.map(({ results }) => results.map(({ id }: Import) => id))
  expect(listed).toEqual([ids.slice(0, 25), ids.slice(25, 50), ids.slice(50)])
  expect(pages.map(({ links }) => links)).toEqual([
    { next: link(2) },
    { next: link(3), prev: link(1) },
    { prev: link(2) },
  ])
  expect(await page('?page=1')).toEqual(pages[0])
  expect(await page('?page=9')).toEqual({ links: { prev: link(3) }, results: [] })
})

test.for(['0', '-1', '1.5', 'one', '', '1&page=2'])('page=%s is refused with 400', async (page) => {
  expect((await call(aTwin(), `GET /imports/?page=${page}`)).status).toBe(400)
})

test('an empty list is one empty page', async () => {
  expect((await call(aTwin(), 'GET /imports/')).json).toEqual({ links: {}, results: [] })
})

test('the report is there while the import goes on, by another link each time', async () => {
  const mock = aTwin({ jobs: { startAfter: 0, recordsPerSecond: 1 } })
  const created = await create(mock, '_email\nada\nbob\n')
  expect(created).not.toHaveProperty('errorReportFileUrl')

  const halfway = await read(mock, created)
  const again = await read(mock, created)
  mock.clock.advance({ seconds: 1 })
  const whole = await read(mock, created)

  const line = (number: number, email: string) => [number, '_email', email, 'email-valid']
  expect(await reportOf(mock, whole)).toEqual([line(2, 'ada'), line(3, 'bob')])
  expect(halfway).toMatchObject({ status: 'inProgress', errors: 1 })
  expect(again.errorReportFileUrl).not.toBe(halfway.errorReportFileUrl)
})
