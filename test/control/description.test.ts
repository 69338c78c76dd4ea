import { describe, expect } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { operations } from '../../mock/control/all.ts'
import { description, test } from './steer.ts'

const methods = ['get', 'post', 'put', 'delete']

describe('the description', () => {
  test('has the operations of the control API, all and no others', () => {
    const described = Object.entries(description.paths).flatMap(([path, item]) =>
      methods
        .filter((method) => method in (item as object))
        .map((method) => `${method.toUpperCase()} ${path === '/__twin' ? '/__twin/' : path}`),
    )

    expect(described.sort()).toEqual(Object.keys(operations).sort())
  })

  test('has the query of each operation', () => {
    for (const [key, { query = [], bodyLimit }] of Object.entries(operations)) {
      const [method, path] = key.split(' ') as [string, string]
      const item = description.paths[path === '/__twin/' ? '/__twin' : path]
      const { parameters = [], requestBody } = item[method.toLowerCase()]
      const names = parameters
        .map(({ $ref }: { $ref: string }) => description.components.parameters[lastOf($ref)])
        .filter((parameter: { in: string }) => parameter.in === 'query')
        .map(({ name }: { name: string }) => name)

      expect([key, ...names.sort()]).toEqual([key, ...[...query].sort()])
      expect([key, requestBody !== undefined]).toEqual([key, bodyLimit !== undefined])
    }
  })

  test('is served as it is', async ({ steer }) => {
    const { text, headers } = await steer('GET openapi.yaml')

    expect(headers.get('content-type')).toBe('application/yaml; charset=utf-8')
    expect(text).toMatch(/^openapi: 3\.1\.0\n/)
  })

  test.for(['', '/'])('the index at /__twin%s lists all operations', async (end, { server }) => {
    const response = await fetch(`${server.url}/__twin${end}`)

    expect(await response.json()).toMatchObject({ operations: Object.keys(operations) })
  })
})

describe('a request', () => {
  test.for([
    ['GET nothing', 404],
    ['GET accounts//contacts', 404],
    ['GET state/', 404],
    ['PATCH state', 405],
    ['GET reset', 405],
    ['POST faults', 415],
  ] as const)('%s is a %s, in words', async ([line, status], { steer }) => {
    const reply = await steer(line)

    expect(reply.status).toBe(status)
    expect(reply.json.error).toMatch(/\w+ \w+/)
  })

  test('with another method is told the right ones', async ({ steer }) => {
    expect((await steer('PATCH faults')).headers.get('allow')).toBe(
      'GET, POST, DELETE, HEAD, OPTIONS',
    )
    expect((await steer('OPTIONS clock')).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  test.for([
    ['', 'empty'],
    ['{', 'not valid JSON'],
  ] as const)('with the body %j is a 400', async ([body, words], { steer }) => {
    const { status, json } = await steer('POST clock/advance', body)

    expect([status, json.error]).toEqual([400, expect.stringContaining(words)])
  })

  test('that steers has at most 1 MB', async ({ steer }) => {
    const body = (bytes: number) => `{"days":1${' '.repeat(bytes - 10)}}`

    expect((await steer('POST clock/advance', body(1_000_000))).status).toBe(200)
    expect((await steer('POST clock/advance', body(1_000_001))).status).toBe(413)
  })

  test('may have a body that nobody asked for', async ({ steer }) => {
    expect((await steer('POST reset', [])).status).toBe(204)
  })

  test('HEAD answers as GET, without the body', async ({ steer }) => {
    const { status, text } = await steer('HEAD state')

    expect([status, text]).toEqual([200, ''])
  })
})

describe('API keys', () => {
  test('are in no answer', async ({ steer, call }) => {
    await call('PATCH /contacts/external-id/1', aContact())
    await call('GET /contacts/external-id/1?apiKey=test:s3cr3t')
    await call('GET /nothing', undefined, 'test:s3cr3t s3cr3t')
    const snapshot = await steer('GET snapshot')

    for (const key of Object.keys(operations)) {
      const [method, path] = key.split(' /__twin/') as [string, string]
      if (method !== 'GET' || path === 'journal/events') continue
      const { text, status } = await steer(`GET ${path.replace('{id}', 'test')}`)
      const isOfOne = /\{(contact|job)\}/.test(path)
      expect([key, status, text.includes('s3cr3t')]).toEqual([key, isOfOne ? 404 : 200, false])
    }
    expect((await steer('POST diff', snapshot.text)).text).not.toContain('s3cr3t')
    expect(snapshot.text).toContain('"test"')
  })
})

function lastOf(ref: string) {
  return String(ref.split('/').at(-1))
}
