import type { ApiPromise } from '../api-promise.ts'
import { ApiError } from '../errors.ts'
import { createImport } from '../files/create-import.ts'
import { errorReport } from '../files/error-report.ts'
import { pages } from '../files/pages.ts'
import { waitFor } from '../files/wait.ts'
import type { CallOptions } from '../options.ts'
import type { Import, ImportProblem } from '../resources/imports.ts'
import type { Transport } from '../transport.ts'
import { mayBeDone } from './may-be-done.ts'

/** An import of 20 000 records may queue behind nine others. */
const longestWait = 86_400_000

/** How often it is looked whether one of the 10 places in the queue is free, in milliseconds. */
const queueInterval = 10_000

/** Imports of parts of a source. */
export class PartImports {
  readonly #transport: Transport
  readonly #options: CallOptions
  /** Imports that are not the one that was just sent. */
  #others: Set<string> | undefined

  constructor(transport: Transport, options: CallOptions) {
    this.#transport = transport
    this.#options = options
  }

  /**
   * Sends a file. Where the reply to that is lost, it looks whether the import is there before it
   * sends the file again; and it waits while the queue is full.
   */
  async create(file: string, records: number): Promise<Import> {
    const { signal } = this.#options
    const most = this.#options.maxRetries ?? this.#transport.defaults.maxRetries
    this.#others ??= await this.#known()
    for (let retry = 0; ; ) {
      try {
        return this.#sent(await this.#create(file))
      } catch (error) {
        const isFull = error instanceof ApiError && error.code === 'E0401'
        if (!isFull) {
          retry += 1
          if (!mayBeDone(error)) throw error
          const found = await this.#find(records)
          if (found) return this.#sent(found)
          if (retry > most) throw error
        }
        if (isFull) await this.#transport.wait(queueInterval, signal)
        else await this.#transport.backOff(retry, error, signal)
      }
    }
  }

  /** The import once it has ended. */
  waitFor(id: string): Promise<Import> {
    const { signal } = this.#options
    const options = { signal, timeout: longestWait }
    return waitFor(this.#transport, this, id, '/imports/{id}', options)
  }

  /** What its records break, many rows at a time. */
  errorReport(id: string): AsyncIterable<ImportProblem[]> {
    return errorReport(this.#transport, this, id, this.#options)
  }

  async #create(file: string): Promise<Import> {
    const { data } = await createImport(
      this.#transport,
      { type: 'contacts', file },
      // A try of a file has ten minutes, whatever one of a call has.
      { ...this.#options, timeout: undefined, totalTimeout: undefined },
    )
    return data
  }

  /** The import, by a call with the options of the run. */
  get(id: string, more: CallOptions): ApiPromise<Import> {
    const target = () => ({ path: '/imports/{id}' as const, id })
    return this.#transport.call('GET', target, { ...this.#options, ...more })
  }

  #sent(one: Import): Import {
    this.#others?.add(one.id)
    return one
  }

  async #known(): Promise<Set<string>> {
    const ids = new Set<string>()
    for await (const page of this.#pages()) for (const { id } of page) ids.add(id)
    return ids
  }

  async #find(records: number): Promise<Import | undefined> {
    for await (const page of this.#pages()) {
      const found = page.find(
        ({ id, type, origin, total }) =>
          type === 'contacts' && origin === 'api' && total === records && !this.#others?.has(id),
      )
      if (found) return found
    }
    return undefined
  }

  #pages() {
    return pages<Import>(this.#transport, '/imports/', { ...this.#options })
  }
}
