import type { ContactField } from '../../sdk/contact-fields.ts'
import { DateTime, Email, MobilePhone } from '../generated/validators.ts'
import { problems, type Violation } from '../problems.ts'
import type { Account } from '../state/account.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

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
    for (const [path, value] of Object.entries(fields)) {
      if (writable.includes(path)) continue
      const reason = misfit(declared(account, path), path, value)
      if (reason !== undefined) violations.push({ path, reason })
    }
    for (const path of nulls) {
      if (writable.includes(path) || declared(account, path)) continue
      violations.push({ path, reason: unknown(path) })
    }
    if (violations.length > 0) throw problems.misfit(violations, 'body')
  },
)

function declared({ settings }: Account, id: string): ContactField | undefined {
  return Object.hasOwn(settings.contactFields, id) ? settings.contactFields[id] : undefined
}

function unknown(id: string) {
  return id.startsWith('_') || id === 'id'
    ? 'is not a field that can be written here'
    : 'is not declared as a contact field of this account'
}

/** What is wrong with the value of a custom field, if anything. */
function misfit(field: ContactField | undefined, id: string, value: unknown): string | undefined {
  switch (field?.type) {
    case undefined:
      return unknown(id)
    case 'text':
      return textMisfit(value, field.maxLength)
    case 'email':
      return Email(value) ? undefined : 'must be an email address'
    case 'phone':
      return MobilePhone(value)
        ? undefined
        : 'must be a phone number, 4 to 20 digits without spaces'
    case 'date':
      return dateMisfit(value, field.minDate, field.maxDate)
    case 'integer':
      return Number.isInteger(value) ? rangeMisfit(value, field) : 'must be an integer'
    case 'decimal':
      return Number.isFinite(value) ? rangeMisfit(value, field) : 'must be a number'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be a boolean'
    case 'radio':
      return optionsMisfit([value], ids(field.options))
    case 'checkbox':
      return Array.isArray(value)
        ? optionsMisfit(value, ids(field.options))
        : 'must be an array of option ids'
  }
}

function textMisfit(value: unknown, maxLength = Number.POSITIVE_INFINITY) {
  if (typeof value !== 'string') return 'must be a string'
  return [...value].length > maxLength ? `must have at most ${maxLength} characters` : undefined
}

/** A date-time, or a day alone; both ends of the range are included. */
function dateMisfit(value: unknown, min?: string, max?: string) {
  const moment = typeof value === 'string' && value.length === 10 ? `${value}T00:00:00Z` : value
  if (!DateTime(moment)) return 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'
  const at = Date.parse(moment as string)
  if (min !== undefined && at < Date.parse(min)) return `must be ${min} or later`
  if (max !== undefined && at > Date.parse(max)) return `must be ${max} or earlier`
  return undefined
}

function rangeMisfit(value: unknown, range: { minValue?: number; maxValue?: number }) {
  const { minValue = Number.NEGATIVE_INFINITY, maxValue = Number.POSITIVE_INFINITY } = range
  if ((value as number) < minValue) return `must be ${minValue} or more`
  if ((value as number) > maxValue) return `must be ${maxValue} or less`
  return undefined
}

function optionsMisfit(values: readonly unknown[], allowed: readonly unknown[]) {
  if (!values.every((value) => allowed.includes(value))) {
    return `must be one of ${allowed.join(', ')}`
  }
  return new Set(values).size < values.length ? 'must not name an option twice' : undefined
}

function ids(options: readonly { readonly id: string }[]) {
  return options.map(({ id }) => id)
}
