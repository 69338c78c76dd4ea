import { type Answer, answer, type Call } from './call.ts'
import { bodyOf, pathMustFit, queryOf } from './gate.ts'
import { routes } from './generated/routes.ts'
import { operations } from './operations/all.ts'
import type { Operation } from './operations/operation.ts'
import { Problem, problems } from './problems.ts'
import { type Place, pathValues, Router } from './router.ts'
import { keyMustBeWellFormed } from './rules/gate.ts'
import type { Account } from './state/account.ts'

const router = new Router(routes)

/**
 * Answers one call, from start to end, before it takes the next: checks and writes of two calls
 * cannot mix. `accountOf` tells whose call it is by its key.
 */
export function handle(call: Call, accountOf: (key: string) => Account): Answer {
  try {
    return answerTo(call, accountOf)
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.answer()
    throw thrown
  }
}

function answerTo(call: Call, accountOf: (key: string) => Account): Answer {
  const place = router.find(call.path)
  if (place === undefined) throw problems.unknownPath(call.path)
  if (call.method === 'OPTIONS') return { ...answer(204), headers: { allow: allowed(place) } }

  const target = place.targets.get(call.method === 'HEAD' ? 'GET' : call.method)
  if (target === undefined) throw problems.otherMethod(allowed(place))
  const account = accountOf(keyMustBeWellFormed(call.headers.authorization))
  const params = pathValues(target, place.encoded)
  const { route } = target
  pathMustFit(route, params)
  const query = queryOf(route, call.query)
  const { body, nulls } = bodyOf(route, call)

  // The gate has held params, query and body against the contract that types this operation.
  const operation = operations[route.key] as Operation<never>
  const writable = route.patchOf ?? []
  const result = operation({ account, params, query, body, nulls, writable } as never)
  return call.method === 'HEAD' ? { ...result, body: '' } : result
}

/** The methods of a place, for the header Allow. */
function allowed({ targets }: Place) {
  const methods = [...targets.keys()]
  const heads = targets.has('GET') ? ['HEAD'] : []
  return [...methods, ...heads, 'OPTIONS'].join(', ')
}
