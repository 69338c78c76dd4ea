import type { Refusal } from './errors.ts'
import type { Violation } from './refusals.ts'

/** The fields that a refusal names. */
export function violationsIn(body: unknown): Violation[] {
  const found = fieldIn(body, 'validationErrors')
  return Array.isArray(found) ? found : []
}

/** What the error of a refusal says. */
export function messageOf({ status, body, path }: Refusal): string {
  const code = textIn(body, 'code')
  const fields = violationsIn(body).map((at) => `${fieldIn(at, 'path')} ${fieldIn(at, 'reason')}`)
  const words = fields.join('; ') || textIn(body, 'detail') || textIn(body, 'title')
  const isOfApi = path.startsWith('/')
  const otherwise = status === 401 && isOfApi ? 'the API key was refused' : 'no reason given'
  return `${status}${code ? ` ${code}` : ''}: ${words || otherwise}`
}

/** Codes along the chain of causes, outermost first. */
export function systemCodes(error: unknown): string[] {
  if (!error) return []
  return [textIn(error, 'code') || [], systemCodes(fieldIn(error, 'cause'))].flat()
}

/** A text in anything. */
export function textIn(value: unknown, key: string): string | undefined {
  const text = fieldIn(value, key)
  return typeof text === 'string' ? text : undefined
}

/** A member of anything; undefined where it has none. */
function fieldIn(value: unknown, key: string): unknown {
  return Object(value)[key]
}
