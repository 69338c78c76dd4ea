import { type ConnectionOptions, Queue } from 'bullmq'
import { ConnectifError } from '../errors.ts'
import { mustBeWhole } from '../whole-numbers.ts'
import type { ItemSettings, LoadOperation } from './operations.ts'
import { define, type Redis } from './scripts.ts'

/** Where a load is queued. Producers, workers and reports that name the same share it. */
export interface LoadingQueue {
  /** Redis, as BullMQ takes it: options for ioredis, or a client of ioredis, redis or Bun. */
  connection: ConnectionOptions
  /**
   * Name of the load; its queues are `<name>-0`, `<name>-1` and so on.
   *
   * @default 'connectif'
   */
  name?: string | undefined
  /**
   * What all keys in Redis begin with, as BullMQ has it.
   *
   * @default 'bull'
   */
  prefix?: string | undefined
  /**
   * How many jobs are worked on at a time, by all workers together. Jobs of one lane go one after
   * the other. It cannot be changed while there is a load; `clear` it first.
   *
   * @default 4
   */
  lanes?: number | undefined
}

/** A job that must have ended before another begins. */
export interface Predecessor {
  readonly lane: number
  readonly id: string
}

/** What a job holds: some items of one lane, in order. */
export interface Chunk {
  readonly items: readonly unknown[]
  /** Places of the items in their source. */
  readonly places: readonly number[]
  readonly after: readonly Predecessor[]
  readonly settings: ItemSettings
}

/** A queue of BullMQ, whose jobs go one after the other. */
export type Lane = Queue<Chunk, unknown, LoadOperation>

/** The lanes of a load, and what is kept beside them. */
export interface Lanes {
  readonly lanes: readonly Lane[]
  readonly redis: Redis
  /** The key in Redis of something that belongs to the load. */
  key(what: KeptOfLoad): string
  close(): Promise<void>
}

const kept = ['load', 'identities', 'sizes', 'chunks', 'failures'] as const

type KeptOfLoad = (typeof kept)[number]

/** The options of a load, complete. */
export function complete({
  connection,
  name = 'connectif',
  prefix = 'bull',
  lanes = 4,
}: LoadingQueue) {
  if (!/^[^:\s]+$/.test(name)) throw new ConnectifError('the name of a queue has no : and no space')
  mustBeWhole([lanes], 'lanes must be a whole number from 1')
  return { connection, name, prefix, count: lanes }
}

/** Connects to a load. Its first user says how many lanes it has. */
export async function connected(queue: LoadingQueue): Promise<Lanes> {
  const { connection, name, prefix, count } = complete(queue)
  const lanes: Lane[] = Array.from(
    { length: count },
    (_, lane) => new Queue(`${name}-${lane}`, { connection, prefix }),
  )
  // BullMQ connects again by itself, and calls that fail reject; without a listener it prints.
  for (const lane of lanes) lane.on('error', () => {})
  const close = async () => {
    await Promise.all(lanes.map((lane) => lane.close()))
  }
  const key = (what: KeptOfLoad) => `${prefix}:${name}:${what}`
  try {
    const redis = await reached(lanes[0] as Lane)
    define(redis)
    const agreed = Number(await redis.runCommand('connectifLanes', [key('load'), count]))
    if (agreed !== count) throw new ConnectifError(`this load has ${agreed} lanes, not ${count}`)
    await Promise.all(lanes.map((lane) => lane.setGlobalConcurrency(1)))
    return { lanes, redis, key, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The client of a lane, once it is connected; where that fails, it would try for ever. */
function reached(lane: Lane): Promise<Redis> {
  return new Promise((resolve, reject) => {
    lane.once('error', (cause) => {
      reject(new ConnectifError(`Redis cannot be reached: ${cause.message}`, { cause }))
    })
    lane.getBackend().client.then(resolve, reject)
  })
}

/**
 * Forgets a load: its jobs, whether done or not, and its report. Stop its workers first.
 *
 * @throws {ConnectifError} when Redis cannot be reached, or the load has another number of lanes
 */
export async function clear(queue: LoadingQueue): Promise<void> {
  const { lanes, redis, key, close } = await connected(queue)
  try {
    for (const lane of lanes) await lane.obliterate({ force: true })
    await redis.del(...kept.map(key))
  } finally {
    await close()
  }
}
