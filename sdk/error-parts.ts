import type { Violation } from './errors.ts'

/** The fields that a refusal names. */
export function violationsIn(body: unknown): Violation[] {
  const found = fieldIn(body, 'validationErrors')
  return Array.isArray(found) ? found : []
}

/** Codes along the chain of causes, outermost first. */
export function systemCodes(error: unknown): string[] {
  if (!error) return []
  const code = textIn(error, 'code')
  return [...(code ? [code] : []), ...systemCodes(fieldIn(error, 'cause'))]
}

/** A text in anything. */
export function textIn(value: unknown, key: string): string | undefined {
  const text = fieldIn(value, key)
  return typeof text === 'string' ? text : undefined
}

/** A member of anything; undefined where it has none. */
export function fieldIn(value: unknown, key: string): unknown {
  return Object(value)[key]
}
