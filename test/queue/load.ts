import { afterAll, beforeAll, beforeEach, onTestFinished, vi } from 'vitest'
import type { ConnectifOptions } from '../../sdk/index.ts'
import { clear, type LoadingQueue, report, type WorkOptions, work } from '../../sdk/queue/index.ts'
import { aRedis } from './redis.ts'

/** Long enough for any machine: what is waited for comes. */
const timeout = 100_000

interface Sends {
  fetch(request: Request): Promise<Response>
}

/** A Redis for the tests of a file, and an empty load in it for each of them. */
export function aLoad(lanes?: number) {
  let redis: Awaited<ReturnType<typeof aRedis>>
  let queue: LoadingQueue
  beforeAll(async () => {
    redis = await aRedis()
    queue = { connection: { path: redis.path }, lanes }
  })
  beforeEach(() => clear(queue))
  afterAll(() => redis.stop())

  return {
    get path() {
      return redis.path
    },
    get queue() {
      return queue
    },
    working: (...how: How) => working(queue, ...how),
    ended: () => ended(queue),
    done: (count: number) => done(queue, count),
    /** What came of all, once a worker has done it. */
    async worked(...how: How) {
      await working(queue, ...how)
      return ended(queue)
    },
  }
}

type How = [api: Sends, client?: Partial<ConnectifOptions>, options?: WorkOptions]

/** A worker, until the test is over. */
async function working(queue: LoadingQueue, ...[{ fetch }, client, options]: How) {
  const worker = await work(queue, { apiKey: 'test:secret', fetch, ...client }, options)
  onTestFinished(() => worker.close())
  return worker
}

/** What came of all, once workers have done it. */
function ended(queue: LoadingQueue) {
  const all = async () => {
    const told = await report(queue)
    if (told.jobsLeft > 0) throw new Error(`${told.jobsLeft} jobs are left`)
    return told
  }
  return vi.waitFor(all, { timeout, interval: 200 })
}

/** Resolves once so many items have ended, and that is kept. */
function done(queue: LoadingQueue, count: number) {
  const some = async () => {
    const told = await report(queue)
    if (told.done < count) throw new Error(`${told.done} of ${count} items have ended`)
  }
  return vi.waitFor(some, { timeout, interval: 20 })
}

/** Never answers, until the request is aborted. */
export function silence({ signal }: Request): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
