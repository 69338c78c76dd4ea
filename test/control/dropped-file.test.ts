import { describe, expect } from 'vitest'
import { test } from './steer.ts'

test.beforeEach(async ({ mock }) => {
  mock.account('test:s3cr3t')
})

describe('a file that is dropped', () => {
  const csv = { 'content-type': 'text/csv; charset=utf-8' }
  const options = 'type=contacts&delimiter=;&overrideExisting=true&updateOnlyEmptyFields=false'

  test('is imported as the API does', async ({ steer, mock }) => {
    const text = '_externalId;_name\r\nK1;"Ñandú; the ""1st"""\r\nconnectif-twin-1;x\r\n'

    const { status, json } = await steer(`POST accounts/test/imports?${options}`, text, csv)
    mock.jobs.finish()

    expect([status, json.status]).toEqual([200, 201])
    expect(mock.imports.find(json.body)).toMatchObject({ success: 2, errors: 0, type: 'contacts' })
    expect(mock.contacts.find({ externalId: 'K1' })?._name).toBe('Ñandú; the "1st"')
    expect(mock.journal.calls()).toMatchObject([
      { operation: 'POST /imports/', byHand: true, requestBody: expect.stringContaining('K1;"') },
    ])
  })

  test('reaches the API byte by byte, broken UTF-8 too', async ({ server, mock }) => {
    const body = new Uint8Array([...new TextEncoder().encode('_externalId;_name\nK1;'), 0xff, 10])
    const url = `${server.url}/__twin/accounts/test/imports?${options}`

    const response = await fetch(url, { method: 'POST', headers: csv, body })

    expect(await response.json()).toMatchObject({ status: 422, rule: { id: 'import-file' } })
    expect(mock.imports.count).toBe(0)
  })

  test.for([
    ['', 'type'],
    ['type=contacts&delimiter=|&overrideExisting=yes&updateOnlyEmptyFields=false', 'delimiter'],
    [options.replace('overrideExisting=true', 'overrideExisting=false').replace('=false', '=true')],
  ])('with %j is judged by the API', async ([query, path], { steer, mock }) => {
    const { status, json } = await steer(`POST accounts/test/imports?${query}`, '_email\na', csv)

    expect(status).toBe(200)
    if (path)
      expect(json.body.validationErrors.map((one: { path: string }) => one.path)).toContain(path)
    expect(mock.imports.count).toBe(path ? 0 : 1)
  })

  test('without its content type is refused', async ({ steer, mock }) => {
    const plain = { 'content-type': 'text/plain' }

    expect((await steer(`POST accounts/test/imports?${options}`, 'a', plain)).status).toBe(415)
    expect((await steer(`POST accounts/test/imports?${options}&file=x`, 'a', csv)).status).toBe(400)
    expect(mock.journal.count).toBe(0)
  })
})
