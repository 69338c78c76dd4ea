import fc from 'fast-check'
import { operations, type Schema } from '../../generate/contract.ts'
import type { Call } from '../../mock/index.ts'
import { valuesOf } from './contract-values.ts'

/** A request that is not yet written down; texts are not yet encoded. */
export interface Draft {
  readonly method: string
  readonly segments: readonly string[]
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The members of the body with their JSON; undefined where there is no body. */
  readonly body: readonly (readonly [name: string, json: string])[] | undefined
}

const usualHeaders = { authorization: 'apiKey test:secret', 'content-type': 'application/json' }

/** Requests that the shapes of the contract allow, of every operation. */
export const drafts: fc.Arbitrary<Draft> = fc.oneof(...operations().map(draftsOf))

function draftsOf({ method, path, operation, parameters }: ReturnType<typeof operations>[number]) {
  const inPath = parameters.filter((one) => one.in === 'path')
  const inQuery = parameters.filter((one) => one.in === 'query')
  const schema = operation.requestBody?.content['application/json']?.schema
  return fc
    .record({
      values: fc.record(Object.fromEntries(inPath.map((one) => [one.name, valuesOf(one.schema)]))),
      query: fc.record(
        Object.fromEntries(inQuery.map((one) => [one.name, valuesOf(one.schema).map(String)])),
        { requiredKeys: [] },
      ),
      body: schema ? bodiesOf(schema) : fc.constant(undefined),
    })
    .map(({ values, query, body }): Draft => {
      const segments = path
        .split('/')
        .slice(1)
        .map((segment) => (values[segment.slice(1, -1)] as string | undefined) ?? segment)
      const pairs = Object.entries(query as Record<string, string>)
      return { method: method.toUpperCase(), segments, query: pairs, headers: usualHeaders, body }
    })
}

function bodiesOf(schema: Schema) {
  return valuesOf(schema).map((body) =>
    Object.entries(body as object).map(([name, value]) => [name, JSON.stringify(value)] as const),
  )
}

/** The request as it comes off the wire. */
export function callOf({ method, segments, query, headers, body }: Draft): Call {
  const members = body?.map(([name, json]) => `${JSON.stringify(name)}:${json}`)
  return {
    method,
    path: `/${segments.map(encoded).join('/')}`,
    query: query.map((pair) => pair.map(encoded).join('=')).join('&'),
    headers,
    body: members && `{${members.join(',')}}`,
    oversized: false,
  }
}

/** Percent-encoded; lone surrogates as the bytes that careless encoders make of them. */
function encoded(text: string) {
  return text.replace(/[^\w.~!*'()@-]/gu, (one) =>
    /^[\ud800-\udfff]$/.test(one) ? '%ED%A0%80' : encodeURIComponent(one),
  )
}
