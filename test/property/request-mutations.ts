import fc from 'fast-check'
import type { Call } from '../../mock/index.ts'
import { importCalls } from './fuzz-forms.ts'
import {
  hostileBodies,
  hostileJson,
  hostileNames,
  hostilePaths,
  hostileQueries,
  hostileTexts,
} from './hostile-values.ts'
import { callOf, type Draft, drafts } from './requests.ts'

const methods = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE')

const keys = fc
  .constantFrom('other:secret', '__proto__:x', 'test:other', 'a:b, apiKey a:b', ':', 'test')
  .map((key) => ({ authorization: `apiKey ${key}` }))

const authorizations = fc
  .constantFrom(undefined, '', 'Bearer test:secret', 'apikey test:secret')
  .map((authorization) => ({ authorization }))

const contentTypes = fc
  .constantFrom(
    ...[undefined, '', 'text/plain', 'multipart/form-data', 'application/json, text/plain'],
    ...['Application/JSON ; charset="utf-8"', 'application/merge-patch+json'],
  )
  .map((type) => ({ 'content-type': type }))

const strangeLines = fc.constant({ ['__proto__']: 'x', constructor: 'x', 'content-length': '-1' })

const headerLines = fc.oneof(keys, authorizations, contentTypes, contentTypes, strangeLines)

type Mutation = fc.Arbitrary<(draft: Draft) => Draft>

const otherMethod: Mutation = methods.map((method) => (draft) => ({ ...draft, method }))

const otherHeader: Mutation = headerLines.map((lines) => (draft) => ({
  ...draft,
  headers: { ...draft.headers, ...lines },
}))

const otherAddress: Mutation = hostileTexts.map((text) => (draft) => ({
  ...draft,
  segments: draft.segments.with(-1, text),
}))

const otherSegments: Mutation = fc
  .oneof(
    fc.tuple(fc.nat(), hostileTexts).map(([at, text]) => ({ segments }: Draft) => {
      return segments.with(at % segments.length, text)
    }),
    hostileTexts.map((text) => ({ segments }: Draft) => [...segments, text]),
    fc.constant(({ segments }: Draft) => [...segments, '']),
    fc.constant(({ segments }: Draft) => segments.slice(0, -1)),
  )
  .map((segmentsOf) => (draft) => ({ ...draft, segments: segmentsOf(draft) }))

const flags = fc.constantFrom('triggerPurchaseEvent', 'createContact', 'page')

const otherQuery: Mutation = fc
  .tuple(fc.oneof(flags, hostileNames), hostileTexts)
  .map((pair) => (draft) => ({ ...draft, query: [...draft.query, pair] }))

const lessBody: Mutation = fc.nat().map((at) => (draft) => {
  const { body = [] } = draft
  return { ...draft, body: body.filter((_, index) => index !== at % body.length) }
})

const moreBody: Mutation = fc.tuple(hostileNames, hostileJson).map((member) => (draft) => ({
  ...draft,
  body: [...(draft.body ?? []), member],
}))

/** Text, numbers and so on, wherever they stand in JSON; not the names of members. */
const leaf = /"(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.e+-]*|true|false/g

const otherLeaf: Mutation = fc
  .tuple(fc.nat(), fc.nat(), hostileJson)
  .map(([member, at, hostile]) => (draft) => {
    const { body = [] } = draft
    const mutated = body.map(([name, json], index) => {
      const leaves = index === member % body.length ? (json.match(leaf)?.length ?? 0) : 0
      let seen = 0
      const other = json.replace(leaf, (one) => (seen++ === at % leaves ? hostile : one))
      return [name, other] as const
    })
    return { ...draft, body: draft.body && mutated }
  })

const mutations = fc.oneof(
  ...[otherMethod, otherSegments, otherQuery, lessBody, moreBody],
  ...[otherHeader, otherAddress, otherLeaf].map((arbitrary) => ({ arbitrary, weight: 3 })),
)

/** Requests that differ by one thing, or two, from those that the contract allows. */
const nearCalls = fc
  .tuple(drafts, mutations, fc.oneof(fc.constant(undefined), mutations))
  .map(([draft, first, second]) => callOf(second ? second(first(draft)) : first(draft)))

/** Requests whose body is anything, or too large. */
const bodyCalls = fc
  .tuple(drafts, hostileBodies, fc.integer({ min: 0, max: 4 }))
  .map(([draft, body, size]): Call => ({ ...callOf(draft), body, oversized: size === 0 }))

/** Requests that have next to nothing of the contract. */
const strangeCalls = fc
  .tuple(methods, hostilePaths, hostileQueries, headerLines, hostileBodies)
  .map(([method, path, query, lines, body]): Call => {
    const headers = { authorization: 'apiKey test:secret', ...lines }
    return { method, path, query, headers, body, oversized: false }
  })

/** Every kind of request; half of them are allowed. */
export const calls: fc.Arbitrary<Call> = fc.oneof(
  { arbitrary: drafts.map(callOf), weight: 10 },
  { arbitrary: nearCalls, weight: 8 },
  { arbitrary: bodyCalls, weight: 2 },
  { arbitrary: strangeCalls, weight: 1 },
  { arbitrary: importCalls, weight: 2 },
)
