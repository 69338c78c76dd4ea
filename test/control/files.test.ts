import { describe, expect } from 'vitest'
import { importInto, test } from './steer.ts'

const csv = '_externalId,_points\nK1,7\nK2,many\n'

describe('imports', () => {
  test('are finished at once, and listed with what they refused', async ({ steer, server }) => {
    const { id } = await importInto(server, csv)

    const { status } = await steer('POST accounts/test/jobs/finish')
    const { json } = await steer('GET accounts/test/imports')

    expect(status).toBe(204)
    expect(json).toMatchObject({
      total: 1,
      items: [{ id, status: 'finished', success: 1, report: [{ line: 3, column: '_points' }] }],
    })
  })

  test('give what they refused as CSV, without a body to HEAD', async ({ steer, server }) => {
    const { id } = await importInto(server, csv)
    const none = await steer(`GET accounts/test/imports/${id}/errors`)
    await steer('POST accounts/test/jobs/finish')
    const { json } = await steer('GET accounts/test/imports')

    const path = json.items[0].download.slice('/__twin/'.length)
    const { text, headers } = await steer(`GET ${path}`)
    const head = await steer(`HEAD ${path}`)

    expect(none.status).toBe(404)
    expect(text).toMatch(/^line,column,value,rule,reason\n3,_points,many,import-values,/)
    expect(headers.get('content-disposition')).toContain(`import-${id}-errors.csv`)
    expect([head.status, head.text]).toEqual([200, ''])
  })

  test('end in an error when a test wants it, once', async ({ steer, server, mock }) => {
    const { id } = await importInto(server, csv)

    const first = await steer(`POST accounts/test/jobs/${id}/fail`)
    const second = await steer(`POST accounts/test/jobs/${id}/fail`)

    expect([first.status, second.status]).toEqual([204, 404])
    expect(second.json.error).toContain('has not ended')
    expect(mock.imports.find({ id })).toMatchObject({ status: 'error' })
  })
})

describe('exports', () => {
  const body = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }

  test('are listed, once finished with where their files can be had', async ({ steer, call }) => {
    await call('POST /exports/', body, 'te/st:secret')
    const queued = await steer('GET accounts/te%2Fst/exports')
    await steer('POST accounts/te%2Fst/jobs/finish')

    const { json } = await steer('GET accounts/te%2Fst/exports')

    const [{ id, download }] = json.items
    expect(json.items).toMatchObject([{ exportType: 'contacts', status: 'finished', progress: 0 }])
    expect(json.items[0]).not.toHaveProperty('fileUrl')
    expect(queued.json.items[0]).not.toHaveProperty('download')
    expect(download).toBe(`/__twin/accounts/te%2Fst/exports/${id}/file`)
  })

  test('can be downloaded, also long after', async ({ steer, call, server, mock }) => {
    await call('POST /exports/', body, 'test:secret')
    await steer('POST accounts/test/jobs/finish')
    mock.clock.advance({ days: 30 })
    const { json } = await steer('GET accounts/test/exports')

    const response = await fetch(server.url + json.items[0].download)

    const bytes = new Uint8Array(await response.arrayBuffer())
    const headers = ['content-type', 'content-disposition', 'cache-control', 'content-length']
    expect(headers.map((name) => response.headers.get(name))).toEqual([
      'application/zip',
      `attachment; filename="export-${json.items[0].id}.zip"`,
      'no-store',
      String(bytes.length),
    ])
    expect(bytes).toEqual(mock.exports.find(json.items[0])?.file)
  })

  test('that are not finished have no file', async ({ steer, call }) => {
    const { id } = await (await call('POST /exports/', body, 'test:secret')).json()

    expect((await steer(`GET accounts/test/exports/${id}/file`)).status).toBe(404)
  })
})

describe('segments', () => {
  test('are defined, counted, used by an export and removed', async ({ steer, call, server }) => {
    await importInto(server, csv)
    await steer('POST accounts/test/jobs/finish')

    const put = await steer('PUT accounts/test/segments/seven', { fields: { _points: 7 } })
    const { json } = await steer('GET accounts/test/segments')
    const body = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
    const asked = { ...body, filters: { segmentId: 'seven' } }
    const created = await call('POST /exports/', asked, 'test:secret')
    const removed = await steer('DELETE accounts/test/segments/seven')
    const refused = await call('POST /exports/', asked, 'test:secret')

    expect([put.status, created.status, removed.status, refused.status]).toEqual([
      204, 201, 204, 422,
    ])
    expect(json.segments).toContainEqual({
      id: 'seven',
      filter: { fields: { _points: 7 } },
      isBuiltIn: false,
      count: 1,
    })
  })

  test.for([
    ['PUT', 'seven', { externalId: 'K' }, 422, 'externalId'],
    ['PUT', 'has-external-id', {}, 422, 'built-in'],
    ['PUT', 'seven', [], 422, 'object'],
    ['DELETE', 'none', undefined, 404, 'none'],
    ['DELETE', 'anonymous', undefined, 404, 'built-in'],
  ] as const)(
    '%s %s %j is refused',
    async ([method, id, body, status, words], { steer, server }) => {
      await importInto(server, csv)

      const refused = await steer(`${method} accounts/test/segments/${id}`, body)

      expect([refused.status, refused.json.error]).toEqual([status, expect.stringContaining(words)])
    },
  )
})
