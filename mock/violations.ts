import { reasonOfSchema, ruleOfSchema } from './generated/routes.ts'
import type { Violation } from './problems.ts'

/** What a compiled validator says of a value that does not fit. */
export interface Misfit {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A validator compiled from the contract. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly Misfit[] | null
}

/** The misfits in words; a `.` between names, brackets around positions: `products[0].price`. */
export function violations(misfits: readonly Misfit[]): Violation[] {
  return misfits.map((misfit) => ({ path: pathOf(misfit), reason: reasonOf(misfit) }))
}

/** The rule that answers for what does not fit, where it is more than a matter of shape. */
export function ruleBehind(misfits: readonly Misfit[]): string | undefined {
  const [first] = misfits
  return first && first.keyword !== 'type' ? ruleOfSchema[schemaOf(first)] : undefined
}

function schemaOf({ schemaPath }: Misfit) {
  return /schemas\/(\w+)\/\w+$/.exec(schemaPath)?.[1] ?? ''
}

function pathOf({ instancePath, keyword, params }: Misfit) {
  const names = instancePath.split('/').slice(1).map(unescaped)
  if (keyword === 'required') names.push(String(params.missingProperty))
  if (keyword === 'additionalProperties') names.push(String(params.additionalProperty))
  if (names.length === 0) return 'body'
  return names.reduce((path, name) => (/^\d+$/.test(name) ? `${path}[${name}]` : `${path}.${name}`))
}

function unescaped(name: string) {
  return name.replaceAll('~1', '/').replaceAll('~0', '~')
}

function reasonOf(misfit: Misfit): string {
  const { keyword, params } = misfit
  switch (keyword) {
    case 'required':
      return 'is required'
    case 'additionalProperties':
      return 'is not a field that can be written here'
    case 'type':
      return `must be ${[params.type].flat().map(typeName).join(' or ')}`
    case 'enum':
      return `must be one of ${(params.allowedValues as string[]).join(', ')}`
    case 'format':
      return `must be ${formatName(String(params.format))}`
    case 'pattern':
      return reasonOfSchema[schemaOf(misfit)] ?? `must match ${params.pattern}`
    default:
      return reasonOfLimit(keyword, params.limit)
  }
}

function reasonOfLimit(keyword: string, limit: unknown) {
  const count = (things: string) => `${limit} ${things}${limit === 1 ? '' : 's'}`
  switch (keyword) {
    case 'maxLength':
      return `must have at most ${count('character')}`
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must have at least ${count('character')}`
    case 'minItems':
      return `must have at least ${count('item')}`
    case 'minimum':
      return `must be ${limit} or more`
    case 'maximum':
      return `must be ${limit} or less`
    default:
      return `does not fit the contract (${keyword})`
  }
}

function typeName(type: unknown) {
  return /^[aeiou]/.test(String(type)) ? `an ${type}` : `a ${type}`
}

function formatName(format: string) {
  const names: Record<string, string> = {
    email: 'an email address',
    'date-time': 'a date and time, such as 2026-01-31T09:30:00Z',
    uri: 'an absolute URL',
  }
  return names[format] ?? `a valid ${format}`
}
