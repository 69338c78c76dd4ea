import { RateLimitError, UnrecoverableError, Worker } from 'bullmq'
import { Connectif } from '../client.ts'
import { ConnectifError } from '../errors.ts'
import { type ConnectifOptions, settingsFrom } from '../options.ts'
import { type ChunkJob, ChunkRun, type Tools } from './chunk.ts'
import type { LoadOperation } from './operations.ts'
import { SharedPace } from './pace.ts'
import { type Chunk, complete, connected, type Lane, type LoadingQueue } from './queue.ts'

/** How a worker works. */
export interface WorkOptions {
  /**
   * How many items of a job may be on their way at a time.
   *
   * @default 10
   */
  concurrency?: number | undefined
  /**
   * Milliseconds before a job is tried again, doubled for each try after it, up to a minute. Its
   * lane waits too, so that items keep their order.
   *
   * @default 1_000
   */
  backOff?: number | undefined
  /**
   * Milliseconds after which a job whose worker is not heard of goes to another one.
   *
   * @default 30_000
   */
  lockDuration?: number | undefined
  /**
   * Hears of a lost connection to Redis, after which it connects again by itself.
   *
   * @default nothing is told
   */
  onError?: ((error: Error) => void) | undefined
}

/** A worker that is running. */
export interface LoadingWorker {
  /** Ends it: calls in flight are ended, and its jobs go back to the front of the queue. */
  close(): Promise<void>
}

/** More jobs a second than ever are: BullMQ heeds a pause only of a queue that has a limit. */
const limiter = { max: 1_000_000, duration: 1000 }

/** Milliseconds until a job that waits for one of another lane looks again. */
const look = 250

/**
 * Works on the jobs of a load, in this process, until it is closed; start it on as many machines as
 * you like. They share the quota of the API key: together they make no more calls than the answers
 * say are left. A job whose worker was killed goes on in another one; only its items in flight are
 * sent again, purchases after a look-up.
 *
 * It makes the client itself, since all its calls pass the shared pace.
 *
 * @param client - as for `new Connectif`
 * @throws {ConnectifError} when an option is not valid, Redis cannot be reached, or the load has
 *   another number of lanes
 * @example
 * ```ts
 * const worker = await work(queue, { apiKey: process.env.CONNECTIF_API_KEY })
 * process.once('SIGTERM', () => worker.close())
 * ```
 */
export async function work(
  queue: LoadingQueue,
  client: ConnectifOptions,
  options: WorkOptions = {},
): Promise<LoadingWorker> {
  const { connection, prefix } = complete(queue)
  const settings = settingsFrom(client)
  const { concurrency = 10, backOff = 1000, lockDuration = 30_000, onError } = options
  for (const count of [concurrency, backOff, lockDuration]) {
    if (Number.isInteger(count) && count > 0) continue
    throw new ConnectifError('concurrency, backOff and lockDuration must be whole numbers from 1')
  }
  const load = await connected(queue)
  const pace = new SharedPace(load.redis, prefix, settings)
  const connectif = new Connectif({ ...client, fetch: (request) => pace.fetch(request) })
  const closing = new AbortController()
  const tools = { load, connectif, pace, concurrency }
  const workers = load.lanes.map((lane, at) => {
    const worker = new Worker<Chunk, unknown, LoadOperation>(
      lane.name,
      (job, _, lost) => carriedOut(tools, at, job, closing.signal, lost, backOff),
      {
        connection,
        prefix,
        limiter,
        lockDuration,
        stalledInterval: lockDuration,
        maxStalledCount: 10,
      },
    )
    worker.on('error', (error) => onError?.(error))
    // Another worker has such a job by now.
    worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids) worker.cancelJob(id)
    })
    return worker
  })
  return {
    async close() {
      closing.abort()
      await Promise.all(workers.map((worker) => worker.close()))
      await load.close()
    },
  }
}

async function carriedOut(
  tools: Tools,
  at: number,
  job: ChunkJob,
  closing: AbortSignal,
  lost: AbortSignal | undefined,
  backOff: number,
): Promise<void> {
  const { lanes } = tools.load
  const lane = lanes[at] as Lane
  for (const { lane: other, id } of job.data.after) {
    const state = await (lanes[other] as Lane).getJobState(id)
    if (!/^(completed|failed|unknown)$/.test(state)) await putBack(lane, look)
  }
  const chunk = new ChunkRun(tools, at, job, lost)
  try {
    await chunk.toEnd(lost ? AbortSignal.any([closing, lost]) : closing)
  } catch (error) {
    if (closing.aborted) await putBack(lane, 1)
    if (lost?.aborted) throw error
    const failed = await chunk.countFailed()
    if (failed >= (job.opts.attempts ?? 1)) throw new UnrecoverableError((error as Error).message)
    await putBack(lane, Math.min(60_000, backOff * 2 ** (failed - 1)))
  }
}

/**
 * Puts the job back to the front of its lane, which then waits. A retry of BullMQ's own would put
 * it behind the jobs after it.
 */
async function putBack(lane: Lane, ms: number): Promise<never> {
  await lane.rateLimit(ms)
  throw new RateLimitError()
}
