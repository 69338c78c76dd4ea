import { to } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import type { ContactFields, NoContactFields } from '../contact-fields.ts'
import type { Schema } from '../contract.ts'
import { each } from '../each.ts'
import type { ExportedContact } from '../files/contact-rows.ts'
import type { CsvRow } from '../files/csv-rows.ts'
import type { DataExplorerExportCreation, ExportCreation } from '../files/export-creation.ts'
import type { WaitOptions } from '../files/wait.ts'
import { loaded } from '../loaded.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * An export, and how far it is.
 *
 * @interface
 */
export type Export = Schema<'Export'>

/** Exports of contacts, activities and reports: the way to read in bulk. */
export class Exports<Fields extends ContactFields = NoContactFields> {
  readonly #transport: Transport
  readonly #fields: Fields | undefined

  /** @internal */
  constructor(transport: Transport, fields: Fields | undefined) {
    this.#transport = transport
    this.#fields = fields
  }

  /**
   * Queues an export, at most 5 at once; wait for its end with `waitFor`. Repeated by itself only
   * where the first try surely had no effect.
   *
   * @throws {ApiError} code `E0301` when 5 exports are queued
   * @throws {UnprocessableEntityError} when a property is not valid
   * @see https://api-docs.connectif.cloud/connectif-api/reference/exports/create-export
   * @example
   * ```ts
   * const { id } = await connectif.exports.create({ exportType: 'contacts' })
   * await connectif.exports.waitFor(id)
   * for await (const { _externalId, _points } of connectif.exports.contacts(id)) {
   *   console.log(_externalId, _points)
   * }
   * ```
   */
  create(creation: ExportCreation, options?: CallOptions): ApiPromise<Export> {
    const { delimiter = ',', dateFormat = 'ISO' } = creation
    const body = { ...creation, delimiter, dateFormat }
    return this.#transport.call('POST', to('/exports/'), { ...options, body })
  }

  /**
   * Queues an export of a Data Explorer report, as `create` does others. The days are those of the
   * account's time zone.
   *
   * @throws {ApiError} code `E0301` when 5 exports are queued
   * @throws {UnprocessableEntityError} when a property is not valid
   * @see https://api-docs.connectif.cloud/connectif-api/reference/exports/create-data-explorer-export
   */
  createDataExplorer(
    creation: DataExplorerExportCreation,
    options?: CallOptions,
  ): ApiPromise<Export> {
    const { delimiter = ',' } = creation
    const body = { ...creation, delimiter }
    return this.#transport.call('POST', to('/exports/type/data-explorer'), { ...options, body })
  }

  /**
   * The export with this Connectif id, and how far it is; once it is finished, `fileUrl` is a fresh
   * link, good for 100 minutes.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/resources/export
   */
  get(id: string, options?: CallOptions): ApiPromise<Export> {
    return this.#transport.call('GET', to('/exports/{id}', id), options)
  }

  /**
   * All exports, page by page; the options hold for each page. Nothing is sent before the first one
   * is asked for. The order is assumed: the newest first.
   *
   * @throws {ConnectifError} when the pages lead in a circle, or away from the API
   * @see https://api-docs.connectif.cloud/connectif-api/resources/exportlist
   */
  list(options?: CallOptions): AsyncIterable<Export> {
    return each(({ pages }) => pages<Export>(this.#transport, '/exports/', options))
  }

  /**
   * Deletes the export with this Connectif id, and its file. Where it had not ended, there is room
   * for another one. Safe to repeat: an unknown one is no error. All of this is assumed.
   *
   * @throws {AddressError} when the id cannot be sent
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/exports/{id}', id), options)
  }

  /**
   * The export with this Connectif id once it has ended, however: look at `status`, which is
   * `finished`, `error` or `cancelled`.
   *
   * @throws {TimeoutError} when it has not ended in time; it goes on
   * @throws {NotFoundError} when there is none
   */
  async waitFor(id: string, options: WaitOptions<Export> = {}): Promise<Export> {
    return (await loaded()).waitFor(this.#transport, this, id, '/exports/{id}', options)
  }

  /**
   * The ZIP of a finished export, downloaded as it is read, without the API key. A dead link is got
   * afresh once. `timeout` holds until it begins to arrive, and then for each piece of it.
   *
   * @throws {ConnectifError} when the export has not finished, or its link is not https
   * @throws {ConnectionError} when the download breaks off
   * @throws {NotFoundError} when there is no such export
   * @see https://api-docs.connectif.cloud/connectif-api/resources/export
   * @example
   * ```ts
   * await writeFile('contacts.zip', await connectif.exports.download(id))
   * ```
   */
  async download(id: string, options?: CallOptions): Promise<ReadableStream<Uint8Array>> {
    return (await loaded()).exportZip(this.#transport, this, id, options)
  }

  /**
   * The CSV file of a finished export, downloaded and unpacked as it is read, as `download` does.
   * It begins with a byte order mark.
   *
   * @throws {ConnectifError} when the export has not finished, or its ZIP cannot be read
   * @throws {ConnectionError} when the download breaks off
   */
  async csv(id: string, options?: CallOptions): Promise<ReadableStream<Uint8Array>> {
    return (await loaded()).exportCsv(this.#transport, this, id, options)
  }

  /**
   * The rows of a finished export by the names of its columns, all values as text. Downloaded,
   * unpacked and parsed as they are read, in constant memory; to stop, leave the loop.
   *
   * @throws {ConnectifError} when the export has not finished, or its file cannot be read
   * @throws {ConnectionError} when the download breaks off
   */
  rows(id: string, options?: CallOptions): AsyncIterable<CsvRow> {
    return each(({ exportRows }) => exportRows(this.#transport, this, id, options))
  }

  /**
   * The contacts of a finished export, as `rows` gives them, but with numbers, booleans and lists
   * of options by the type of the field, also of custom fields declared to the client. A field
   * without a value is left out; columns that are no known field are there as text. That the
   * columns are the ids of the fields is assumed.
   *
   * @throws {ConnectifError} when the export has not finished, is none of contacts, or its file
   *   cannot be read
   * @throws {ConnectionError} when the download breaks off
   */
  contacts(id: string, options?: CallOptions): AsyncIterable<ExportedContact<Fields>> {
    return each(({ exportContacts }) =>
      exportContacts(this.#transport, this, id, options, this.#fields),
    )
  }
}
