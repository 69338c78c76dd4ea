import type { Answer, Call } from '../call.ts'
import { nextTask } from '../carriers/next-task.ts'
import type { Mock } from '../mock.ts'
import { type Slot, savedText, snapshotIn } from './slot.ts'
import type { Trouble } from './trouble.ts'

/** Who is told what. */
interface Listeners {
  readonly onTrouble: (trouble: Trouble) => void
  readonly onShared: (() => void) | undefined
}

/** What a twin holds, to be compared. */
interface State {
  /** JSON, without the time. */
  readonly text: string
  /** The time where it stands still, else by how much it is ahead of the machine's. */
  readonly time: number
}

/** Saves a twin whenever it has changed, and restores it. */
export class Keeper {
  readonly #mock: Mock
  readonly #slot: Slot
  readonly #listeners: Listeners
  readonly #handle: Mock['handle']
  /** What the twin held when it was last saved or restored. */
  #state: State
  /** What stood in the slot then. */
  #stored: string | null = null
  /** The calls since then, with the status of their answers. */
  #calls: (readonly [call: Call, status: number])[] = []
  /** Whether something but calls may have changed the twin since then. */
  #wasSteered = false
  #isDue = false
  #isQuiet = false
  #isFull = false

  constructor(mock: Mock, slot: Slot, listeners: Listeners) {
    this.#mock = mock
    this.#slot = slot
    this.#listeners = listeners
    this.#handle = mock.handle
    // To look into a twin opens an account, which is no change then.
    if (mock.openAccounts().size === 0) mock.openOnly()
    this.#state = this.#now()
  }

  /** Restores the twin, and listens to it until the function is called that it returns. */
  start(): () => void {
    this.#unlessBlocked(() => this.#restore(this.#slot.read()))
    this.#mock.handle = (call) => this.#handled(call)
    const used = () => {
      if (this.#isQuiet) return
      this.#wasSteered = true
      this.#changed()
    }
    this.#mock.heard.add(used)
    return () => {
      this.#mock.handle = this.#handle
      this.#mock.heard.delete(used)
    }
  }

  /** Saves what the twin holds, unless it is saved. */
  save(): void {
    this.#isDue = false
    if (!this.#hasChanged()) return
    this.#unlessBlocked(() => {
      const stored = this.#slot.read()
      const isOvertaken = this.#slot.isShared && stored !== null && stored !== this.#stored
      const lost = isOvertaken ? this.#rebase(stored) : undefined
      const saved = this.#saved()
      this.#slot.write(saved)
      this.#isSaved(saved)
      this.#isFull = false
      if (lost === undefined) return
      this.#tell('conflict', `another tab has changed the twin in the same moment; ${lost.what}`)
      this.#slot.setAside(lost.text)
    })
  }

  /** Removes what is kept. */
  forget(): void {
    this.#unlessBlocked(() => {
      this.#slot.clear()
      this.#slot.clearAside()
    })
    this.#stored = null
  }

  /** Goes over to what another tab has saved. */
  shared({ key, newValue, storageArea }: StorageEvent): void {
    if (key !== this.#slot.key || newValue === null || storageArea !== this.#slot.storage) return
    // What is not yet saved here comes on top of it.
    if (this.#isDue && this.#hasChanged()) return
    if (this.#restore(newValue)) this.#listeners.onShared?.()
  }

  #handled(call: Call): Answer {
    const answer = this.#quietly(() => this.#handle.call(this.#mock, call))
    if (!['GET', 'HEAD', 'OPTIONS'].includes(call.method)) {
      this.#calls.push([call, answer.status])
      this.#changed()
    }
    return answer
  }

  async #changed() {
    if (this.#isDue) return
    this.#isDue = true
    await nextTask()
    if (this.#slot.isShared && 'locks' in navigator) {
      await navigator.locks.request(this.#slot.key, () => this.save())
    } else this.save()
  }

  #restore(text: string | null): boolean {
    if (text === null) return false
    try {
      this.#quietly(() => this.#mock.restore(snapshotIn(text)))
      this.#isSaved(text)
      return true
    } catch (error) {
      this.#slot.clear()
      this.#slot.setAside(text)
      const what = 'what was kept could not be restored, and is set aside'
      this.#tell('broken', `${what}: ${(error as Error).message}`, error)
      return false
    }
  }

  /**
   * Does what was done since the last save once more, on top of what another tab has saved. Where
   * that is not the same, gives what it was before, and says why.
   */
  #rebase(stored: string): { text: string; what: string } | undefined {
    const calls = this.#calls
    const text = this.#saved()
    const wasSteered = this.#wasSteered
    if (!this.#restore(stored)) return undefined
    const others = this.#quietly(() =>
      calls.filter(([call, status]) => this.#handle.call(this.#mock, call).status !== status),
    )
    this.#listeners.onShared?.()
    const lines = others.map(([{ method, path }]) => `${method} ${path}`)
    if (lines.length > 0) return { text, what: `answered otherwise now: ${lines.join(', ')}` }
    return wasSteered ? { text, what: 'only calls were repeated on top of it' } : undefined
  }

  /** What the twin holds, as it is saved. */
  #saved(): string {
    return savedText(JSON.stringify(this.#quietly(() => this.#mock.snapshot())))
  }

  #isSaved(text: string) {
    this.#state = this.#now()
    this.#stored = text
    this.#calls = []
    this.#wasSteered = false
  }

  #hasChanged() {
    const { text, time } = this.#now()
    return text !== this.#state.text || Math.abs(time - this.#state.time) > 1000
  }

  #now(): State {
    const { now, ...held } = this.#quietly(() => this.#mock.snapshot())
    return { text: JSON.stringify(held), time: held.frozen ? now : now - Date.now() }
  }

  /** Does what is no use of the twin by others. */
  #quietly<Result>(work: () => Result): Result {
    const wasQuiet = this.#isQuiet
    this.#isQuiet = true
    try {
      return work()
    } finally {
      this.#isQuiet = wasQuiet
    }
  }

  /** Storage may be full, or blocked by the browser's settings. */
  #unlessBlocked(work: () => void) {
    try {
      work()
    } catch (error) {
      if (this.#isFull) return
      this.#isFull = true
      const what = 'the twin is not kept beyond this page'
      this.#tell('not-saved', `${what}: ${(error as Error).message}`, error)
    }
  }

  #tell(kind: Trouble['kind'], message: string, error?: unknown) {
    this.#listeners.onTrouble({ kind, message, error })
  }
}
