import type { BulkSource } from '../bulk/options.ts'
import { type Source, sourceOf } from '../files/source.ts'
import { mustBeWhole } from '../whole-numbers.ts'
import { hashOf } from './hash.ts'
import {
  type ItemSettings,
  identitiesOf,
  type Loadable,
  type LoadOperation,
  storable,
} from './operations.ts'
import { connected, type Lane, type Lanes, type LoadingQueue, type Predecessor } from './queue.ts'

/** How a source is cut into jobs. */
export interface ProduceOptions extends ItemSettings {
  /**
   * Which identifier finds the contact of an item that has both, as for `contacts.upsertMany`.
   *
   * @default 'externalId'
   */
  key?: ItemSettings['key']
  /**
   * Whether workflows that start with a purchase start with these.
   *
   * @default true
   */
  triggerPurchaseEvent?: boolean | undefined
  /**
   * How many items a job has at most.
   *
   * @default 100
   */
  itemsPerJob?: number | undefined
  /**
   * How often a job is tried until it fails: where calls still fail after the retries of the
   * client, or the key is refused.
   *
   * @default 10
   */
  attempts?: number | undefined
  /** Ends it: what is queued stays so, and it rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** What was queued. */
export interface Produced {
  /** Items. */
  readonly items: number
  /** Jobs that they went in. */
  readonly jobs: number
}

/** Items that go in one job of a lane, so far. */
interface Batch {
  items: unknown[]
  places: number[]
  after: Map<number, Predecessor>
}

/**
 * Queues items of a source for workers, in jobs of some items each, in constant memory here; Redis
 * holds all that are not done. Items of one contact keep their order, those of later sources too,
 * and so do a purchase and its contact; all else may go in any order. Resolves once all are queued.
 *
 * A source that was queued in part is queued again from its start: that is safe, since contacts are
 * written again and purchases found.
 *
 * @param operation - what is done with the items
 * @throws {ConnectifError} when an option is not valid, Redis cannot be reached, or the load has
 *   another number of lanes
 * @example
 * ```ts
 * const queue = { connection: { host: '127.0.0.1' } }
 * await produce(queue, 'contacts.upsertMany', customers)
 * await produce(queue, 'purchases.ensureMany', tickets)
 * ```
 */
export async function produce<Operation extends LoadOperation>(
  queue: LoadingQueue,
  operation: Operation,
  source: BulkSource<Loadable[Operation]>,
  options: ProduceOptions = {},
): Promise<Produced> {
  const { itemsPerJob = 1, attempts = 1 } = options
  mustBeWhole([itemsPerJob, attempts], 'itemsPerJob and attempts must be whole numbers from 1')
  const lanes = await connected(queue)
  const items = sourceOf<unknown>(source)
  try {
    return await new Producer(lanes, operation, options).queued(items)
  } finally {
    items.stop()
    await lanes.close()
  }
}

class Producer {
  readonly #lanes: Lanes
  readonly #operation: LoadOperation
  readonly #options: ProduceOptions
  readonly #itemsPerJob: number
  readonly #batches: Batch[]
  #items = 0
  #jobs = 0

  constructor(lanes: Lanes, operation: LoadOperation, options: ProduceOptions) {
    this.#lanes = lanes
    this.#operation = operation
    this.#options = options
    this.#itemsPerJob = options.itemsPerJob ?? 100
    this.#batches = lanes.lanes.map(anEmptyBatch)
  }

  async queued(source: Source<unknown>): Promise<Produced> {
    for (;;) {
      const items = await this.#some(source)
      if (items.length === 0) break
      const assigned = await this.#assigned(items)
      for (const [at, item] of items.entries()) await this.#put(item, assigned[at] ?? [])
    }
    for (const lane of this.#batches.keys()) await this.#flush(lane)
    return { items: this.#items, jobs: this.#jobs }
  }

  async #some(source: Source<unknown>): Promise<unknown[]> {
    const items: unknown[] = []
    while (items.length < 100) {
      this.#options.signal?.throwIfAborted()
      const { done, value } = await source.next()
      if (done) break
      items.push(storable(value))
    }
    return items
  }

  /** For each item its lane, and then others that have items of the same contact. */
  async #assigned(items: readonly unknown[]): Promise<number[][]> {
    const { redis, key, lanes } = this.#lanes
    const asked = items.map((item) => {
      const identities = identitiesOf(this.#operation, item)
      return { identities, lane: String(hashOf(identities[0] ?? '') % lanes.length) }
    })
    const answer = await redis.runCommand('connectifAssign', [
      key('identities'),
      JSON.stringify(asked),
    ])
    return (JSON.parse(answer) as string[][]).map((numbers) => numbers.map(Number))
  }

  async #put(item: unknown, [lane = 0, ...others]: readonly number[]): Promise<void> {
    const batch = this.#batches[lane] as Batch
    for (const other of others) {
      await this.#flush(other)
      const id = await this.#lanes.redis.hget(this.#lanes.key('load'), `last${other}`)
      if (id) batch.after.set(other, { lane: other, id })
    }
    batch.items.push(item)
    batch.places.push(this.#items)
    this.#items += 1
    if (batch.items.length >= this.#itemsPerJob) await this.#flush(lane)
  }

  async #flush(lane: number): Promise<void> {
    const { items, places, after } = this.#batches[lane] as Batch
    if (items.length === 0) return
    this.#batches[lane] = anEmptyBatch()
    const { key, triggerPurchaseEvent, attempts = 10 } = this.#options
    const { redis, lanes, key: keyOf } = this.#lanes
    const data = {
      items,
      places,
      after: [...after.values()],
      settings: { key, triggerPurchaseEvent },
    }
    const id = crypto.randomUUID()
    const options = { jobId: id, attempts, removeOnComplete: true }
    await (lanes[lane] as Lane).add(this.#operation, data, options)
    await redis.hset(keyOf('load'), { [`last${lane}`]: id })
    await redis.hset(keyOf('sizes'), { [`${lane}:${id}`]: items.length })
    this.#jobs += 1
  }
}

function anEmptyBatch(): Batch {
  return { items: [], places: [], after: new Map() }
}
