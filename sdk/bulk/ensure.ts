import type { Answered } from '../api-promise.ts'
import { violationsIn } from '../error-parts.ts'
import { ApiError, ConnectifError, PurchaseConflictError } from '../errors.ts'
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
import type { Plan } from './run.ts'
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
  for (let retry = 0; ; retry += 1) {
    try {
      const creation = purchases.create(purchase, { ...inTime(), triggerPurchaseEvent })
      return createdBy(purchase, await creation.withResponse())
    } catch (error) {
      const isTaken = mayBeTaken(error)
      if (!isTaken && !mayBeDone(error)) throw error
      const found = await find(purchases, purchase.purchaseId, inTime())
      if (found) {
        mustBeTheSame(purchase, found.data)
        const isOurs =
          (!isTaken || retry > 0) && isFrom(found.data.createdAt, since(found, begunAt))
        return { purchase: found.data, outcome: isOurs ? 'created' : 'existed' }
      }
      if (isTaken || retry >= maxRetries) throw error
      await transport.backOff(retry + 1, error, options.signal)
    }
  }
}

/**
 * Ensures a purchase that may have been sent before, by a process that was killed: looks for it
 * first.
 *
 * @param begunAt - when that may have been, at the earliest
 */
async function ensureAgain(
  purchases: Purchases,
  purchase: PurchaseCreation,
  begunAt: number,
  options: PurchaseCreationOptions,
): Promise<EnsuredPurchase> {
  const { triggerPurchaseEvent: _, ...call } = options
  const { purchaseId } = Object(purchase) as PurchaseCreation
  const found = purchaseId ? await find(purchases, purchaseId, call) : undefined
  if (!found) return purchases.ensure(purchase, options)
  mustBeTheSame(purchase, found.data)
  const isOurs = isFrom(found.data.createdAt, since(found, begunAt))
  return { purchase: found.data, outcome: isOurs ? 'created' : 'existed' }
}

/**
 * How purchases are created one by one.
 *
 * @param begunAt - when the items may have been sent first, where that was not now
 */
export function ensures(
  purchases: Purchases,
  triggerPurchaseEvent: boolean | undefined,
  begunAt?: number,
): Plan<PurchaseCreation, 'created' | 'existed', Purchase> {
  return {
    operation: 'purchases.ensureMany',
    outcomes: ['created', 'existed'],
    keysOf: (purchase) => [String(Object(purchase).purchaseId)],
    async carryOut(purchase, call, isAgain) {
      const options = { ...call, triggerPurchaseEvent }
      const since = isAgain ? Date.now() : begunAt
      const { outcome, purchase: data } =
        since === undefined
          ? await purchases.ensure(purchase, options)
          : await ensureAgain(purchases, purchase, since, options)
      return { outcome, data }
    },
  }
}

/** Begins to create purchases. */
export function ensureMany(
  purchases: Purchases,
  source: BulkSource<PurchaseCreation>,
  { triggerPurchaseEvent, ...options }: PurchaseBulkOptions,
): Promise<BegunRun<PurchaseCreation, 'created' | 'existed', Purchase>> {
  return begin(source, options, ensures(purchases, triggerPurchaseEvent))
}

/** Options of the next call, which has the time that is left for all. */
function timed(options: CallOptions, totalTimeout: number | undefined): () => CallOptions {
  if (totalTimeout === undefined) return () => options
  const deadline = Date.now() + totalTimeout
  return () => ({ ...options, totalTimeout: Math.max(1, deadline - Date.now()) })
}

/** Whether the API may say that the purchase id is taken; where its answer was cut, who knows. */
function mayBeTaken(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  if (error.status !== 422) return error.status === 409
  const violations = violationsIn(error.body)
  return violations.length === 0 || violations.some(({ path }) => path === 'purchaseId')
}

async function find(purchases: Purchases, purchaseId: string, options: CallOptions) {
  try {
    return await purchases.getByPurchaseId(purchaseId, options).withResponse()
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}

/** What was answered now, for a call that was first tried at a moment. */
function since({ response }: Answered<Purchase>, begunAt: number) {
  return { response, elapsedMs: Date.now() - begunAt }
}

/** What came of a creation that succeeded; an account may answer so for one that it has. */
function createdBy(purchase: PurchaseCreation, answered: Answered<Purchase>): EnsuredPurchase {
  if (!isFrom(answered.data.createdAt, answered)) mustBeTheSame(purchase, answered.data)
  return { purchase: answered.data, outcome: 'created' }
}

function mustBeTheSame(purchase: PurchaseCreation, stored: Purchase): void {
  const others = differences(purchase, stored)
  if (others.length === 0) return
  const paths = others.map(({ path }) => path).join(', ')
  const message = `purchase ${stored.purchaseId} is there with other content: ${paths}`
  throw new PurchaseConflictError(message, stored, others)
}
