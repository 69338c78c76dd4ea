import type { Answered } from '../api-promise.ts'
import {
  ApiError,
  ConnectifError,
  NotFoundError,
  PurchaseConflictError,
  UnprocessableEntityError,
} from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type {
  EnsuredPurchase,
  Purchase,
  PurchaseBulkOptions,
  PurchaseCreation,
  PurchaseCreationOptions,
  Purchases,
} from '../resources/purchases.ts'
import type { Transport } from '../transport.ts'
import { begin } from './begin.ts'
import type { BegunRun } from './bulk-run.ts'
import { differences } from './differences.ts'
import { mayBeDone } from './may-be-done.ts'
import type { BulkSource } from './options.ts'
import { isFrom } from './stamps.ts'

/** Creates a purchase, or finds it; never sends it again without having looked for it. */
export async function ensure(
  transport: Transport,
  purchases: Purchases,
  purchase: PurchaseCreation,
  { triggerPurchaseEvent, ...options }: PurchaseCreationOptions,
): Promise<EnsuredPurchase> {
  if (!Object(purchase).purchaseId) throw new ConnectifError('a purchase needs a purchaseId')
  const { maxRetries = transport.defaults.maxRetries } = options
  const inTime = timed(options, options.totalTimeout ?? transport.defaults.totalTimeout)
  await transport.wait(0, options.signal)
  const begunAt = Date.now()
  for (let retry = 0; ; ) {
    try {
      const creation = purchases.create(purchase, { ...inTime(), triggerPurchaseEvent })
      return ensured(purchase, await creation.withResponse())
    } catch (error) {
      const isTaken = namesPurchaseId(error)
      if (!isTaken && !mayBeDone(error)) throw error
      const found = await find(purchases, purchase.purchaseId, inTime())
      if (found) return ensured(purchase, { ...found, elapsedMs: Date.now() - begunAt })
      retry += 1
      if (isTaken || retry > maxRetries) throw error
      await transport.backOff(retry, error, options.signal)
    }
  }
}

/** Begins to create purchases. */
export function ensureMany(
  transport: Transport,
  purchases: Purchases,
  source: BulkSource<PurchaseCreation>,
  { triggerPurchaseEvent, ...options }: PurchaseBulkOptions,
): Promise<BegunRun<PurchaseCreation, 'created' | 'existed', Purchase>> {
  return begin(source, options, {
    operation: 'purchases.ensureMany',
    outcomes: ['created', 'existed'],
    keysOf: (purchase) => [String(Object(purchase).purchaseId)],
    async carryOut(purchase, call) {
      const { outcome, purchase: data } = await ensure(transport, purchases, purchase, {
        ...call,
        triggerPurchaseEvent,
      })
      return { outcome, data }
    },
  })
}

/** Options of the next call, which has the time that is left for all. */
function timed(options: CallOptions, totalTimeout: number | undefined): () => CallOptions {
  if (totalTimeout === undefined) return () => options
  const deadline = Date.now() + totalTimeout
  return () => ({ ...options, totalTimeout: Math.max(1, deadline - Date.now()) })
}

/** Whether the API says that the purchase id is taken, or is not valid. */
function namesPurchaseId(error: unknown): boolean {
  if (error instanceof ApiError && error.status === 409) return true
  return (
    error instanceof UnprocessableEntityError &&
    error.violations.some(({ path }) => path === 'purchaseId')
  )
}

async function find(purchases: Purchases, purchaseId: string, options: CallOptions) {
  try {
    return await purchases.getByPurchaseId(purchaseId, options).withResponse()
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}

/** What came of it, where the purchase that is there is the one that was sent. */
function ensured(purchase: PurchaseCreation, answered: Answered<Purchase>): EnsuredPurchase {
  const { data, response } = answered
  const isNew = isFrom(data.createdAt, answered)
  const others = isNew ? [] : differences(purchase, data)
  if (others.length > 0) throw new PurchaseConflictError(data, others)
  return { purchase: data, outcome: isNew || response.status === 201 ? 'created' : 'existed' }
}
