import { enc } from '../client/api.ts'
import type { Contact, FieldFacts, Reply } from '../client/shapes.ts'
import { violationsIn } from '../ui/rule-note.tsx'

/** What was changed of a contact: texts by field. */
export type Edits = Readonly<Record<string, string>>

/** A call of the API. */
export interface Patch {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** The path of a contact, by External ID where it has one; undefined for an anonymous one. */
export function addressOf({ _email, _externalId }: Contact): string | undefined {
  if (_externalId !== undefined) return `/contacts/external-id/${enc(_externalId)}`
  return _email ? `/contacts/email/${enc(_email)}` : undefined
}

/**
 * The calls that make the changes. A path changes the identifier that it does not have in it, so
 * where both are changed, two are needed.
 */
export function patchesOf(
  contact: Contact,
  edits: Edits,
  fields: readonly FieldFacts[],
): readonly Patch[] {
  const byEmail = contact._email ? `/contacts/email/${enc(contact._email)}` : undefined
  const body = Object.fromEntries(
    Object.entries(edits).map(([id, text]) => [id, valueIn(text, typeOf(fields, id))]),
  )
  const { _externalId } = body
  if (_externalId === undefined || byEmail === undefined) {
    const path = addressOf(contact)
    return path === undefined ? [] : [{ path, body }]
  }
  if (body._email === undefined) return [{ path: byEmail, body }]
  const { _email, ...others } = body
  const last = `/contacts/external-id/${enc(String(_externalId))}`
  return [
    { path: byEmail, body: others },
    { path: last, body: { _email } },
  ]
}

/** Those of the texts that differ from what the contact has. */
export function changesOf(contact: Contact, texts: Edits): Edits {
  return filtered(texts, ([id, text]) => text !== textOf(contact[id]))
}

/** The texts that are not among others. */
export function without(texts: Edits, others: Edits): Edits {
  return filtered(texts, ([id, text]) => text !== others[id])
}

function filtered(texts: Edits, isKept: (entry: [id: string, text: string]) => boolean): Edits {
  return Object.fromEntries(Object.entries(texts).filter(isKept))
}

/** What a value looks like while it is changed. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** The value that a text means in a field; nothing at all is null, which removes. */
function valueIn(text: string, type: string): unknown {
  if (text === '') return null
  if (type === 'boolean') return text === 'true'
  if (type === 'checkbox') return text.split(',').map((one) => one.trim())
  if (type !== 'integer' && type !== 'decimal') return text
  const number = Number(text)
  // What is no number is sent as it is, so that the API says so.
  return Number.isNaN(number) ? text : number
}

function typeOf(fields: readonly FieldFacts[], id: string) {
  return fields.find((field) => field.id === id)?.type ?? 'text'
}

/** The field that a refusal is about; undefined where it is about none of those changed. */
export function fieldOf(reply: Reply, edits: Edits): string | undefined {
  const named = violationsIn(reply)[0]?.path.split(/[.[]/)[0]
  if (named !== undefined && named in edits) return named
  const { rule, body } = reply
  const text = `${rule?.id} ${JSON.stringify(body)}`
  if ('_externalId' in edits && /external-?id/i.test(text)) return '_externalId'
  if ('_email' in edits && /email/i.test(text)) return '_email'
  const [only, second] = Object.keys(edits)
  return second === undefined ? only : undefined
}
