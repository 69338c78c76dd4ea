import type { Ledger } from './ledger.ts'
import type { BulkProgress } from './report.ts'

/** Milliseconds between two notices. */
const interval = 250

/** How fast a run is, told now and then. */
export class Pace {
  readonly #hear: (progress: BulkProgress) => void
  readonly #total: number | undefined
  readonly #before: number
  readonly #startedAt = Date.now()
  #toldAt = 0

  /** @param before - items that were done when the run began */
  constructor(hear: (progress: BulkProgress) => void, total: number | undefined, before: number) {
    this.#hear = hear
    this.#total = total
    this.#before = before
  }

  /** Tells how far it is, unless that was told a moment ago. */
  tell({ size: done, counts }: Ledger, always = false): void {
    const now = Date.now()
    if (!always && now - this.#toldAt < interval) return
    this.#toldAt = now
    const elapsed = Math.max(1, now - this.#startedAt)
    const rate = ((done - this.#before) / elapsed) * 1000
    const total = this.#total
    const left = total === undefined || rate === 0 ? undefined : (total - done) / rate
    this.#hear({
      done,
      failed: counts.failed ?? 0,
      rate,
      ...(total !== undefined && { total }),
      ...(left !== undefined && { timeLeft: Math.max(0, Math.round(left * 1000)) }),
    })
  }
}
