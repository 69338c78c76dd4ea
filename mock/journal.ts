import type { Answer, Call } from './call.ts'
import type { FaultKind } from './faults.ts'
import type { OperationKey } from './generated/routes.ts'
import { redacted } from './redacted.ts'
import { type Arrival, Traffic } from './traffic.ts'

/** One call, and what became of it. Keys are not in it. */
export interface JournalEntry {
  /** Counts calls from 1. */
  readonly number: number
  /** The moment on the twin's clock, in milliseconds since 1970. */
  readonly at: number
  /** Id of the account; undefined when the key was refused. */
  readonly account: string | undefined
  /** Which key: they are counted from 1 as they are first used. Undefined when it was refused. */
  readonly key: number | undefined
  /** The operation; undefined where there is none at the path. */
  readonly operation: OperationKey | undefined
  /** Upper case, such as `PATCH`. */
  readonly method: string
  /** Path as sent, with the query. */
  readonly path: string
  /** The values in the path, decoded. */
  readonly address: readonly string[]
  /** The content type as sent. */
  readonly contentType: string | undefined
  /** The body as sent; cut after 16 384 characters. */
  readonly requestBody: string | undefined
  /** HTTP status of the answer. */
  readonly status: number
  /** Headers of the answer, their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body of the answer; cut after 16 384 characters. Of a file, only its size. */
  readonly body: string
  /** The rule that refused. */
  readonly rule: string | undefined
  /** The fault that the call met. */
  readonly fault: FaultKind['kind'] | undefined
  /** Whether somebody made it by hand, through the control API: without key, limit and faults. */
  readonly byHand: boolean
  /** How long the twin worked on it, in milliseconds. */
  readonly duration: number
  /**
   * When the twin took it up, in milliseconds on a clock of the machine that goes on while the
   * twin's stands still.
   */
  readonly started: number
  /** How many calls had been taken up when it reached the twin; those from there on overlap it. */
  readonly arrived: number
  /** All answers up to this number had reached their clients when it reached the twin. */
  readonly known: number
  /** Numbers of earlier calls whose answers were held back by faults then. */
  readonly held: readonly number[] | undefined
}

/** Which calls to look for; what is left out does not matter. */
export interface JournalQuery {
  /** The operation, as in the reference. */
  operation?: OperationKey
  /** Upper case, such as `PATCH`. */
  method?: string
  /** HTTP status of the answer. */
  status?: number
  /** The rule that refused. */
  rule?: string
  /** The fault that the call met. */
  fault?: FaultKind['kind']
  /** Whether somebody made it by hand. */
  byHand?: boolean
  /** Id of the account. */
  account?: string
  /** A value in the path, decoded. */
  address?: string
}

const longest = 16_384

/** The last calls of a twin, oldest first. */
export class Journal {
  readonly #capacity: number
  readonly #ring: JournalEntry[] = []
  readonly #listeners = new Set<(entry: JournalEntry) => void>()
  #count = 0
  /** @internal What clients know of their answers. */
  readonly traffic: Traffic = new Traffic(() => this.#count)

  /** @internal */
  constructor(capacity: number) {
    if (!(Number.isInteger(capacity) || capacity === Infinity) || capacity < 0) {
      throw new Error('the capacity of the journal must be a whole number, 0 or more')
    }
    this.#capacity = capacity
  }

  /** How many calls there were, also those that the journal no longer holds. */
  get count(): number {
    return this.#count
  }

  /** The calls that fit a query, oldest first; without a query, all that are held. */
  calls(query: JournalQuery = {}): JournalEntry[] {
    const start = this.#count > this.#capacity ? this.#count % this.#capacity : 0
    const ordered = [...this.#ring.slice(start), ...this.#ring.slice(0, start)]
    return ordered.filter((entry) => fits(entry, query))
  }

  /** Hears of every call from now on. Returns the function that ends it. */
  subscribe(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Forgets all calls. */
  clear(): void {
    this.#ring.length = 0
    this.#count = 0
    this.traffic.clear()
  }

  /** @internal */
  record(call: Call, answer: Answer, more: Known): void {
    const arrival = call.arrival ?? this.traffic.arrival()
    this.#count += 1
    if (this.#capacity === 0 && this.#listeners.size === 0) return
    const entry = entryOf(this.#count, call, answer, more, arrival)
    if (this.#capacity > 0) this.#ring[(this.#count - 1) % this.#capacity] = entry
    for (const listener of this.#listeners) listener(entry)
  }
}

/** What only the engine knows of a call. */
export type Known = Pick<
  JournalEntry,
  'at' | 'account' | 'key' | 'operation' | 'address' | 'fault' | 'byHand' | 'duration' | 'started'
>

function entryOf(
  number: number,
  call: Call,
  answer: Answer,
  more: Known,
  { arrived, known, held }: Arrival,
): JournalEntry {
  return {
    number,
    at: more.at,
    account: more.account,
    key: more.key,
    operation: more.operation,
    address: more.address,
    fault: more.fault,
    byHand: more.byHand,
    duration: more.duration,
    started: more.started,
    arrived,
    known,
    held,
    method: call.method,
    path:
      call.query === ''
        ? call.path
        : `${call.path}?${redacted(call.query, call.headers.authorization)}`,
    contentType: typeOf(call.headers['content-type']),
    requestBody: call.bytes ? textOf(call.bytes) : cut(call.body),
    status: answer.status,
    headers: answer.headers,
    body: answer.file ? nameOf(answer.file) : (cut(answer.body) ?? ''),
    rule: answer.headers['x-connectif-mock-rule'],
  }
}

/** No content type has a colon: what has one could be a key that got into the wrong header. */
function typeOf(header: string | undefined) {
  return header?.includes(':') ? '***' : header
}

function cut(text: string | undefined) {
  return text !== undefined && text.length > longest ? text.slice(0, longest) : text
}

const decoder = new TextDecoder()

/** How a multipart body begins. */
function textOf(bytes: Uint8Array) {
  return decoder.decode(bytes.subarray(0, longest))
}

function nameOf(file: Uint8Array) {
  return `(a file of ${file.length} bytes)`
}

function fits(entry: JournalEntry, { address, ...query }: JournalQuery) {
  return (
    (address === undefined || entry.address.includes(address)) &&
    Object.entries(query).every(([name, value]) => {
      return value === undefined || entry[name as keyof JournalEntry] === value
    })
  )
}
