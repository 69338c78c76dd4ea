import type { Activity } from '../../state/activities.ts'
import type { Duration } from '../../state/clock.ts'
import type {
  ClockState,
  Contact,
  Entry,
  ExportJob,
  FaultAsked,
  FaultPlaced,
  FieldFacts,
  ImportJob,
  LimitFacts,
  Overview,
  Page,
  Product,
  Purchase,
  Reply,
  RuleCount,
  SegmentFacts,
  Sheet,
  SnapshotDiff,
  State,
} from './shapes.ts'
import type { Asked, Twin } from './twin.ts'

/** What the control API refused, in its own words. */
class RefusedError extends Error {
  readonly status: number

  constructor(status: number, message = `The twin answered ${status}.`) {
    super(message)
    this.status = status
  }
}

/** Whether the control API refused because what was asked for is not there. */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof RefusedError && thrown.status === 404
}

/** Values of a query; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>

const root = '/__twin'

/** The control API, with the types of what it answers. */
export class Api {
  readonly twin: Twin

  constructor(twin: Twin) {
    this.twin = twin
  }

  state = () => this.#get<State>('/state')
  limits = () => this.#get<{ limits: readonly LimitFacts[] }>('/limits')
  rules = () => this.#get<{ rules: readonly RuleCount[] }>('/rules')
  calls = (limit: number) =>
    this.#get<{ total: number; calls: readonly Entry[] }>(`/journal${queryOf({ limit })}`)
  clearJournal = () => this.#send('DELETE', '/journal')

  overview = (account: string) => this.#get<Overview>(`${at(account)}/overview`)
  contacts = (account: string, query: Query) => this.#page<Contact>(account, 'contacts', query)
  contact = (account: string, id: string) => this.#get<Sheet>(`${at(account)}/contacts/${enc(id)}`)
  fields = (account: string) =>
    this.#get<{ fields: readonly FieldFacts[] }>(`${at(account)}/fields`)
  segments = (account: string) =>
    this.#get<{ segments: readonly SegmentFacts[] }>(`${at(account)}/segments`)
  purchases = (account: string, query: Query) => this.#page<Purchase>(account, 'purchases', query)
  products = (account: string, query: Query) => this.#page<Product>(account, 'products', query)
  imports = (account: string, query: Query) => this.#page<ImportJob>(account, 'imports', query)
  exports = (account: string, query: Query) => this.#page<ExportJob>(account, 'exports', query)
  activities = (account: string, query: Query) => this.#page<Activity>(account, 'activities', query)
  finishJobs = (account: string) => this.#send('POST', `${at(account)}/jobs/finish`)
  failJob = (account: string, id: string) =>
    this.#send('POST', `${at(account)}/jobs/${enc(id)}/fail`)

  /** A call to the API itself, in an account, as by hand. */
  call = (account: string, method: string, path: string, body?: unknown) =>
    this.#json<Reply>('POST', `${at(account)}/call`, { method, path, body })
  /** Imports a file. */
  importFile = (account: string, query: Query, csv: Uint8Array<ArrayBuffer>) =>
    this.#read<Reply>({
      method: 'POST',
      path: `${root}${at(account)}/imports${queryOf(query)}`,
      body: { type: 'text/csv', data: csv },
    })

  advance = (duration: Duration) => this.#json<ClockState>('POST', '/clock/advance', duration)
  setClock = (now: string) => this.#json<ClockState>('POST', '/clock/set', { now })
  freeze = () => this.#send('POST', '/clock/freeze')
  run = () => this.#send('POST', '/clock/run')

  addFault = (fault: FaultAsked) => this.#json<FaultPlaced>('POST', '/faults', fault)
  removeFault = (id: number) => this.#send('DELETE', `/faults/${id}`)
  clearFaults = () => this.#send('DELETE', '/faults')

  /** All that the twin holds, as text: it can be large, and nothing here looks into it. */
  snapshot = async () => (await this.#answer({ method: 'GET', path: `${root}/snapshot` })).text
  restore = (snapshot: string) => this.#post<void>('PUT', '/snapshot', snapshot)
  diff = (snapshot: string) => this.#post<SnapshotDiff>('POST', '/diff', snapshot)
  reset = () => this.#send('POST', '/reset')

  #get<T>(path: string) {
    return this.#read<T>({ method: 'GET', path: root + path })
  }

  #page<T>(account: string, kind: string, query: Query) {
    return this.#get<Page<T>>(`${at(account)}/${kind}${queryOf(query)}`)
  }

  #send(method: Asked['method'], path: string) {
    return this.#read<void>({ method, path: root + path })
  }

  #json<T>(method: Asked['method'], path: string, value: unknown) {
    return this.#post<T>(method, path, JSON.stringify(value))
  }

  #post<T>(method: Asked['method'], path: string, data: string) {
    const body = { type: 'application/json', data }
    return this.#read<T>({ method, path: root + path, body })
  }

  async #read<T>(asked: Asked): Promise<T> {
    const { text } = await this.#answer(asked)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  async #answer(asked: Asked) {
    const answered = await this.twin.ask(asked)
    if (answered.status < 400) return answered
    throw new RefusedError(answered.status, errorIn(answered.text))
  }
}

function errorIn(text: string) {
  try {
    return (JSON.parse(text) as { error?: string }).error
  } catch {
    return undefined
  }
}

function at(account: string) {
  return `/accounts/${enc(account)}`
}

/** Text as a part of a path. */
export function enc(text: string): string {
  return encodeURIComponent(text)
}

function queryOf(query: Query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = given.map(([name, value]) => `${name}=${enc(String(value))}`).join('&')
  return text && `?${text}`
}
