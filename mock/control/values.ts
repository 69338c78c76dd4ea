import { Refusal } from './refusal.ts'

/** The members of a JSON object that has no others than these. */
export function membersOf(
  value: unknown,
  names?: readonly string[],
  what = 'the body',
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(422, `${what} must be a JSON object`)
  }
  const stray = names && Object.keys(value).find((name) => !names.includes(name))
  if (stray !== undefined) {
    throw new Refusal(422, `${stray} is not known here; ${what} can have: ${names?.join(', ')}`)
  }
  return value as Record<string, unknown>
}

/** A member that is text, and not empty. */
export function textIn(members: Record<string, unknown>, name: string): string {
  const value = members[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Refusal(422, `${name} must be text, and not empty`)
}

/** A whole number in the query. */
export function wholeNumberIn(
  query: Readonly<Record<string, string>>,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const text = query[name]
  if (text === undefined) return otherwise
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new Refusal(400, `${name} must be a whole number, ${least} to ${most}`)
}
