import type { Schema } from '../contract.ts'
import { TimeoutError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'
import { mustBeWhole } from '../whole-numbers.ts'

/** How to wait for an import or an export. */
export interface WaitOptions<Job> {
  /**
   * Hears of each state that is seen, the last one too. A promise that it gives is waited for; what
   * it throws ends the wait.
   */
  onProgress?: ((job: Job) => unknown) | undefined
  /** Ends the wait at once; it rejects with the signal's reason. The import or export goes on. */
  signal?: AbortSignal | undefined
  /**
   * Milliseconds that the whole wait may take.
   *
   * @default 1_800_000, half an hour
   */
  timeout?: number | undefined
  /**
   * Milliseconds between two looks.
   *
   * @default 500 at first, twice as many each time, up to 5_000
   */
  interval?: number | undefined
}

const final: readonly string[] = ['finished', 'error', 'cancelled']

/** Where jobs of a kind are looked at. */
export interface Jobs<Job> {
  get(id: string, options: CallOptions): PromiseLike<Job>
}

/** Looks at a job again and again, until it has ended, however. */
export async function waitFor<Job extends { status: Schema<'JobStatus'> }>(
  transport: Transport,
  jobs: Jobs<Job>,
  id: string,
  path: '/imports/{id}' | '/exports/{id}',
  { onProgress, signal, timeout = 1_800_000, interval }: WaitOptions<Job>,
): Promise<Job> {
  const message = 'timeout and interval must be whole numbers of milliseconds'
  mustBeWhole([timeout, interval ?? 1], message, 2 ** 31 - 1)
  const limit = new AbortController()
  const late = new TimeoutError({ method: 'GET', path }, `not ended within ${timeout} ms`)
  const timer = setTimeout(() => limit.abort(late), timeout)
  const either = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal
  try {
    for (let wait = 500; ; wait = Math.min(5000, wait * 2)) {
      const job = await jobs.get(id, { signal: either })
      await onProgress?.(job)
      if (final.includes(job.status)) return job
      await transport.wait(interval ?? wait, either)
    }
  } finally {
    clearTimeout(timer)
  }
}
