import { ConnectifError } from '../errors.ts'
import type { BulkState, Checkpoint } from './checkpoint.ts'

/** What is beside the places in a state. */
type Rest = Pick<BulkState, 'strategy' | 'part'>

/**
 * Which items are done, by their place in the source: all before a low-water mark, and some after
 * it. Only those after it are kept one by one, and those that the next run sends again.
 */
export class Ledger {
  readonly #operation: string
  readonly #checkpoint: Checkpoint | undefined
  readonly #done = new Set<number>()
  readonly #again = new Set<number>()
  readonly counts: Record<string, number> = {}
  #low = 0
  #saving: Promise<void> | undefined
  #next: Promise<void> | undefined
  /** What else is saved. */
  rest: Rest = {}

  private constructor(operation: string, checkpoint: Checkpoint | undefined) {
    this.#operation = operation
    this.#checkpoint = checkpoint
  }

  /** The ledger of a run that begins, or goes on from its checkpoint. */
  static async open(operation: string, checkpoint: Checkpoint | undefined): Promise<Ledger> {
    const ledger = new Ledger(operation, checkpoint)
    const state = await checkpoint?.load()
    if (!state) return ledger
    if (state.version !== 1 || state.operation !== operation) {
      throw new ConnectifError(`the checkpoint is not one of ${operation}`)
    }
    const { position, done, again = [], counts, strategy, part } = state
    ledger.#low = position
    for (const place of done) ledger.#done.add(place)
    for (const place of again) ledger.#again.add(place)
    Object.assign(ledger.counts, counts)
    ledger.rest = { ...(strategy && { strategy }), ...(part && { part }) }
    return ledger
  }

  /** All items before this place are done. */
  get low(): number {
    return this.#low
  }

  /** How many items are done. */
  get size(): number {
    return this.#low + this.#done.size
  }

  /** Whether there will be a next run, as far as is known. */
  get isKept(): boolean {
    return this.#checkpoint !== undefined
  }

  /** How many items the next run sends again. */
  get left(): number {
    return this.#again.size
  }

  /** Whether nothing is to be done with an item any more. */
  has(place: number): boolean {
    return (place < this.#low || this.#done.has(place)) && !this.#again.has(place)
  }

  /** Whether an item failed in an earlier run, only for now. */
  isAgain(place: number): boolean {
    return this.#again.has(place)
  }

  /**
   * Notes that an item has ended.
   *
   * @param isForNow - whether the next run sends it again
   */
  add(place: number, outcome: string, isForNow = false): void {
    if (this.#again.delete(place)) this.#count('failed', -1)
    this.#count(outcome, 1)
    if (isForNow) this.#again.add(place)
    if (place >= this.#low) this.#done.add(place)
    while (this.#done.delete(this.#low)) this.#low += 1
  }

  #count(outcome: string, more: number): void {
    this.counts[outcome] = (this.counts[outcome] ?? 0) + more
  }

  /**
   * Resolves when all that was noted so far is saved; undefined where nothing is to be saved. One
   * save at a time, each with all that was noted during the one before.
   */
  commit(): Promise<void> | undefined {
    if (!this.#checkpoint) return undefined
    if (!this.#saving) {
      this.#saving = this.#save(this.#checkpoint)
      return this.#saving
    }
    const checkpoint = this.#checkpoint
    this.#next ??= this.#saving.then(() => {
      this.#next = undefined
      this.#saving = this.#save(checkpoint)
      return this.#saving
    })
    return this.#next
  }

  async #save(checkpoint: Checkpoint): Promise<void> {
    await checkpoint.save({
      version: 1,
      operation: this.#operation,
      position: this.#low,
      done: [...this.#done],
      ...(this.#again.size > 0 && { again: [...this.#again] }),
      counts: { ...this.counts },
      ...this.rest,
    })
    if (!this.#next) this.#saving = undefined
  }
}
