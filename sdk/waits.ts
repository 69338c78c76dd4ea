import type { Call } from './call.ts'
import { type ApiError, mayRetry, TimeoutError } from './errors.ts'
import type { Settings } from './options.ts'
import { Pause } from './pause.ts'
import { type RetryNotice, waitBefore, whyRetry } from './retry.ts'

/** When calls of one client may be sent, and sent again. */
export class Waits {
  readonly #settings: Settings
  readonly #pause: Pause

  constructor(settings: Settings) {
    const { maxRetryWait, logger, onPause } = settings
    this.#settings = settings
    this.#pause = new Pause(maxRetryWait, (notice) => {
      logger?.info(`all calls wait ${notice.waitMs} ms: ${notice.reason}`)
      onPause?.(notice)
    })
  }

  /** Waits as calls do: not less than a 429 asks for, and not beyond the signal. */
  over(ms: number, signal: AbortSignal | undefined): Promise<unknown> {
    return this.#pause.over(ms, signal)
  }

  /** Waits until a try may be sent; a retry that was let in, only where it has closed since. */
  async toSend(call: Call): Promise<void> {
    if (call.tries > 0 && !(call.isIn && this.#pause.closedFor())) return
    this.leave(call)
    await this.#wait(0, call, { reason: 'pause' })
  }

  /** Whether a call that failed is sent again, once that is so. */
  async toRetry(error: unknown, call: Call): Promise<boolean> {
    // One that timed out may not have ended yet.
    this.leave(call)
    const waitMs = waitBefore(call.tries, error, this.#settings.maxRetryWait)
    const isLate = Date.now() + waitMs >= call.deadline
    if (isLate || call.upload?.spent || !mayRetry(call.method, error)) return false
    await this.#wait(waitMs, call, whyRetry(error))
    return true
  }

  /** Holds back all calls after a 429. */
  refused(call: Call, error: ApiError): void {
    // What a file's host asks for is not for the API's calls.
    if (error.status === 429 && !call.isFile)
      this.#pause.extend(waitBefore(call.tries, error, this.#settings.maxRetryWait))
  }

  /** A try is over; its answer, if any, tells how many calls are left. */
  leave(call: Call, headers?: Headers): void {
    if (call.isIn) this.#pause.leave(this.#settings.pacing ? headers : undefined)
    call.isIn = false
  }

  async #wait(ms: number, call: Call, why: Pick<RetryNotice, 'reason' | 'status'>): Promise<void> {
    const { method, path } = call
    const { logger, onRetry } = this.#settings
    const tell = (waitMs: number) => {
      if (Date.now() + waitMs >= call.deadline) throw outOfTime(call, true)
      logger?.warn(`${method} ${path} waits ${waitMs} ms: ${why.status ?? why.reason}`)
      onRetry?.({ method, path, attempt: call.tries, waitMs, ...why })
    }
    call.isIn = await this.#pause.over(ms, call.signal, tell, call.isFile ? 0 : call.deadline)
    if (Date.now() < call.deadline) return
    // Where it has ended, nobody else would.
    this.leave(call)
    throw outOfTime(call)
  }
}

/** The error of a call that did not end in its time, or will not. */
export function outOfTime(call: Call, isLate = Date.now() >= call.deadline): TimeoutError {
  return new TimeoutError(
    call,
    `no whole answer within ${isLate ? call.totalTimeout : call.timeout} ms`,
  )
}
