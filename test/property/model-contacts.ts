import {
  byEmail,
  byExternalId,
  created,
  drop,
  log,
  type Model,
  type ModelContact,
  type Outcome,
  refused,
  touch,
} from './model.ts'
import { shownContact } from './model-records.ts'

/** Where a contact is asked for; `path` is the older one. */
export type ModelAddress = { readonly by: 'email' | 'external-id' | 'path'; readonly is: string }

/** What is written of a contact; null clears, or is refused. */
export type ModelPatch = Readonly<Record<string, unknown>>

/** GET of a contact. */
export function read(model: Model, address: ModelAddress): Outcome {
  const bad = addressRefused(address)
  if (bad) return bad
  const contact = at(model, address)
  return contact ? { status: 200, shown: shownContact(model, contact) } : { status: 404 }
}

/** PATCH of a contact. */
export function write(model: Model, address: ModelAddress, patch: ModelPatch): Outcome {
  const contact = at(model, address)
  const other = others[address.by]
  const bad =
    addressRefused(address) ??
    identifierRefused(other, patch) ??
    (address.by === 'path' && Object.hasOwn(patch, '_externalId')
      ? refused(422, 'legacy-path', { field: '_externalId' })
      : undefined) ??
    fieldsRefused(model, patch, other) ??
    taken(model, contact, patch)
  if (bad) return bad

  const saved = contact ?? created(model, 'api', identifierOf(address))
  change(model, saved, patch, contact ? 'api' : undefined)
  return { status: 200, shown: shownContact(model, saved) }
}

/** DELETE of a contact; an unknown one is no error. The older path has none. */
export function remove(model: Model, address: ModelAddress): Outcome {
  if (address.by === 'path') return { status: 405 }
  const bad = addressRefused(address)
  if (bad) return bad
  const contact = at(model, address)
  if (contact) {
    drop(model, contact)
    log(model, 'contact-deleted', contact, 'api')
  }
  return { status: 204 }
}

/** Which identifier a body may write: the one that is not the address. */
const others = { email: '_externalId', 'external-id': '_email', path: undefined } as const

function at(model: Model, { by, is }: ModelAddress) {
  return by === 'external-id' ? byExternalId(model, is) : byEmail(model, is)
}

function identifierOf({ by, is }: ModelAddress) {
  return by === 'external-id' ? { externalId: is } : { email: is }
}

function addressRefused({ by, is }: ModelAddress): Outcome | undefined {
  if (by === 'external-id') return isExternalId(is) ? undefined : refused(400, 'external-id-length')
  return isEmail(is) ? undefined : refused(400, 'email-valid')
}

function identifierRefused(name: string | undefined, patch: ModelPatch): Outcome | undefined {
  const value = name === undefined ? undefined : patch[name]
  if (typeof value !== 'string') return undefined
  if (name === '_email' && !isEmail(value)) return refused(422, 'email-valid', { field: name })
  if (name === '_externalId' && !isExternalId(value)) {
    return refused(422, 'external-id-length', { field: name })
  }
  return undefined
}

/** Null comes first: whether a field may be cleared does not depend on which one it is. */
export function fieldsRefused(
  model: Model,
  patch: ModelPatch,
  identifier?: string,
): Outcome | undefined {
  const names = Object.keys(patch)
  const nulled = names.filter((name) => patch[name] === null)
  if (nulled.length > 0 && model.ways.nullInPatch === 'refuse') {
    return refused(422, 'patch-null', { field: nulled[0] })
  }
  const given = names.filter((name) => patch[name] !== null)
  const field = [...given, ...nulled].find(
    (name) => name !== identifier && !fits(name, patch[name]),
  )
  return field === undefined ? undefined : refused(422, 'field-known', { field })
}

/** The fields, other than identifiers, that do not exist or that their values do not fit. */
export function misfitting(values: ModelPatch): string[] {
  const names = Object.keys(values).filter((name) => name !== '_email' && name !== '_externalId')
  return names.filter((name) => !fits(name, values[name]))
}

/** The account has two custom fields: `tier` has one of two options, `likes` any of two. */
function fits(name: string, value: unknown) {
  if (name === 'tier') return value === null || value === 'gold' || value === 'silver'
  if (name === 'likes') return value === null || isSomeOf(value as string[], ['tea', 'rum'])
  return name === '_name' || name === '_points' || name === '_birthdate'
}

function isSomeOf(values: readonly string[], options: readonly string[]) {
  const isTwice = new Set(values).size < values.length
  return !isTwice && values.every((value) => options.includes(value))
}

function taken(model: Model, contact: ModelContact | undefined, patch: ModelPatch) {
  const { _email, _externalId } = patch
  const ofId = typeof _externalId === 'string' ? byExternalId(model, _externalId) : undefined
  if (ofId && ofId !== contact) return refused(422, 'external-id-unique', { field: '_externalId' })
  const ofEmail = typeof _email === 'string' ? byEmail(model, _email) : undefined
  if (ofEmail && ofEmail !== contact) return refused(422, 'email-unique', { field: '_email' })
  return undefined
}

/** Fields left out keep their value; `_updatedAt` and the log tell of real changes only. */
export function change(
  model: Model,
  contact: ModelContact,
  { _email, _externalId, ...fields }: ModelPatch,
  origin: string | undefined,
): void {
  const changes = [
    set(contact, 'email', _email),
    set(contact, 'externalId', _externalId),
    ...Object.keys(fields).map((name) => set(contact.fields, name, fields[name])),
  ]
  if (changes.includes(true)) {
    contact.updatedAt = model.now
    if (origin !== undefined) log(model, 'contact-updated', contact, origin)
  }
  touch(model, contact)
}

function set(record: object, name: string, value: unknown) {
  const values = record as Record<string, unknown>
  if (value === undefined || isSame(values[name], value)) return false
  if (value !== null) values[name] = value
  else if (Object.hasOwn(values, name)) delete values[name]
  else return false
  return true
}

function isSame(a: unknown, b: unknown) {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join())
}

/** As far as the pools of these tests go: something without spaces around an `@`. */
export function isEmail(value: unknown): boolean {
  return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
}

/** Neither blank nor too long, and nothing that a URL folds away. */
export function isExternalId(value: string) {
  const isBlank = value.trim() === ''
  return !isBlank && [...value].length <= 50 && value !== '.' && value !== '..'
}
