import { type Answer, answer, type Call, type Delivery } from './call.ts'
import type { FaultOptions, Faults } from './faults.ts'
import { bodyOf, jsonOf, pathMustFit, queryOf } from './gate.ts'
import { routes } from './generated/routes.ts'
import type { Journal } from './journal.ts'
import { operations } from './operations/all.ts'
import type { Operation } from './operations/operation.ts'
import { problems, unlessRefused } from './problems.ts'
import { type Place, pathValues, type Route, Router } from './router.ts'
import { purgeDue } from './rules/anonymity.ts'
import { keyMustOpenAnAccount, scopeMustBeGranted } from './rules/gate.ts'
import { quotaMustLast } from './rules/rate-limit.ts'
import type { Account } from './state/account.ts'
import type { Access, Accounts } from './state/accounts.ts'
import type { Clock } from './state/clock.ts'

const router = new Router(routes)

/** What is known of a call so far; the journal keeps it. */
interface Progress {
  access?: Access
  route?: Route
  address: readonly string[]
  fault?: FaultOptions | undefined
}

/** Answers calls, each from start to end before the next: their checks and writes cannot mix. */
export class Engine {
  readonly #accounts: Accounts
  readonly #clock: Clock
  readonly #faults: Faults
  readonly #journal: Journal

  constructor(accounts: Accounts, clock: Clock, faults: Faults, journal: Journal) {
    this.#accounts = accounts
    this.#clock = clock
    this.#faults = faults
    this.#journal = journal
  }

  /** Answers a call at once. What a fault does to the answer on its way is in `delivery`. */
  handle(call: Call): Answer {
    const started = performance.now()
    const at = this.#clock.milliseconds()
    const progress: Progress = { address: [] }
    const reply = this.#carriedOut(call, at, progress)
    const { access, route, address, fault } = progress
    this.#journal.record(call, reply, {
      at,
      account: access?.id,
      operation: route?.key,
      address,
      fault: fault?.kind,
      duration: performance.now() - started,
    })
    return reply
  }

  #carriedOut(call: Call, at: number, progress: Progress): Answer {
    const plain = guarded(progress, () => this.#answerTo(call, at, progress))
    const quota = progress.access?.quota?.headers(at)
    const headers = quota === undefined ? plain.headers : { ...plain.headers, ...quota }
    const delivery = deliveryBy(progress.fault)
    const body = call.method === 'HEAD' ? '' : plain.body
    const reply = { status: plain.status, headers, body }
    return delivery === undefined ? reply : { ...reply, delivery }
  }

  #answerTo(call: Call, at: number, progress: Progress): Answer {
    const place = router.find(call.path)
    if (place === undefined) throw problems.unknownPath(call.path)
    if (call.method === 'OPTIONS') return { ...answer(204), headers: { allow: allowed(place) } }

    const target = place.targets.get(call.method === 'HEAD' ? 'GET' : call.method)
    if (target === undefined) throw problems.otherMethod(allowed(place))
    const { route } = target
    progress.route = route
    const access = keyMustOpenAnAccount(this.#accounts, call.headers.authorization)
    progress.access = access
    scopeMustBeGranted(access, route.scope)
    if (access.quota) quotaMustLast(access.quota, at)
    const params = pathValues(target, place.encoded)
    progress.address = Object.values(params)
    progress.fault = this.#faults.meet(route.key, progress.address)
    if (isNotDone(progress.fault)) return unanswered(progress.fault)
    pathMustFit(route, params)
    const query = queryOf(route, call.query)
    const json = jsonOf(route, call)

    purgeDue(access.account, at)
    const asked = { account: access.account, params, query, json }
    if (progress.fault?.kind === 'duplicate') guarded(progress, () => perform(route, asked))
    return perform(route, asked)
  }
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

function guarded(progress: Progress, work: () => Answer): Answer {
  return unlessRefused(work, (problem) =>
    problem.answer(progress.access?.account.settings.behaviors.invalidFields),
  )
}

type NotDone = Extract<FaultOptions, { kind: 'status' | 'timeout' | 'reset' }>

function isNotDone(fault: FaultOptions | undefined): fault is NotDone {
  return fault?.kind === 'status' || fault?.kind === 'timeout' || fault?.kind === 'reset'
}

function unanswered(fault: NotDone): Answer {
  if (fault.kind === 'status') throw problems.injected(fault.status, fault.headers)
  return answer(503)
}

function deliveryBy(fault: FaultOptions | undefined): Delivery | undefined {
  switch (fault?.kind) {
    case 'delay':
      return { kind: 'late', ms: fault.ms }
    case 'timeout':
      return { kind: 'never' }
    case 'reset':
    case 'lost-reply':
      return { kind: 'dropped' }
    case 'truncate':
      return { kind: 'cut' }
    case 'slow-body':
      return { kind: 'slow', ms: fault.ms }
    default:
      return undefined
  }
}

/** The methods of a place, for the header Allow. */
function allowed({ targets }: Place) {
  const heads = targets.has('GET') ? ['HEAD'] : []
  return [...targets.keys(), ...heads, 'OPTIONS'].join(', ')
}
