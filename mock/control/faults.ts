import { answer } from '../call.ts'
import type { Fault, FaultKind, FaultOptions } from '../faults.ts'
import { routes } from '../generated/routes.ts'
import { type ControlOperations, smallBody } from './operation.ts'
import { Refusal, refusable } from './refusal.ts'
import { membersOf, textIn } from './values.ts'

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

/** What goes wrong on purpose. */
export const faults: ControlOperations = {
  'GET /__twin/faults': {
    run: ({ mock }) => answer(200, { faults: mock.faults.list().map(faultBody) }),
  },

  'POST /__twin/faults': {
    bodyLimit: smallBody,
    run: ({ mock, body }) => {
      const options = optionsFrom(body)
      return answer(201, faultBody(refusable(() => mock.faults.add(options))))
    },
  },

  'DELETE /__twin/faults/{id}': {
    run: ({ mock, params }) => {
      const fault = mock.faults.list().find(({ id }) => String(id) === params.id)
      if (fault === undefined) throw new Refusal(404, 'there is no fault with this id')
      mock.faults.remove(fault.id)
      return answer(204)
    },
  },

  'DELETE /__twin/faults': {
    run: ({ mock }) => {
      mock.faults.clear()
      return answer(204)
    },
  },
}

/** A fault as the control API shows it: JSON has no Infinity. */
export function faultBody({ id, hits, options }: Fault): object {
  const forAll = options.times === Number.POSITIVE_INFINITY
  return { id, hits, options: forAll ? { ...options, times: 'all' } : options }
}

function optionsFrom(body: unknown): FaultOptions {
  const { kind } = membersOf(body)
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
    throw new Refusal(422, `kind must be one of ${Object.keys(kinds).join(', ')}`)
  }
  const own = kinds[kind as FaultKind['kind']]
  const given = membersOf(body, [...match, ...own])
  const members = given.times === 'all' ? { ...given, times: Number.POSITIVE_INFINITY } : given
  operationsMustBeKnown(members.on)
  if ('address' in members) textIn(members, 'address')
  for (const name of ['nth', 'times']) if (name in members) numberMustFit(members, name)
  for (const name of own.filter((one) => one !== 'headers')) numberMustFit(members, name)
  // Seam: the members have been held against the type one by one.
  return { ...members, ...headersFrom(members.headers) } as unknown as FaultOptions
}

function operationsMustBeKnown(on: unknown) {
  for (const key of on === undefined ? [] : [on].flat()) {
    if (routes.some((route) => route.key === key)) continue
    throw new Refusal(422, `on must name operations of the reference, such as ${routes[0]?.key}`)
  }
}

function numberMustFit(members: Record<string, unknown>, name: string) {
  const value = members[name]
  const whole = Number.isInteger(value) || (name === 'times' && value === Number.POSITIVE_INFINITY)
  if (!whole) throw new Refusal(422, `${name} must be a whole number`)
  if (name === 'ms' && (value as number) > longestWait) {
    throw new Refusal(422, `ms must be ${longestWait} or less`)
  }
}

function headersFrom(headers: unknown) {
  if (headers === undefined) return {}
  const lines = Object.entries(membersOf(headers, undefined, 'headers')).map(([name, value]) => {
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t -~\xa0-\xff]*$/.test(String(value))) {
      return [name.toLowerCase(), String(value)]
    }
    throw new Refusal(422, `headers has a name or a value that HTTP cannot carry: ${name}`)
  })
  return { headers: Object.fromEntries(lines) }
}
