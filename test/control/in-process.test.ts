import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { bytesOf, type Call } from '../../mock/call.ts'
import { control } from '../../mock/control/control.ts'
import { createMock } from '../../mock/index.ts'

const csv = '_externalId,_points\nK1,7\nK2,many\n'
const options = 'type=contacts&delimiter=,&overrideExisting=true&updateOnlyEmptyFields=false'

/** A call without a server, as a page makes it whose twin runs in the browser. */
function callOf(line: string, parts: Partial<Call> = {}): Call {
  const [method = '', target = ''] = line.split(' ')
  const [path = '', query = ''] = target.split('?')
  return {
    method,
    path: `/__twin/${path}`,
    query,
    headers: {},
    body: undefined,
    oversized: false,
    ...parts,
  }
}

function aTwin() {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
  mock.account('test:secret')
  const ask = (line: string, parts?: Partial<Call>) => {
    const answer = control(mock, callOf(line, parts))
    return { ...answer, json: () => JSON.parse(answer.body) }
  }
  return { mock, ask }
}

describe('the control API without a server', () => {
  test.for([
    ['bytes', { bytes: new TextEncoder().encode(csv) }],
    ['text', { body: csv }],
  ] as const)('imports a file from %s, and gives its error report', ([, file]) => {
    const { ask } = aTwin()
    const headers = { 'content-type': 'text/csv' }

    const { status, body } = ask(`POST accounts/test/imports?${options}`, {
      headers,
      ...file,
    }).json()
    ask('POST accounts/test/jobs/finish')
    const [{ download }] = ask('GET accounts/test/imports').json().items

    const report = ask(`GET ${download.slice('/__twin/'.length)}`)
    expect([status, body.status, report.status]).toEqual([201, 'queued', 200])
    expect(new TextDecoder().decode(bytesOf(report))).toContain('\n3,_points,many,')
  })

  test('gives the files of exports', () => {
    const { ask, mock } = aTwin()
    const body = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO' }
    const call = JSON.stringify({ method: 'POST', path: '/exports/', body })
    ask('POST accounts/test/call', { headers: { 'content-type': 'application/json' }, body: call })
    ask('POST accounts/test/jobs/finish')

    const [{ id }] = ask('GET accounts/test/exports').json().items
    const { file } = ask(`GET accounts/test/exports/${id}/file`)

    expect(file).toEqual(mock.exports.find({ id })?.file)
    expect(ask(`HEAD accounts/test/exports/${id}/file`).file).toBeUndefined()
  })

  test('makes links of the API that begin where the API is', () => {
    const { ask, mock } = aTwin()
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ method: 'GET', path: '/imports/?page=2' })
    const linksFor = (parts: Partial<Call>) =>
      ask('POST accounts/test/call', { headers, body, ...parts }).json().body.links.prev

    expect(linksFor({})).toMatch(/^https:\/\/api\.connectif\.cloud\/imports\//)
    expect(linksFor({ origin: 'http://127.0.0.1:1' })).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/imports\//,
    )
    expect(mock.journal.count).toBe(2)
  })

  test('has no description to give, and says where it is', () => {
    const { status, json } = aTwin().ask('GET openapi.yaml')

    expect([status, json().error]).toEqual([404, expect.stringContaining('control/openapi.yaml')])
  })

  test('can be bundled for a browser', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "export { control } from './mock/control/control.ts'",
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
    })

    const [{ text } = { text: '' }] = outputFiles
    expect(text).toContain('/__twin/accounts/{id}/call')
    expect(text).not.toMatch(/["']node:/)
  })
})
