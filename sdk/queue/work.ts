import { RateLimitError, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq'
import { Connectif } from '../client.ts'
import { ConnectifError } from '../errors.ts'
import { type ConnectifOptions, settingsFrom } from '../options.ts'
import { mustBeWhole } from '../whole-numbers.ts'
import { type ChunkJob, ChunkRun, type Tools } from './chunk.ts'
import type { LoadOperation } from './operations.ts'
import { passed, SharedPace } from './pace.ts'
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
 * @throws {ConnectifError} when an option is not valid, Redis cannot be reached, the load has
 *   another number of lanes, or the connection is a client of ioredis without
 *   `maxRetriesPerRequest: null`
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
  mustBeWhole(
    [concurrency, backOff, lockDuration],
    'concurrency, backOff and lockDuration must be whole numbers from 1',
  )
  mustWait(connection)
  const load = await connected(queue)
  const pace = new SharedPace(load.redis, prefix, settings)
  const connectif = new Connectif({ ...client, fetch: (request) => pace.fetch(request) })
  const closing = new AbortController()
  const shift = { load, connectif, pace, concurrency, backOff, closing: closing.signal }
  const workers: LaneWorker[] = []
  const close = async () => {
    closing.abort()
    await Promise.all(workers.map((worker) => worker.close()))
    await load.close()
  }
  try {
    for (const at of load.lanes.keys()) {
      workers.push(workerOn(at, shift, { connection, prefix, lockDuration }, onError))
    }
  } catch (cause) {
    await close()
    throw new ConnectifError(`no worker can be made: ${(cause as Error).message}`, { cause })
  }
  return { close }
}

/** BullMQ refuses such a client only after it has connected once more, and leaves that open. */
function mustWait(connection: object): void {
  const { options } = connection as { options?: { maxRetriesPerRequest?: unknown } }
  if (!options?.maxRetriesPerRequest) return
  throw new ConnectifError('a worker needs a client of ioredis with maxRetriesPerRequest: null')
}

type LaneWorker = Worker<Chunk, unknown, LoadOperation>

/** What all lanes of a worker have in common. */
interface Shift extends Tools {
  readonly backOff: number
  /** Aborts when the worker is closed. */
  readonly closing: AbortSignal
}

function workerOn(
  at: number,
  shift: Shift,
  options: Pick<WorkerOptions, 'connection' | 'prefix' | 'lockDuration'>,
  onError: WorkOptions['onError'],
): LaneWorker {
  const worker: LaneWorker = new Worker(
    (shift.load.lanes[at] as Lane).name,
    (job, _, lost) =>
      carriedOut(shift, at, job, lost).catch((error) => keptInPlace(error, shift, lost)),
    {
      ...options,
      limiter,
      stalledInterval: options.lockDuration as number,
      maxStalledCount: 10,
    },
  )
  worker.on('error', (error) => onError?.(error))
  // Another worker has such a job by now.
  worker.on('lockRenewalFailed', (ids) => {
    for (const id of ids) worker.cancelJob(id)
  })
  return worker
}

async function carriedOut(
  shift: Shift,
  at: number,
  job: ChunkJob,
  lost: AbortSignal | undefined,
): Promise<void> {
  const { load, closing, backOff } = shift
  const lane = load.lanes[at] as Lane
  for (const { lane: other, id } of job.data.after) {
    const state = await (load.lanes[other] as Lane).getJobState(id)
    if (!/^(completed|failed|unknown)$/.test(state)) await putBack(lane, look)
  }
  const chunk = new ChunkRun(shift, at, job, lost)
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

/** Nor does an error that is none of a call, such as one of Redis, cost a job its place. */
async function keptInPlace(
  error: unknown,
  { closing }: Shift,
  lost: AbortSignal | undefined,
): Promise<never> {
  if (error instanceof UnrecoverableError || lost?.aborted) throw error
  if (!(error instanceof RateLimitError)) await passed(look, closing).catch(() => {})
  throw new RateLimitError()
}
