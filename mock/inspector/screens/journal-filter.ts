import type { Entry } from '../client/shapes.ts'
import { pathText } from '../store/format.ts'

/** Which calls are shown. */
export interface JournalFilter {
  readonly text: string
  readonly outcome: string
  readonly method: string
}

/** All of them. */
export const showAll: JournalFilter = { text: '', outcome: '', method: '' }

/** What can have become of a call. */
export const outcomes = [
  ['', 'All'],
  ['good', 'Done'],
  ['refused', 'Refused'],
  ['failed', 'Failed'],
  ['fault', 'Faults'],
] as const

/** The methods of the API. */
export const methods = [
  ['', 'Any method'],
  ...['GET', 'POST', 'PATCH', 'DELETE'].map((method) => [method, method] as const),
] as const

/** Whether a call is one of those that are shown. */
export function fits(entry: Entry, { text, outcome, method }: JournalFilter): boolean {
  if (method !== '' && entry.method !== method) return false
  if (!hasOutcome(entry, outcome)) return false
  const wanted = text.toLowerCase()
  const { path, rule, fault, requestBody, body, account } = entry
  const texts = [pathText(path), path, rule, fault, account, requestBody, body]
  return wanted === '' || texts.some((one) => one?.toLowerCase().includes(wanted))
}

function hasOutcome({ status, fault }: Entry, outcome: string) {
  if (outcome === 'good') return status >= 200 && status < 400
  if (outcome === 'refused') return status >= 400 && status < 500
  if (outcome === 'failed') return status >= 500 || status === 0
  return outcome === '' || fault !== undefined
}
