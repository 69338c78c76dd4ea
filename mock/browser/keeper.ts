import type { Answer, Call } from '../call.ts'
import { nextTask } from '../carriers/next-task.ts'
import type { Mock } from '../mock.ts'
import { differ, type Held, heldBy, savedText } from './held.ts'
import { type Slot, snapshotIn } from './slot.ts'
import type { Trouble } from './trouble.ts'

/** Who is told what. */
interface Listeners {
  readonly onTrouble: (trouble: Trouble) => void
  readonly onShared: (() => void) | undefined
}

/** How many times as long as a save took there is none: calls have the rest of the time. */
const restFactor = 9

/** Saves a twin whenever it has changed, and restores it. */
export class Keeper {
  readonly #mock: Mock
  readonly #slot: Slot
  readonly #listeners: Listeners
  readonly #handle: Mock['handle']
  /** What the twin held when it was last saved or restored. */
  #held: Held
  /** What stood in the slot then. */
  #stored: string | null = null
  /** The calls since then, with the status of their answers. */
  #calls: (readonly [call: Call, status: number])[] = []
  /** Whether something but calls may have changed the twin since then. */
  #wasSteered = false
  #isDue = false
  #notBefore = 0
  #isQuiet = false
  #isFull = false

  constructor(mock: Mock, slot: Slot, listeners: Listeners) {
    this.#mock = mock
    this.#slot = slot
    this.#listeners = listeners
    this.#handle = mock.handle
    // To look into a twin opens an account, which is no change then.
    if (mock.openAccounts().size === 0) mock.openOnly()
    this.#held = heldBy(mock)
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
    this.#mock.life.heard.add(used)
    return () => {
      this.#mock.handle = this.#handle
      this.#mock.life.heard.delete(used)
    }
  }

  /** Saves what the twin holds, unless it is saved. */
  save(): void {
    const started = performance.now()
    this.#isDue = false
    const held = this.#heldNow()
    if (!differ(held, this.#held)) return
    this.#unlessBlocked(() => {
      const stored = this.#slot.read()
      const isOvertaken = this.#slot.isShared && stored !== null && stored !== this.#stored
      if (isOvertaken) this.#saveOnTop(stored, held)
      else this.#write(held)
    })
    const ended = performance.now()
    this.#notBefore = ended + (ended - started) * restFactor
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
    if (this.#isDue && differ(this.#heldNow(), this.#held)) return
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
    const rest = this.#notBefore - performance.now()
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
    if (!this.#isDue) return
    if (this.#slot.isShared && 'locks' in navigator) {
      await navigator.locks.request(this.#slot.key, () => this.save())
    } else this.save()
  }

  #restore(text: string | null): boolean {
    if (text === null) return false
    try {
      this.#quietly(() => this.#mock.restore(snapshotIn(text)))
      this.#isSaved(text, this.#heldNow())
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
   * that is not the same, what it was before is set aside.
   */
  #saveOnTop(stored: string, held: Held) {
    const calls = this.#calls
    const wasSteered = this.#wasSteered
    if (!this.#restore(stored)) return this.#write(held)
    const others = this.#quietly(() =>
      calls.filter(([call, status]) => this.#handle.call(this.#mock, call).status !== status),
    )
    this.#write(this.#heldNow())
    this.#listeners.onShared?.()
    if (others.length === 0 && !wasSteered) return
    const lines = others.map(([{ method, path }]) => `${method} ${path}`)
    const what =
      others.length > 0
        ? 'these calls are answered otherwise now:'
        : 'only calls were repeated on top'
    const words = [`another tab has changed the twin in the same moment; ${what}`, ...lines]
    this.#tell('conflict', words.join(' '))
    this.#slot.setAside(savedText(held))
  }

  #write(held: Held) {
    const text = savedText(held)
    this.#slot.write(text)
    this.#isSaved(text, held)
    this.#isFull = false
  }

  #isSaved(text: string, held: Held) {
    this.#held = held
    this.#stored = text
    this.#calls = []
    this.#wasSteered = false
  }

  #heldNow(): Held {
    return this.#quietly(() => heldBy(this.#mock))
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
