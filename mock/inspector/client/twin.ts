import type { JournalEntry } from '../../journal.ts'

/** A call to the control API. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From `/__twin/` on, with the query. */
  readonly path: string
  /** JSON as text, or a file as bytes. */
  readonly body?: { readonly type: string; readonly data: string | Uint8Array<ArrayBuffer> }
}

/** What the control API answered. */
interface Answered {
  readonly status: number
  readonly text: string
}

/** Hears of the calls to the API, and of whether they can be heard of. */
interface Follower {
  call(entry: JournalEntry): void
  live(isLive: boolean): void
}

/** The twin, wherever it runs. */
export interface Twin {
  /** Where clients reach it; undefined where they share its process. */
  readonly origin: string | undefined
  /** Makes a call to the control API. */
  ask(asked: Asked): Promise<Answered>
  /** Hears of every call from now on. Returns the function that ends it. */
  follow(follower: Follower): () => void
  /** The file at a path of the control API. */
  file(path: string): Promise<Blob>
}
