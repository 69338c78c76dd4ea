import type { PauseNotice, RetryNotice } from '../../sdk/index.ts'

/** Waits that are shorter than this are not told, in milliseconds. */
const unnoticed = 1_000

/** What calls are waiting for, as it is shown beside how far they are. */
export class Waits {
  #until = 0
  #why = ''

  /** Hears of pauses of all calls. */
  readonly onPause = ({ waitMs }: PauseNotice): void => this.#wait(waitMs, 'for quota')

  /** Hears of calls that are tried again. */
  readonly onRetry = ({ waitMs, reason, status }: RetryNotice): void => {
    if (reason !== 'pause' && status !== 429) this.#wait(waitMs, `after ${status ?? reason}`)
  }

  /** Such as `waits 12 s for quota`; empty where nothing is waited for. */
  get note(): string {
    const seconds = Math.ceil((this.#until - Date.now()) / 1000)
    return seconds > 0 ? `waits ${seconds} s ${this.#why}` : ''
  }

  #wait(ms: number, why: string) {
    const until = Date.now() + ms
    if (ms < unnoticed || until < this.#until) return
    this.#until = until
    this.#why = why
  }
}
