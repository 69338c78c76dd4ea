import { to } from '../address.ts'
import { ApiPromise } from '../api-promise.ts'
import type { ContactFields, NoContactFields } from '../contact-fields.ts'
import type { Schema } from '../contract.ts'
import { each } from '../each.ts'
import type { ImportCreation } from '../files/import-file.ts'
import type { WaitOptions } from '../files/wait.ts'
import { loaded } from '../loaded.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * An import, and how far it is.
 *
 * @interface
 */
export type Import = Schema<'Import'>

/**
 * A value that a record was not imported for, as the report has it: all as text. The columns are
 * assumed, since those of the vendor are not known: any can be missing, and others can be there.
 */
export interface ImportProblem {
  /** The line of the file at which the record begins, from 1. */
  readonly line?: string
  /** Name of the column; empty where it is about the record as a whole. */
  readonly column?: string
  /** The value as it stands in the file. */
  readonly value?: string
  /** Id of the rule that refused, in the twin. */
  readonly rule?: string
  /** What is wrong. */
  readonly reason?: string
  /** Any other column. */
  readonly [column: string]: string | undefined
}

/** Imports of CSV files: contacts, products and coupons in bulk. */
export class Imports<Fields extends ContactFields = NoContactFields> {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Sends a file of at most 50 MB and queues it, at most 10 at once. Gives the import, with the
   * number of its records in `total`; wait for its end with `waitFor`.
   *
   * Repeated by itself after a 429 and where nothing was sent, unless the file is a stream, an
   * iterable or rows of which more than a first piece was taken (of rows, some 250). A try may take
   * 10 minutes unless `timeout` is given. That the API takes a form whose length it is not told,
   * which those are, is assumed.
   *
   * @throws {ApiError} code `E0401` when 10 imports are queued
   * @throws {PayloadTooLargeError} when the file has more than 50 MB
   * @throws {UnprocessableEntityError} when an option or the file is not valid; nothing is queued
   * @throws {ConnectifError} when the file cannot be read, or a row not be written as CSV
   * @see https://api-docs.connectif.cloud/connectif-api/reference/imports/create-import
   * @example
   * ```ts
   * const { id } = await connectif.imports.create({
   *   type: 'contacts',
   *   file: {
   *     rows: [
   *       { _externalId: 'POS-000123', _name: 'Ada' },
   *       { _externalId: 'POS-000124', _name: 'Bob' },
   *     ],
   *   },
   * })
   * const { success, errors } = await connectif.imports.waitFor(id)
   * ```
   */
  create(creation: ImportCreation<Fields>, options: CallOptions = {}): ApiPromise<Import> {
    return new ApiPromise(
      loaded().then(({ createImport }) => createImport(this.#transport, creation, options)),
    )
  }

  /**
   * The import with this Connectif id, and how far it is.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/resources/import
   */
  get(id: string, options?: CallOptions): ApiPromise<Import> {
    return this.#transport.call('GET', to('/imports/{id}', id), options)
  }

  /**
   * All imports, page by page; the options hold for each page. Nothing is sent before the first one
   * is asked for. The order is assumed: the newest first.
   *
   * @throws {ConnectifError} when the pages lead in a circle, or away from the API
   * @see https://api-docs.connectif.cloud/connectif-api/resources/importlist
   * @example
   * ```ts
   * for await (const { id, status } of connectif.imports.list()) console.log(id, status)
   * ```
   */
  list(options?: CallOptions): AsyncIterable<Import> {
    return each(({ pages }) => pages<Import>(this.#transport, '/imports/', options))
  }

  /**
   * Cancels the import with this Connectif id: records that were not read yet are never written,
   * those that were stay. Safe to repeat: an import that has ended stays as it is, and an unknown
   * one is no error. All of this is assumed.
   *
   * @throws {AddressError} when the id cannot be sent
   */
  cancel(id: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/imports/{id}', id), options)
  }

  /**
   * The import with this Connectif id once it has ended, however: look at `status`, which is
   * `finished`, `error` or `cancelled`, and at `errors`, the number of records refused.
   *
   * @throws {TimeoutError} when it has not ended in time; it goes on
   * @throws {NotFoundError} when there is none
   * @example
   * ```ts
   * const done = await connectif.imports.waitFor(id, {
   *   onProgress: ({ success, errors, total }) => console.log(`${success + errors} of ${total}`),
   * })
   * if (done.status !== 'finished') throw new Error(`the import ended as ${done.status}`)
   * ```
   */
  async waitFor(id: string, options: WaitOptions<Import> = {}): Promise<Import> {
    return (await loaded()).waitFor(this.#transport, this, id, '/imports/{id}', options)
  }

  /**
   * What the records of the import break, row by row; nothing where there is no report. The report
   * is downloaded while it is read, without the API key. Its columns are assumed.
   *
   * @throws {ConnectifError} when the import has not ended
   * @throws {ConnectionError} when the download breaks off
   * @throws {NotFoundError} when there is no such import
   * @example
   * ```ts
   * for await (const { line, column, reason } of connectif.imports.errorReport(id)) {
   *   console.log(`line ${line}: ${column} ${reason}`)
   * }
   * ```
   */
  errorReport(id: string, options?: CallOptions): AsyncIterable<ImportProblem> {
    return each(({ errorReport }) => errorReport(this.#transport, this, id, options))
  }
}
