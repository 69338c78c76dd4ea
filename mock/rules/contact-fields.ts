import type { components } from '../../sdk/generated/schema.ts'
import { problems, type Violation } from '../problems.ts'
import type { Account } from '../state/account.ts'
import { misfitOf } from './field-values.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

type ContactFieldCreate = components['schemas']['ContactFieldCreate']

/**
 * Undocumented. Refused, because a misspelt field that is silently dropped is the dearest mistake
 * of an integration.
 */
export const fieldsMustBeKnown = rule(
  {
    id: 'field-known',
    grade: 'assumed',
    source: sources.contactPatch,
    says: 'Unknown and read-only fields are refused; custom fields must be declared and fit.',
  },
  (account: Account, writable: readonly string[], fields: object, nulls: readonly string[]) => {
    const violations: Violation[] = []
    for (const path of Object.keys(fields)) {
      if (writable.includes(path)) continue
      const field = account.contactFields.get(path)
      const reason = field ? misfitOf(field, fields[path as never]) : unknown(path)
      if (reason !== undefined) violations.push({ path, reason })
    }
    for (const path of nulls) {
      if (writable.includes(path) || account.contactFields.get(path)) continue
      violations.push({ path, reason: unknown(path) })
    }
    if (violations.length > 0) throw problems.misfit(violations, 'body')
  },
)

/** What the shape cannot say: which limits go with which type, and what a default value must be. */
export const contactFieldMustBeValid = rule(
  {
    id: 'contact-field-valid',
    grade: 'documented',
    source: sources.createContactField,
    says: 'A contact field has the limits of its type, and a default value that fits it.',
  },
  (field: ContactFieldCreate) => {
    const violations = [...missingLimits(field), ...strayLimits(field), ...emptyRanges(field)]
    const reason = defaultMisfit(field)
    if (reason !== undefined) violations.push({ path: 'defaultValue', reason })
    if (violations.length > 0) throw problems.misfit(violations, 'body')
  },
)

/** Undocumented, but values are keyed by the id. */
export const contactFieldMustBeNew = rule(
  {
    id: 'contact-field-unique',
    grade: 'assumed',
    source: sources.createContactField,
    says: 'Two contact fields cannot have the same id.',
  },
  (account: Account, { id }: ContactFieldCreate) => {
    if (account.contactFields.get(id)) throw problems.contactFieldTaken()
  },
)

const limitsOf: Record<string, readonly string[]> = {
  text: ['maxLength'],
  phone: ['defaultCountryCode'],
  date: ['minDate', 'maxDate'],
  integer: ['minValue', 'maxValue'],
  decimal: ['minValue', 'maxValue'],
  radio: ['options'],
  checkbox: ['options'],
}
const compulsory = ['defaultCountryCode', 'options']

function missingLimits(field: ContactFieldCreate): Violation[] {
  const needed = (limitsOf[field.type] ?? []).filter((name) => compulsory.includes(name))
  return needed
    .filter((name) => !Object.hasOwn(field, name))
    .map((path) => ({ path, reason: `is needed for a field of type ${field.type}` }))
}

function strayLimits(field: ContactFieldCreate): Violation[] {
  const all = new Set(Object.values(limitsOf).flat())
  const own = limitsOf[field.type] ?? []
  return Object.keys(field)
    .filter((name) => all.has(name) && !own.includes(name))
    .map((path) => ({ path, reason: `does not go with a field of type ${field.type}` }))
}

function emptyRanges({ minDate, maxDate, minValue, maxValue, options = [] }: ContactFieldCreate) {
  const violations: Violation[] = []
  if (minDate !== undefined && maxDate !== undefined && minDate > maxDate) {
    violations.push({ path: 'maxDate', reason: 'must not be before minDate' })
  }
  if (minValue !== undefined && maxValue !== undefined && minValue > maxValue) {
    violations.push({ path: 'maxValue', reason: 'must not be less than minValue' })
  }
  if (new Set(options.map(({ id }) => id)).size < options.length) {
    violations.push({ path: 'options', reason: 'must not have an id twice' })
  }
  return violations
}

function defaultMisfit(field: ContactFieldCreate): string | undefined {
  const { type, required, defaultValue } = field
  if (type === 'email' || type === 'phone') {
    return defaultValue === undefined ? undefined : `does not go with a field of type ${type}`
  }
  if (defaultValue === undefined)
    return required ? 'is needed when the field is required' : undefined
  if (required && defaultValue === '') return 'must not be empty when the field is required'
  return misfitOf(field, defaultValue)
}

function unknown(path: string) {
  return path.startsWith('_') || path === 'id'
    ? 'is not a field that can be written here'
    : 'is not declared as a contact field of this account'
}
