import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { writeWhole } from '../../sdk/bulk/file-store.ts'
import type { BulkState, Checkpoint } from '../../sdk/index.ts'
import { Mistake } from './mistake.ts'
import { textOf } from './text-file.ts'

/** What a checkpoint belongs to: another file, key or account begins anew. */
export interface Loading {
  readonly file: string
  readonly key: string
  /** The account that is loaded; not its secret. */
  readonly account: string
  /** How many rows there are. */
  readonly total: number
}

interface Saved extends Loading {
  /** SHA-256 of the file. */
  readonly sum: string
  readonly state: BulkState
}

/** How far the loading of a file is, in a file beside it. */
export class FileCheckpoint implements Checkpoint {
  readonly path: string
  /** What was there at the start; undefined where nothing was begun. */
  readonly saved: Saved | undefined
  /** How many rows are done. */
  done = 0
  #loading: Loading | undefined
  #sum = ''

  /** Looks for what was begun. */
  constructor(file: string) {
    this.path = `${file}.connectif-checkpoint`
    this.saved = savedIn(this.path)
    if (this.saved) this.done = doneIn(this.saved.state)
  }

  /**
   * Begins, or goes on with, the loading of a file.
   *
   * @throws {Mistake} when another one was begun
   */
  async for(loading: Loading): Promise<void> {
    this.#loading = loading
    this.#sum = await sumOf(loading.file)
    if (!this.saved) return

    const { key, account, sum } = this.saved
    const other =
      (sum !== this.#sum && 'the file has changed') ||
      (key !== loading.key && `it was begun with --key ${key}`) ||
      (account !== loading.account && 'it was begun with another key or base URL')
    if (!other) return
    throw new Mistake(
      `${this.path} says that a loading was begun, but ${other}; remove it to begin anew`,
    )
  }

  load(): BulkState | undefined {
    return this.saved?.state
  }

  async save(state: BulkState): Promise<void> {
    await writeWhole(this.path, JSON.stringify({ ...this.#loading, sum: this.#sum, state }))
    this.done = doneIn(state)
  }

  /** Takes the file away: all is done. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true })
  }
}

function doneIn({ position, done }: BulkState) {
  return position + done.length
}

function savedIn(path: string): Saved | undefined {
  if (!existsSync(path)) return undefined
  const text = textOf(path)
  try {
    const saved: Saved = JSON.parse(text)
    if (saved.state.version === 1) return saved
  } catch {}
  throw new Mistake(`${path} is no checkpoint of this version; remove it to begin anew`)
}

async function sumOf(file: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
