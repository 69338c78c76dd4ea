import { AddressError, ApiError } from 'connectif-sdk'
import type { Placed } from './csv.ts'
import { inOrder } from './in-order.ts'

/** What became of a record. */
export type Outcome = Success | Refusal

/** A record that is in Connectif now. */
export interface Success {
  place: number
  result: 'created' | 'updated'
}

/** A record that is not, and why. */
export interface Refusal {
  place: number
  result: 'refused'
  /** Rule of the twin; where there is none, error code, status, or what this loader calls it. */
  rule: string
  reason: string
}

/** A record that this loader refuses itself, before it asks the API. */
export class Refused extends Error {
  readonly rule: string

  constructor(rule: string, reason: string) {
    super(reason)
    this.rule = rule
  }
}

const atATime = 8

/** Sends every record. Those that share a key are sent in the order of the file. */
export function outcomes<Value>(
  records: AsyncIterator<Placed<Value>>,
  keysOf: (value: Value) => string[],
  send: (value: Value) => Promise<Success['result']>,
): Promise<Outcome[]> {
  const order = { limit: atATime, keysOf: ({ value }: Placed<Value>) => keysOf(value) }
  return inOrder(records, order, async ({ place, value }): Promise<Outcome> => {
    try {
      return { place, result: await send(value) }
    } catch (error) {
      return { place, result: 'refused', ...refusal(error) }
    }
  })
}

/** What is wrong with the record; any other error is not about it, and ends the run. */
function refusal(error: unknown): { rule: string; reason: string } {
  if (error instanceof Refused) return { rule: error.rule, reason: error.message }
  if (error instanceof AddressError) return { rule: 'address', reason: error.message }
  if (error instanceof ApiError && [400, 413, 422].includes(error.status)) {
    return { rule: error.rule ?? error.code ?? `${error.status}`, reason: error.message }
  }
  throw error
}
