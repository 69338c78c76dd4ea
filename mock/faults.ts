import { checkedFault } from './fault-options.ts'
import type { OperationKey } from './generated/routes.ts'

/** What goes wrong with a call. */
export type FaultKind =
  /** Answered with `status` in the vendor's shape; nothing is done. */
  | { kind: 'status'; status: number; headers?: Readonly<Record<string, string>> }
  /** Done, but answered only after `ms` milliseconds. */
  | { kind: 'delay'; ms: number }
  /** Never answered; nothing is done. */
  | { kind: 'timeout' }
  /** The connection is dropped before anything is done. */
  | { kind: 'reset' }
  /** Done, then the connection is dropped before the answer. */
  | { kind: 'lost-reply' }
  /** Done, and answered, but the connection is dropped in the middle of the body. */
  | { kind: 'truncate' }
  /** Delivered twice, as by a proxy that repeats; the second answer comes back. */
  | { kind: 'duplicate' }
  /** Done, and answered, but the body takes `ms` milliseconds to arrive. */
  | { kind: 'slow-body'; ms: number }

/** Which calls a fault meets. */
export interface FaultMatch {
  /** Operations, as in the reference: `'POST /purchases/'`. @default every operation */
  on?: OperationKey | readonly OperationKey[]
  /** A value in the path, decoded: an email, an External ID, an id. @default every address */
  address?: string
  /** The first matching call that is met, counted from 1. @default 1 */
  nth?: number
  /** How many calls are met; Infinity for all. @default 1 */
  times?: number
}

/** A fault to inject: which calls, and what goes wrong with them. */
export type FaultOptions = FaultMatch & FaultKind

/** A fault that is in place. */
export interface Fault {
  /** For `remove`. */
  readonly id: number
  /** As it was added. */
  readonly options: FaultOptions
  /** How many calls it has met. */
  readonly hits: number
}

interface Armed extends Fault {
  seen: number
  hits: number
}

/** The faults of a twin. The first one in place that meets a call decides. */
export class Faults {
  #faults: Armed[] = []
  #lastId = 0

  /**
   * Puts a fault in place.
   *
   * @throws {Error} when something of it makes no sense; the message names it
   * @example `mock.faults.add({ on: 'POST /purchases/', kind: 'lost-reply' })`
   */
  add(options: FaultOptions): Fault {
    this.#lastId += 1
    const fault = { id: this.#lastId, options: checkedFault(options), hits: 0, seen: 0 }
    this.#faults.push(fault)
    return shown(fault)
  }

  /** The faults in place, in the order in which they were added. */
  list(): readonly Fault[] {
    return this.#faults.map(shown)
  }

  /** Takes a fault away. */
  remove(id: number): void {
    this.#faults = this.#faults.filter((fault) => fault.id !== id)
  }

  /** Takes all faults away. */
  clear(): void {
    this.#faults = []
  }

  /** @internal The fault that this call meets, if any; counts it. */
  meet(operation: OperationKey, address: readonly string[]): FaultOptions | undefined {
    if (this.#faults.length === 0) return undefined
    let met: FaultOptions | undefined
    for (const fault of this.#faults) {
      if (!matches(fault.options, operation, address)) continue
      fault.seen += 1
      if (met || !isDue(fault)) continue
      fault.hits += 1
      met = fault.options
    }
    return met
  }
}

/** A copy: whoever changes it changes no fault. */
function shown({ id, options, hits }: Armed): Fault {
  return { id, options: structuredClone(options), hits }
}

function matches({ on, address }: FaultMatch, key: OperationKey, addresses: readonly string[]) {
  return (
    (on === undefined || on === key || (typeof on !== 'string' && on.includes(key))) &&
    (address === undefined || addresses.includes(address))
  )
}

function isDue({ options: { nth = 1, times = 1 }, seen, hits }: Armed) {
  return seen >= nth && hits < times
}
