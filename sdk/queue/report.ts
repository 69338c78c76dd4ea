import type { ChunkRecord, KeptFailure } from './chunk.ts'
import type { LoadOperation } from './operations.ts'
import { connected, type Lanes, type LoadingQueue } from './queue.ts'

/** An item that failed for good, or whose job did. */
export interface QueueFailure {
  /** What was to be done with it. */
  readonly operation: LoadOperation
  /** Place of the item in its source, from 0. */
  readonly position: number
  /** The item as the source gave it, through JSON. */
  readonly item: unknown
  /** Always this. */
  readonly outcome: 'failed'
  /** What is wrong, in words. */
  readonly reason: string
  /** Id of the rule that refused, such as `external-id-unique`; only the twin tells it. */
  readonly rule?: string
}

/** What came of the items of a load so far, of all sources together. */
export interface QueueReport {
  /** Items that were queued. */
  readonly items: number
  /** Items that ended, however. */
  readonly done: number
  /** Contacts and purchases that were created. */
  readonly created: number
  /** Contacts that were changed. */
  readonly updated: number
  /** Contacts that were so already. */
  readonly unchanged: number
  /** Contacts that were deleted. */
  readonly deleted: number
  /** Purchases that were there already. */
  readonly existed: number
  /** Items that failed for good, or whose job ran out of attempts. */
  readonly failed: number
  /** The first items that failed, in no order; at most `keepFailures`. */
  readonly failures: readonly QueueFailure[]
  /** Jobs that wait, or are worked on; none when all is over. */
  readonly jobsLeft: number
}

/** How much a report tells. */
export interface QueueReportOptions {
  /**
   * How many failures it lists, each with its item. The others are only counted.
   *
   * @default 1_000
   */
  keepFailures?: number | undefined
}

/**
 * What came of a load so far; it is kept until `clear`. Numbers are right at any moment, also after
 * workers were killed, but for items that were in flight then: one that was `created` may count as
 * `unchanged`.
 *
 * @throws {ConnectifError} when Redis cannot be reached, or the load has another number of lanes
 * @example
 * ```ts
 * const { jobsLeft, created, failures } = await report(queue)
 * ```
 */
export async function report(
  queue: LoadingQueue,
  { keepFailures = 1000 }: QueueReportOptions = {},
): Promise<QueueReport> {
  const load = await connected(queue)
  try {
    // Asked first: what ends from now on is in the counts too.
    const left = await jobsLeft(load)
    const chunks = await load.redis.hgetall(load.key('chunks'))
    const failures = [...(await refused(load)), ...(await givenUp(load, chunks))]
    const counts = sums(Object.values(chunks).map((text) => recordIn(text)?.state?.counts ?? {}))
    const sizes = Object.values(await load.redis.hgetall(load.key('sizes')))
    const ended = { created: 0, updated: 0, unchanged: 0, deleted: 0, existed: 0, ...counts }
    const well = Object.entries(ended).filter(([outcome]) => outcome !== 'failed')
    return {
      ...ended,
      items: sizes.reduce((sum, size) => sum + Number(size), 0),
      done: well.reduce((sum, [, count]) => sum + count, failures.length),
      failed: failures.length,
      failures: failures.slice(0, keepFailures),
      jobsLeft: left,
    }
  } finally {
    await load.close()
  }
}

/** Items whose calls failed for good. */
async function refused({ redis, key }: Lanes): Promise<QueueFailure[]> {
  const kept = Object.values(await redis.hgetall(key('failures')))
  return kept.map((text) => ({ ...(JSON.parse(text) as KeptFailure), outcome: 'failed' as const }))
}

/** Items that are not done, of jobs that are given up. */
async function givenUp({ lanes }: Lanes, chunks: Record<string, string>): Promise<QueueFailure[]> {
  const failures: QueueFailure[] = []
  for (const [at, lane] of lanes.entries()) {
    for (const { id, name, data, failedReason } of await lane.getFailed()) {
      const { position = 0, done = [] } = recordIn(chunks[`${at}:${id}`])?.state ?? {}
      for (const [place, item] of data.items.entries()) {
        if (place < position || done.includes(place)) continue
        const inSource = data.places[place] as number
        failures.push({
          operation: name,
          position: inSource,
          item,
          outcome: 'failed',
          reason: failedReason,
        })
      }
    }
  }
  return failures
}

async function jobsLeft({ lanes }: Lanes): Promise<number> {
  const counts = await Promise.all(
    lanes.map((lane) => lane.getJobCounts('waiting', 'active', 'delayed', 'prioritized')),
  )
  return Object.values(sums(counts)).reduce((sum, count) => sum + count, 0)
}

function sums(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count
  }
  return total
}

function recordIn(text: string | undefined): ChunkRecord | undefined {
  return text === undefined ? undefined : JSON.parse(text)
}
