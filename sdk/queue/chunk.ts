import type { Job } from 'bullmq'
import { opened } from '../bulk/begin.ts'
import { calls } from '../bulk/calls.ts'
import type { BulkState } from '../bulk/checkpoint.ts'
import type { BulkFailure } from '../bulk/report.ts'
import { begun, type Run } from '../bulk/run.ts'
import type { Connectif } from '../client.ts'
import { ConnectifError, mayRetry } from '../errors.ts'
import { sourceOf } from '../files/source.ts'
import { type LoadOperation, type LoadPlan, planOf } from './operations.ts'
import type { SharedPace } from './pace.ts'
import type { Chunk, Lanes } from './queue.ts'

/** A job of a load. */
export type ChunkJob = Job<Chunk, unknown, LoadOperation>

/** How far a job is, as it is kept in Redis. */
export interface ChunkRecord {
  /** When a worker began with it first, on that machine's clock. */
  readonly begunAt: number
  /** How often it was tried in vain. */
  readonly failed: number
  readonly state?: BulkState
}

/** An item that failed for good, as it is kept in Redis. */
export interface KeptFailure extends Pick<BulkFailure<unknown>, 'position' | 'item' | 'reason'> {
  readonly operation: LoadOperation
  readonly rule?: string
}

/** What a worker carries jobs out with. */
export interface Tools {
  readonly load: Lanes
  readonly connectif: Connectif
  readonly pace: SharedPace
  readonly concurrency: number
}

/** Puts a job off, since a call failed that may succeed later. */
class PutOff extends Error {
  override readonly name = 'PutOff'
}

/** The items of a job, which go on where another worker left them. */
export class ChunkRun {
  readonly #tools: Tools
  readonly #job: ChunkJob
  readonly #lost: AbortSignal | undefined
  readonly #field: string
  #record: ChunkRecord = { begunAt: Date.now(), failed: 0 }
  #kept = 0

  /** @param lost - aborts when another worker has the job */
  constructor(tools: Tools, lane: number, job: ChunkJob, lost: AbortSignal | undefined) {
    this.#lost = lost
    this.#tools = tools
    this.#job = job
    this.#field = `${lane}:${job.id}`
  }

  /**
   * Carries out what is left of the items. Rejects where it is to be tried again; at the last try,
   * calls that fail are failures of their items.
   */
  async toEnd(signal: AbortSignal): Promise<void> {
    const before = await this.#read()
    if (before) this.#record = before
    else await this.#write({})
    const { connectif, concurrency } = this.#tools
    const { items, settings } = this.#job.data
    const plan = planOf(this.#job.name, connectif, settings, before?.begunAt)
    const paced = { ...plan, carryOut: this.#paced(plan) }
    const checkpoint = {
      load: () => this.#record.state,
      save: (state: BulkState) => this.#save(state, run),
    }
    const onProgress = (progress: object) => void this.#job.updateProgress(progress).catch(() => {})
    const options = { signal, concurrency, checkpoint, onProgress, keepFailures: items.length }
    const run: Run = await opened(items, options, paced)
    await begun(run, calls(run, sourceOf(items), paced)).report()
  }

  /** Counts a try that was in vain; how many there were. */
  async countFailed(): Promise<number> {
    const failed = this.#record.failed + 1
    await this.#write({ failed })
    return failed
  }

  get #isLast(): boolean {
    return this.#record.failed + 1 >= (this.#job.opts.attempts ?? 1)
  }

  #paced(plan: LoadPlan): LoadPlan['carryOut'] {
    return async (item, call) => {
      try {
        return await this.#tools.pace.item(call.signal, () => plan.carryOut(item, call, false))
      } catch (error) {
        // Whatever it was: purchases are looked for before they are sent again.
        if (!mayRetry('GET', error)) throw error
        const message = (error as Error).message
        throw new (this.#isLast ? ConnectifError : PutOff)(message, { cause: error })
      }
    }
  }

  /** Failures are kept before the state that counts them, each in its place. */
  async #save(state: BulkState, run: Run): Promise<void> {
    if (this.#lost?.aborted) return
    const { failures } = run.report
    const fresh = failures.slice(this.#kept)
    if (fresh.length > 0) {
      const entries = fresh.map((one) => [`${this.#field}:${one.position}`, this.#entryOf(one)])
      const { redis, key } = this.#tools.load
      await redis.hset(key('failures'), Object.fromEntries(entries))
      this.#kept += fresh.length
    }
    await this.#write({ state })
  }

  #entryOf({ position, item, reason, rule }: BulkFailure<unknown>): string {
    const place = this.#job.data.places[position] as number
    const operation = this.#job.name
    const kept: KeptFailure = { operation, position: place, item, reason, ...(rule && { rule }) }
    return JSON.stringify(kept)
  }

  async #read(): Promise<ChunkRecord | undefined> {
    const { redis, key } = this.#tools.load
    const text = await redis.hget(key('chunks'), this.#field)
    return text ? JSON.parse(text) : undefined
  }

  async #write(change: Partial<ChunkRecord>): Promise<void> {
    if (this.#lost?.aborted) return
    this.#record = { ...this.#record, ...change }
    const { redis, key } = this.#tools.load
    await redis.hset(key('chunks'), { [this.#field]: JSON.stringify(this.#record) })
  }
}
