import { text } from 'node:stream/consumers'
import type { ContactPatch } from '../../sdk/index.ts'
import { systemFieldForm } from '../rules/import-values.ts'
import { Mistake } from './mistake.ts'

/** What to write into a contact. */
export interface PatchOptions {
  set?: readonly string[]
  json?: string
}

/**
 * The fields that the options give. A field of every contact has the type of the contract; a custom
 * field is read as JSON, and as text where it is none.
 *
 * @throws {Mistake} when a value has another form
 */
export async function patchIn({ set = [], json }: PatchOptions): Promise<ContactPatch> {
  const given = json === undefined ? {} : objectIn(json === '-' ? await text(process.stdin) : json)
  // Seam: what the fields are is checked by the API, which knows the custom ones.
  return { ...given, ...Object.fromEntries(set.map(fieldIn)) } as ContactPatch
}

function objectIn(json: string): object {
  const value = jsonIn(json)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Mistake(`--json takes an object, such as '{"_name":"Ada"}', but it is ${json || '""'}`)
}

function fieldIn(assignment: string): [string, unknown] {
  const at = assignment.indexOf('=')
  if (at < 1) throw new Mistake(`--set takes field=value, but it is ${assignment}`)
  const name = assignment.slice(0, at)
  const value = assignment.slice(at + 1)
  return [name, name.startsWith('_') ? systemValue(name, value) : jsonIn(value)]
}

function systemValue(name: string, value: string) {
  const { read, reason } = systemFieldForm(name)
  const known = read(value)
  if (known !== undefined) return known
  throw new Mistake(`${name} ${reason}, but it is ${value}`)
}

/** The value of a JSON text; the text itself where it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
