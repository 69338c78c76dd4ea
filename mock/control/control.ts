import { answer, type Call } from '../call.ts'
import type { Mock } from '../mock.ts'
import { operations } from './all.ts'
import { bodyOf } from './body.ts'
import type { ControlAnswer, ControlOperation, Files } from './operation.ts'
import { Refusal } from './refusal.ts'

interface Place {
  readonly methods: ReadonlyMap<string, ControlOperation>
  readonly params: Readonly<Record<string, string>>
}

const routes = Object.entries(operations).map(([key, operation]) => {
  const [method, path] = key.split(' ') as [string, string]
  return { method, parts: path.split('/'), operation }
})

/**
 * Answers a call to the control API at once; knows nothing of how it came. A page whose twin runs
 * in the browser calls it as it is.
 */
export function control(mock: Mock, call: Call, files: Files = {}): ControlAnswer {
  try {
    const reply = carriedOut(mock, call, files)
    if (call.method !== 'HEAD') return reply
    const { file: _, ...head } = reply
    return { ...head, body: '' }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { status, message } = thrown
    const plain = answer(status, call.method === 'HEAD' ? undefined : { error: message })
    return { ...plain, headers: { ...plain.headers, ...thrown.headers } }
  }
}

/** Bytes that the body of a call may have. What takes no body does not look at it. */
export function limitOf({ method, path }: Pick<Call, 'method' | 'path'>): number {
  return placeOf(path).methods.get(method)?.bodyLimit ?? 0
}

/** Whether the body of a call is for an operation that takes bytes. */
export function takesBytes({ method, path }: Pick<Call, 'method' | 'path'>): boolean {
  return placeOf(path).methods.get(method)?.bodyType !== undefined
}

function carriedOut(mock: Mock, call: Call, files: Files): ControlAnswer {
  const { methods, params } = placeOf(call.path)
  if (methods.size === 0)
    throw new Refusal(404, 'nothing is here; GET /__twin/ lists what there is')
  const allow = allowed(methods)
  if (call.method === 'OPTIONS') return { ...answer(204), headers: { allow } }
  const operation = methods.get(call.method === 'HEAD' ? 'GET' : call.method)
  if (operation === undefined) throw new Refusal(405, `this path answers to ${allow}`, { allow })
  return operation.run({
    mock,
    params: decoded(params),
    query: queryOf(call.query, operation.query ?? []),
    headers: call.headers,
    origin: call.origin,
    body: bodyOf(call, operation),
    files,
  })
}

/** The operations at a path. Without its last slash, the index is found too. */
function placeOf(path: string): Place {
  const parts = (path === '/__twin' ? '/__twin/' : path).split('/')
  const here = routes.filter((route) => leadsTo(route.parts, parts))
  const named = here[0]?.parts.map((part, at) => [part, parts[at] as string] as const) ?? []
  return {
    methods: new Map(here.map(({ method, operation }) => [method, operation])),
    params: Object.fromEntries(
      named.filter(([part]) => isName(part)).map(([part, value]) => [part.slice(1, -1), value]),
    ),
  }
}

function leadsTo(route: readonly string[], parts: readonly string[]) {
  return (
    route.length === parts.length &&
    route.every((part, at) => part === parts[at] || (isName(part) && parts[at] !== ''))
  )
}

function isName(part: string) {
  return part.startsWith('{')
}

function allowed(methods: ReadonlyMap<string, unknown>) {
  const heads = methods.has('GET') ? ['HEAD'] : []
  return [...methods.keys(), ...heads, 'OPTIONS'].join(', ')
}

function decoded(params: Readonly<Record<string, string>>) {
  const entries = Object.entries(params)
  try {
    return Object.fromEntries(entries.map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch {
    throw new Refusal(400, 'the path is not valid percent-encoded UTF-8')
  }
}

/** A name that is not known is refused: a filter with a typo would find everything. */
function queryOf(text: string, names: readonly string[]) {
  const given = new URLSearchParams(text)
  const listed = names.length === 0 ? 'none' : names.join(', ')
  for (const name of given.keys()) {
    if (!names.includes(name)) throw new Refusal(400, `the query can have: ${listed}`)
    if (given.getAll(name).length > 1) throw new Refusal(400, `${name} is in the query twice`)
  }
  return Object.fromEntries(given)
}
