import type { FaultKind, FaultOptions } from './faults.ts'
import { routes } from './generated/routes.ts'
import { isPlainObject } from './plain-object.ts'

const match = ['kind', 'on', 'address', 'nth', 'times']
const longestWait = 2_147_483_647

/** What each kind has beside its match. */
const kinds: Readonly<Record<FaultKind['kind'], readonly string[]>> = {
  status: ['status', 'headers'],
  delay: ['ms'],
  timeout: [],
  reset: [],
  'lost-reply': [],
  truncate: [],
  duplicate: [],
  'slow-body': ['ms'],
}

/**
 * A fault whose members all mean something; a copy, so that later changes of it do nothing.
 *
 * @throws {Error} naming the member that does not
 */
export function checkedFault(options: FaultOptions): FaultOptions {
  if (!isPlainObject(options)) {
    throw new Error("a fault is an object, such as { kind: 'lost-reply' }")
  }
  const { kind, ...members } = options as { kind: FaultKind['kind'] } & Record<string, unknown>
  if (!Object.hasOwn(kinds, String(kind))) {
    throw new Error(`kind must be one of ${Object.keys(kinds).join(', ')}`)
  }
  const stray = Object.keys(members).find((name) => ![...match, ...kinds[kind]].includes(name))
  if (stray !== undefined) throw new Error(`a fault of kind ${kind} has no ${stray}`)
  operationsMustBeKnown(members.on)
  if (members.address !== undefined && typeof members.address !== 'string') {
    throw new Error('address must be a string')
  }
  numberMustFit('nth', members.nth ?? 1, 1, Number.MAX_SAFE_INTEGER)
  if (members.times !== Number.POSITIVE_INFINITY) {
    numberMustFit('times', members.times ?? 1, 1, Number.MAX_SAFE_INTEGER)
  }
  if (kinds[kind].includes('ms')) numberMustFit('ms', members.ms, 0, longestWait)
  if (kinds[kind].includes('status')) numberMustFit('status', members.status, 400, 599)
  return { ...structuredClone(options), ...headersFrom(members.headers) }
}

function operationsMustBeKnown(on: unknown) {
  const keys = on === undefined ? undefined : [on].flat()
  if (keys === undefined) return
  if (keys.length === 0 || !keys.every((key) => routes.some((route) => route.key === key))) {
    throw new Error(`on must name operations of the reference, such as ${routes[0]?.key}`)
  }
}

function numberMustFit(name: string, value: unknown, least: number, most: number) {
  const fits = Number.isInteger(value) && (value as number) >= least && (value as number) <= most
  if (!fits) throw new Error(`${name} must be a whole number between ${least} and ${most}`)
}

function headersFrom(headers: unknown) {
  if (headers === undefined) return {}
  if (!isPlainObject(headers)) throw new Error('headers must be an object')
  const lines = Object.entries(headers).map(([name, value]) => {
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && isHeaderValue(value)) {
      return [name.toLowerCase(), value]
    }
    throw new Error(`headers has a name or a value that HTTP cannot carry: ${name}`)
  })
  return { headers: Object.fromEntries(lines) }
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\t -~\xa0-\xff]*$/.test(value)
}
