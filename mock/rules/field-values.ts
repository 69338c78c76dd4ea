import type { components } from '../../sdk/generated/schema.ts'
import { DateTime, Email, MobilePhone } from '../generated/validators.ts'

/** What a custom field says of its values. */
export type FieldShape = Pick<
  components['schemas']['ContactField'],
  'type' | 'options' | 'minDate' | 'maxDate' | 'minValue' | 'maxValue' | 'maxLength'
>

/** What is wrong with the value of a custom field, in words; undefined when it fits. */
export function misfitOf(field: FieldShape, value: unknown): string | undefined {
  switch (field.type) {
    case 'text':
      return textMisfit(value, field.maxLength)
    case 'email':
      return Email(value) ? undefined : 'must be an email address'
    case 'phone':
      return MobilePhone(value)
        ? undefined
        : 'must be a phone number, 4 to 20 digits without spaces'
    case 'date':
      return dateMisfit(value, field)
    case 'integer':
      return Number.isInteger(value) ? rangeMisfit(value as number, field) : 'must be an integer'
    case 'decimal':
      return Number.isFinite(value) ? rangeMisfit(value as number, field) : 'must be a number'
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be a boolean'
    case 'radio':
      return optionsMisfit([value], field)
    case 'checkbox':
      return Array.isArray(value) ? optionsMisfit(value, field) : 'must be an array of option ids'
  }
}

function textMisfit(value: unknown, maxLength = Number.POSITIVE_INFINITY) {
  if (typeof value !== 'string') return 'must be a string'
  return [...value].length > maxLength ? `must have at most ${maxLength} characters` : undefined
}

/** A date-time, or a day alone; both ends of the range are included. */
function dateMisfit(value: unknown, { minDate, maxDate }: FieldShape) {
  const moment = typeof value === 'string' && value.length === 10 ? `${value}T00:00:00Z` : value
  if (!DateTime(moment)) return 'must be a date, such as 2026-01-31 or 2026-01-31T09:30:00Z'
  const at = Date.parse(moment as string)
  if (minDate !== undefined && at < Date.parse(minDate)) return `must be ${minDate} or later`
  if (maxDate !== undefined && at > Date.parse(maxDate)) return `must be ${maxDate} or earlier`
  return undefined
}

function rangeMisfit(value: number, { minValue, maxValue }: FieldShape) {
  if (minValue !== undefined && value < minValue) return `must be ${minValue} or more`
  if (maxValue !== undefined && value > maxValue) return `must be ${maxValue} or less`
  return undefined
}

function optionsMisfit(values: readonly unknown[], { options }: FieldShape) {
  const allowed = options?.map(({ id }) => id)
  if (!values.every((value) => typeof value === 'string')) return 'must be an option id'
  if (allowed && !values.every((value) => allowed.includes(value as string))) {
    return `must be one of ${allowed.join(', ')}`
  }
  return new Set(values).size < values.length ? 'must not name an option twice' : undefined
}
