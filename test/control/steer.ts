import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { test as base } from 'vitest'
import { parse } from 'yaml'
import { type MockServer, type ServeOptions, serve } from '../../mock/carriers/server.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { formOf } from '../support/imports.ts'

/** The description of the control API, parsed. */
export const description = parse(
  readFileSync(new URL('../../mock/control/openapi.yaml', import.meta.url), 'utf8'),
)

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
ajv.addSchema(description, 'description')

/** What the control API answered. */
interface Steered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** As parsed, of any shape; undefined where there is none. */
  readonly json: ReturnType<typeof JSON.parse>
}

/** Asks by a line such as `POST reset`, and holds the answer against the description. */
export type Steer = (line: string, body?: unknown, headers?: HeadersInit) => Promise<Steered>

/** Calls the API of the vendor. */
export type Call = (line: string, body?: unknown, apiKey?: string) => Promise<Response>

/** What a test is given: a twin behind a server of its own. */
export interface OnServer {
  mockOptions: MockOptions
  options: ServeOptions
  mock: Mock
  server: MockServer
  steer: Steer
  call: Call
}

export const clock = '2026-01-01T00:00:00.000Z'

export const test = base.extend<OnServer>({
  mockOptions: {},
  options: {},
  mock: ({ mockOptions }, use) => use(createMock({ clock, ...mockOptions })),
  server: async ({ mock, options }, use) => {
    const server = await serve(mock, { port: 0, ...options })
    await use(server)
    await server.close()
  },
  steer: ({ server }, use) => use(steerOn(server)),
  call: ({ server }, use) =>
    use((line, body, apiKey = 'test:s3cr3t') =>
      asked(`${server.url}`, line, body, { authorization: `apiKey ${apiKey}` }),
    ),
})

/** Steers the twin behind a server. */
export function steerOn({ url }: MockServer): Steer {
  return async (line, body, headers) => {
    const [method, target] = line.split(' ') as [string, string]
    const response = await asked(`${url}/__twin/`, `${method} ${target}`, body, headers)
    const text = await response.text()
    const isJson = response.headers.get('content-type') === 'application/json'
    const json = isJson && text !== '' ? JSON.parse(text) : undefined
    mustFit(method, `/__twin/${target}`, response.status, json)
    return { status: response.status, headers: response.headers, text, json }
  }
}

function asked(base: string, line: string, body: unknown, headers: HeadersInit = {}) {
  const [method, target] = line.split(' ') as [string, string]
  const all = new Headers(headers)
  if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json')
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const init = body === undefined ? {} : { body: text }
  return fetch(base + target, { method, headers: all, ...init })
}

/** Statuses that any path can have are not in the description of each. */
function mustFit(method: string, target: string, status: number, json: unknown) {
  const failed = (what: string) => {
    throw new Error(`${method} ${target} answered ${status} ${JSON.stringify(json)}: ${what}`)
  }
  const operation = operationAt(method, target.split('?', 1)[0] as string)
  if (operation === undefined) return
  const response = operation.responses[status]?.$ref
  if (response === undefined) return failed('the status is not described')
  const { content } = description.components.responses[response.split('/').at(-1)]
  const schema = content?.['application/json']?.schema.$ref
  if (schema === undefined) return json === undefined || failed('there must be no JSON')
  const validate = ajv.getSchema(`description${schema}`)
  if (!validate?.(json)) failed(ajv.errorsText(validate?.errors))
}

function operationAt(method: string, path: string) {
  const found = Object.keys(description.paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(
      path === '/__twin/' ? '/__twin' : path,
    ),
  )
  return found === undefined ? undefined : description.paths[found][method.toLowerCase()]
}

/** Imports contacts from CSV, and gives the import as it was queued. */
export async function importInto({ url }: MockServer, csv: string): Promise<{ id: string }> {
  const headers = { authorization: 'apiKey test:secret' }
  const response = await fetch(`${url}/imports/`, { method: 'POST', headers, body: formOf(csv) })
  return response.json()
}
