import { type Answer, answer, type Call } from './call.ts'
import { bodyOf, jsonOf, pathMustFit, queryOf } from './gate.ts'
import { routes } from './generated/routes.ts'
import { operations } from './operations/all.ts'
import type { Operation } from './operations/operation.ts'
import { Problem, problems } from './problems.ts'
import { type Place, pathValues, type Route, Router } from './router.ts'
import { keyMustBeWellFormed } from './rules/gate.ts'
import type { Account } from './state/account.ts'

const router = new Router(routes)

/** Finds the account that a key belongs to. */
export type AccountOf = (key: string) => Account

/**
 * Answers one call, from start to end, before it takes the next: checks and writes of two calls
 * cannot mix.
 */
export function handle(call: Call, accountOf: AccountOf): Answer {
  const reply = answerOrRefusal(call, accountOf)
  return call.method === 'HEAD' ? { ...reply, body: '' } : reply
}

function answerOrRefusal(call: Call, accountOf: AccountOf): Answer {
  try {
    return answerTo(call, accountOf)
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.answer()
    throw thrown
  }
}

function answerTo(call: Call, accountOf: AccountOf): Answer {
  const place = router.find(call.path)
  if (place === undefined) throw problems.unknownPath(call.path)
  if (call.method === 'OPTIONS') return { ...answer(204), headers: { allow: allowed(place) } }

  const target = place.targets.get(call.method === 'HEAD' ? 'GET' : call.method)
  if (target === undefined) throw problems.otherMethod(allowed(place))
  const account = accountOf(keyMustBeWellFormed(call.headers.authorization))
  const params = pathValues(target, place.encoded)
  pathMustFit(target.route, params)
  const query = queryOf(target.route, call.query)
  const json = jsonOf(target.route, call)
  return perform(target.route, { account, params, query, json })
}

/** What an operation is asked for, not yet held against the contract. */
export interface Asked {
  readonly account: Account
  readonly params: Record<string, string>
  readonly query: Record<string, unknown>
  readonly json: unknown
}

/** Carries out an operation; refusals are thrown. */
export function perform(route: Route, { account, params, query, json }: Asked): Answer {
  const { body, nulls } = bodyOf(route, json)
  // The gate has held params, query and body against the contract that types the operation.
  const operation = operations[route.key] as Operation<never>
  const writable = route.patchOf ?? []
  return operation({ account, params, query, body, nulls, writable } as never)
}

/** The methods of a place, for the header Allow. */
function allowed({ targets }: Place) {
  const heads = targets.has('GET') ? ['HEAD'] : []
  return [...targets.keys(), ...heads, 'OPTIONS'].join(', ')
}
