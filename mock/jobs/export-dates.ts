import type { components } from '../../sdk/generated/schema.ts'
import { iso } from '../state/moment.ts'

/** How dates are written. */
export type DateFormat = components['schemas']['DateFormat']

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** A moment in words or figures: in UTC and in English, whatever the machine speaks. */
export function momentText(moment: number, format: DateFormat): string {
  if (format === 'ISO') return iso(moment)
  const at = new Date(moment)
  const year = String(at.getUTCFullYear()).padStart(4, '0')
  const day = at.getUTCDate()
  if (format === 'L') return `${twoDigits(at.getUTCMonth() + 1)}/${twoDigits(day)}/${year}`
  const date = `${months[at.getUTCMonth()]} ${day}, ${year}`
  return format === 'LL' ? date : `${date} ${timeText(at)}`
}

/** A date as a contact has it, which may be a day alone; as ISO 8601, it is as it was sent. */
export function dateText(date: string, format: DateFormat): string {
  return format === 'ISO' ? date.replace(/\s/, 'T') : momentText(Date.parse(date), format)
}

function timeText(at: Date) {
  const hours = at.getUTCHours()
  return `${hours % 12 || 12}:${twoDigits(at.getUTCMinutes())} ${hours < 12 ? 'AM' : 'PM'}`
}

function twoDigits(number: number) {
  return String(number).padStart(2, '0')
}
