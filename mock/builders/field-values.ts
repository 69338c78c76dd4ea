import type { ContactField, ContactFields } from '../../sdk/contact-fields.ts'
import type { FieldValue } from '../state/rows.ts'
import type { Random } from './random.ts'

const SHARE = 0.75
const DAY_MS = 86_400_000
const FIRST_DATE = Date.UTC(2018, 0, 1)
const LAST_DATE = Date.UTC(2025, 11, 31)
const NOTES = [
  'Rings twice',
  'Prefers mornings',
  'Collects in the shop',
  'Climbs on Sundays',
  'Asks for Björn',
] as const

/** Values that fit these fields, by their ids; one in four is left out. */
export function fieldValues(fields: ContactFields, random: Random): Record<string, FieldValue> {
  const given = Object.entries(fields).filter(() => random.chance(SHARE))
  return Object.fromEntries(given.map(([id, field]) => [id, aValue(field, random)]))
}

function aValue(field: ContactField, random: Random): FieldValue {
  switch (field.type) {
    case 'text':
      return [...random.pick(NOTES)].slice(0, field.maxLength).join('')
    case 'email':
      return `desk${random.integer(1, 999)}@example.com`
    case 'phone':
      return `+${field.defaultCountryCode}600000${random.integer(100, 999)}`
    case 'date':
      return date(field, random)
    case 'integer':
      return number(field, random, 1)
    case 'decimal':
      return number(field, random, 100)
    case 'boolean':
      return random.chance(0.5)
    case 'radio':
      return random.pick(field.options).id
    case 'checkbox':
      return field.options.filter(() => random.chance(0.4)).map(({ id }) => id)
  }
}

/** A day without its time. */
function date({ minDate, maxDate }: { minDate?: string; maxDate?: string }, random: Random) {
  const first = minDate === undefined ? FIRST_DATE : Date.parse(minDate)
  const last = maxDate === undefined ? Math.max(first, LAST_DATE) : Date.parse(maxDate)
  const [min, max] = [Math.ceil(Math.min(first, last) / DAY_MS), Math.floor(last / DAY_MS)]
  return new Date(random.integer(min, Math.max(min, max)) * DAY_MS).toISOString().slice(0, 10)
}

/** A number in range, in steps of one, of a hundredth, or of as little as the range takes. */
function number(
  { minValue, maxValue }: { minValue?: number; maxValue?: number },
  random: Random,
  steps: number,
) {
  const least = minValue ?? Math.min(0, maxValue ?? 0)
  const most = maxValue ?? least + 100
  const [min, max] = [Math.ceil(least * steps), Math.floor(most * steps)]
  return min > max ? least : random.integer(min, max) / steps
}
