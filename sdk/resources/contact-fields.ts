import { to } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import type { ContactField } from '../contact-fields.ts'
import type { Schema } from '../contract.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * A custom field of contacts, as the account has it.
 *
 * @interface
 */
export type AccountContactField = Schema<'ContactField'>

/** A custom field of contacts to create, with the limits of its type. */
export type ContactFieldCreate = Schema<'ContactFieldCreate'> & ContactField

/** Custom fields of contacts, addressed by their id: the key that they have in a contact. */
export class AccountContactFields {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * All custom fields of the account, in the order of their creation; not the ones that every
   * account has.
   *
   * @see https://support.connectif.ai/hc/en-us/articles/360015491240
   */
  list(options?: CallOptions): ApiPromise<AccountContactField[]> {
    return this.#transport.call('GET', to('/contact-fields/'), options)
  }

  /**
   * The custom field with this id.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://support.connectif.ai/hc/en-us/articles/360015491240
   */
  get(id: string, options?: CallOptions): ApiPromise<AccountContactField> {
    return this.#transport.call('GET', to('/contact-fields/{id}', id), options)
  }

  /**
   * Creates a custom field: from then on contacts can have a value of it. Repeated by itself only
   * where the first try surely had no effect. `contactFieldList` turns a
   * declaration into what it takes.
   *
   * @throws {UnprocessableEntityError} when the field is not valid, or its id is taken
   * @see https://api-docs.connectif.cloud/connectif-api/reference/contact-fields/create-contact-field
   * @example
   * ```ts
   * await connectif.contactFields.create({
   *   id: 'shoeSize',
   *   name: 'Shoe size',
   *   type: 'integer',
   *   minValue: 15,
   * })
   * ```
   */
  create(field: ContactFieldCreate, options?: CallOptions): ApiPromise<AccountContactField> {
    return this.#transport.call('POST', to('/contact-fields/'), { ...options, body: field })
  }

  /**
   * Deletes the custom field with this id, and with it its values. Safe to repeat.
   *
   * @throws {AddressError} when the id cannot be sent
   * @see https://support.connectif.ai/hc/en-us/articles/360015491240
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/contact-fields/{id}', id), options)
  }
}
