import type { Snapshot } from '../snapshot.ts'

/** A snapshot of which the browser knows when it was saved. */
interface Saved {
  /** Milliseconds since 1970, on the machine's clock. */
  readonly savedAt: number
  readonly snapshot: Snapshot
}

/** The place of one twin in the storage of a browser. */
export class Slot {
  /** Tells the places of twins apart, among tabs too. */
  readonly key: string
  /** Whether tabs share it. */
  readonly isShared: boolean

  constructor(persist: 'session' | 'local', key: string) {
    this.key = key
    this.isShared = persist === 'local'
  }

  /** Looked up late: where storage is blocked, already to name it throws. */
  get storage(): Storage {
    return this.isShared ? localStorage : sessionStorage
  }

  /** What stands there; null when nothing does. */
  read(): string | null {
    return this.storage.getItem(this.key)
  }

  /** Puts a text there. */
  write(text: string): void {
    this.storage.setItem(this.key, text)
  }

  /** Frees the place. */
  clear(): void {
    this.storage.removeItem(this.key)
  }

  /** Keeps a text where it harms nobody, in place of the one before it. */
  setAside(text: string): void {
    this.storage.setItem(this.#aside, text)
  }

  /** Removes what was set aside. */
  clearAside(): void {
    this.storage.removeItem(this.#aside)
  }

  get #aside() {
    return `${this.key}:set-aside`
  }
}

/**
 * The snapshot that was saved, at the time that it is by now.
 *
 * @throws {Error} when the text was not saved by a twin
 */
export function snapshotIn(text: string): Snapshot {
  const { savedAt, snapshot } = JSON.parse(text) as Saved
  if (!Number.isInteger(savedAt)) throw new Error('it was not saved by a twin')
  if (snapshot.frozen) return snapshot
  return { ...snapshot, now: snapshot.now + Math.max(0, Date.now() - savedAt) }
}
