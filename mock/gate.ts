import type { Call } from './call.ts'
import { type Form, formIn } from './files/multipart.ts'
import type { Place } from './problems.ts'
import type { Route } from './router.ts'
import { emailMustBeValid } from './rules/contacts.ts'
import { externalIdMustFit } from './rules/external-id.ts'
import {
  bodyLimit,
  bodyMustBeForm,
  bodyMustBeJson,
  bodyMustBeSmall,
  shapeMustFit,
  typeMustBeJson,
  typeMustBeMultipart,
} from './rules/gate.ts'
import { type Misfit, ruleBehind, type Validator, violations } from './violations.ts'

/** A body that may come in, without the fields that it sets to null. */
export interface Body {
  readonly body: unknown
  readonly nulls: readonly string[]
}

const noBody: Body = { body: undefined, nulls: [] }

/** The values of a path fit the contract; else 400. */
export function pathMustFit(route: Route, values: Record<string, string>): void {
  mustFit(route.pathFits, values, 'path')
}

/** The query's values, with `true` and `false` read as booleans; else 400. */
export function queryOf(route: Route, query: string): Record<string, unknown> {
  if (route.queryFits === undefined) return {}
  const values: Record<string, unknown> = {}
  const given = new URLSearchParams(query)
  for (const name of new Set(given.keys())) {
    const all = given.getAll(name).map((value) => booleans.get(value) ?? value)
    values[name] = all.length === 1 ? all[0] : all
  }
  mustFit(route.queryFits, values, 'query')
  return values
}

const booleans = new Map([
  ['true', true],
  ['false', false],
])

/** What a call brings, JSON or the fields of a form, when its type and size are the contract's. */
export function broughtBy(route: Route, call: Call): unknown {
  if (route.bodyFits === undefined) return undefined
  const contentType = call.headers['content-type']
  if (route.formFlags) {
    typeMustBeMultipart(contentType)
    bodyMustBeSmall(call.oversized)
    return fieldsOf(call.bytes, contentType as string, route.formFlags)
  }
  typeMustBeJson(contentType)
  bodyMustBeSmall(call.oversized)
  return bodyMustBeJson(call.body)
}

/** Fields by name; one that was sent twice stays a list, which no shape lets pass. */
function fieldsOf(bytes: Uint8Array | undefined, contentType: string, flags: readonly string[]) {
  const form: Form = bodyMustBeForm(bytes && formIn(bytes, contentType))
  const entries = Array.from(form, ([name, values]) => {
    const [value] = values
    if (values.length > 1) return [name, values]
    if (value instanceof Uint8Array) bodyMustBeSmall(value.length > bodyLimit)
    const flag = flags.includes(name) ? booleans.get(value as string) : undefined
    return [name, flag ?? value]
  })
  return Object.fromEntries(entries)
}

/** The body, when its shape is that of the contract. */
export function bodyOf(route: Route, brought: unknown): Body {
  if (route.bodyFits === undefined) return noBody
  const { body, nulls } = route.patchOf ? withoutNulls(brought) : { body: brought, nulls: [] }
  mustFit(route.bodyFits, body, 'body')
  return { body, nulls }
}

/** Whether null may stand in a patch is for a rule, so the shape does not see it. */
function withoutNulls(json: unknown): Body {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { body: json, nulls: [] }
  }
  const nulls = Object.keys(json).filter((name) => json[name as never] === null)
  if (nulls.length === 0) return { body: json, nulls }
  const entries = Object.entries(json).filter(([, value]) => value !== null)
  return { body: Object.fromEntries(entries), nulls }
}

function mustFit(validator: Validator | undefined, value: unknown, place: Place) {
  if (validator === undefined || validator(value)) return
  const misfits = validator.errors ?? []
  refusalOf(misfits)(violations(misfits), place)
}

/** The rule behind what does not fit: that of the first field's schema, else that of the shape. */
export function refusalOf(misfits: readonly Misfit[]) {
  const id = ruleBehind(misfits)
  return [externalIdMustFit, emailMustBeValid].find((rule) => rule.id === id) ?? shapeMustFit
}
