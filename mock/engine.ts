import { type Answer, answer, type Call, type Delivery } from './call.ts'
import { type Downloads, isDownload } from './downloads.ts'
import type { FaultOptions, Faults } from './faults.ts'
import { bodyOf, broughtBy, pathMustFit, queryOf } from './gate.ts'
import { routes } from './generated/routes.ts'
import type { Journal } from './journal.ts'
import { operations } from './operations/all.ts'
import type { LinkTo, Operation } from './operations/operation.ts'
import { problems, unlessRefused } from './problems.ts'
import { type Place, pathValues, type Route, Router } from './router.ts'
import { keyMustOpenAnAccount, scopeMustBeGranted } from './rules/gate.ts'
import { quotaMustLast } from './rules/rate-limit.ts'
import type { Account } from './state/account.ts'
import type { Access, Accounts } from './state/accounts.ts'
import type { Clock } from './state/clock.ts'
import { httpDate } from './state/moment.ts'

const router = new Router(routes)
const downloadMethods = 'GET, HEAD, OPTIONS'

/** What is known of a call so far; the journal keeps it. */
interface Progress {
  access?: Access | undefined
  route?: Route
  address: readonly string[]
  fault?: FaultOptions | undefined
}

/** What the engine works with. */
export interface EngineParts {
  readonly accounts: Accounts
  readonly clock: Clock
  readonly faults: Faults
  readonly journal: Journal
  readonly downloads: Downloads
  /** Lets happen what has fallen due in an account; long work may be left for later. */
  readonly settle: (account: Account) => void
}

/** Answers calls, each from start to end before the next: their checks and writes cannot mix. */
export class Engine {
  readonly #accounts: Accounts
  readonly #clock: Clock
  readonly #faults: Faults
  readonly #journal: Journal
  readonly #downloads: Downloads
  readonly #settle: (account: Account) => void

  constructor({ accounts, clock, faults, journal, downloads, settle }: EngineParts) {
    this.#accounts = accounts
    this.#clock = clock
    this.#faults = faults
    this.#journal = journal
    this.#downloads = downloads
    this.#settle = settle
  }

  /**
   * Answers a call at once. What a fault does to the answer on its way is in `delivery`. What is
   * done by hand needs no key, and meets no limit and no fault.
   */
  handle(call: Call, byHand?: Access): Answer {
    const started = performance.now()
    const at = this.#clock.milliseconds()
    const progress: Progress = { access: byHand, address: [] }
    const reply = this.#carriedOut(call, at, progress, byHand)
    const { access, route, address, fault } = progress
    this.#journal.record(call, reply, {
      at,
      account: access?.id,
      key: access?.number,
      operation: route?.key,
      address,
      fault: fault?.kind,
      byHand: byHand !== undefined,
      duration: performance.now() - started,
      started,
    })
    return reply
  }

  #carriedOut(call: Call, at: number, progress: Progress, byHand: Access | undefined): Answer {
    const plain = guarded(progress, () => this.#answerTo(call, at, progress, byHand))
    const quota = progress.access?.quota?.headers(at)
    const headers = { ...plain.headers, date: httpDate(at), ...quota }
    const delivery = deliveryBy(progress.fault)
    const body = call.method === 'HEAD' ? '' : plain.body
    const reply = { status: plain.status, headers, body }
    if (plain.file && call.method !== 'HEAD') return { ...reply, file: plain.file }
    return delivery === undefined ? reply : { ...reply, delivery }
  }

  #answerTo(call: Call, at: number, progress: Progress, byHand: Access | undefined): Answer {
    if (byHand === undefined && isDownload(call.path)) return this.#download(call, at)
    const place = router.find(call.path)
    if (place === undefined) throw problems.unknownPath(call.path)
    if (call.method === 'OPTIONS') return { ...answer(204), headers: { allow: allowed(place) } }

    const target = place.targets.get(call.method === 'HEAD' ? 'GET' : call.method)
    if (target === undefined) throw problems.otherMethod(allowed(place))
    const { route } = target
    progress.route = route
    const access = byHand ?? this.#letIn(call, route, at, progress)
    const params = pathValues(target, place.encoded)
    progress.address = Object.values(params)
    if (byHand === undefined) progress.fault = this.#faults.meet(route.key, progress.address)
    if (isNotDone(progress.fault)) return unanswered(progress.fault)
    pathMustFit(route, params)
    const query = queryOf(route, call.query)
    const brought = broughtBy(route, call)

    this.#settle(access.account)
    const { origin = 'https://api.connectif.cloud' } = call
    const linkTo: LinkTo = (kind, id) => origin + this.#downloads.open(access.id, kind, id, at)
    const asked = { account: access.account, params, query, brought, origin, linkTo }
    if (progress.fault?.kind === 'duplicate') guarded(progress, () => perform(route, asked))
    return perform(route, asked)
  }

  #letIn({ headers }: Call, route: Route, at: number, progress: Progress): Access {
    const access = keyMustOpenAnAccount(this.#accounts, headers.authorization)
    progress.access = access
    scopeMustBeGranted(access, route.scope)
    if (access.quota) quotaMustLast(access.quota, at)
    return access
  }

  #download({ method, path }: Call, at: number): Answer {
    if (method === 'OPTIONS') return { ...answer(204), headers: { allow: downloadMethods } }
    if (method !== 'GET' && method !== 'HEAD') throw problems.otherMethod(downloadMethods)
    return this.#downloads.answerTo(path, this.#accounts, at)
  }
}

/** What an operation is asked for, not yet held against the contract. */
export interface Asked {
  readonly account: Account
  readonly params: Record<string, string>
  readonly query: Record<string, unknown>
  /** JSON, or the fields of a form. */
  readonly brought: unknown
  readonly origin: string
  readonly linkTo: LinkTo
}

/** Carries out an operation; refusals are thrown. */
export function perform(route: Route, { brought, ...asked }: Asked): Answer {
  const { body, nulls } = bodyOf(route, brought)
  // The gate has held params, query and body against the contract that types the operation.
  const operation = operations[route.key] as Operation<never>
  const writable = route.patchOf ?? []
  return operation({ ...asked, body, nulls, writable } as never)
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
