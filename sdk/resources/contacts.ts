import { type ContactAddress, type EmailAddress, toContact } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import { BulkRun } from '../bulk/bulk-run.ts'
import type { ContactBulkOptions } from '../bulk/contact-options.ts'
import type { BulkOptions, BulkSource } from '../bulk/options.ts'
import type { ContactFields, ContactFieldValues, NoContactFields } from '../contact-fields.ts'
import type { Schema } from '../contract.ts'
import type { ContactImportRow } from '../files/import-file.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * A contact, with the values of the declared custom fields.
 *
 * @interface
 */
export type Contact<Fields extends ContactFields = NoContactFields> = Schema<'Contact'> &
  ContactFieldValues<Fields>

/**
 * Fields to change of a contact that is addressed by email.
 *
 * @interface
 */
export type ContactPatchByEmail = Schema<'ContactPatchByEmail'>

/**
 * Fields to change of a contact that is addressed by External ID.
 *
 * @interface
 */
export type ContactPatchByExternalId = Schema<'ContactPatchByExternalId'>

/** Fields to change of the contact with this kind of address. */
export type ContactPatch<
  Address extends ContactAddress = ContactAddress,
  Fields extends ContactFields = NoContactFields,
> = (Address extends EmailAddress ? ContactPatchByEmail : ContactPatchByExternalId) &
  ContactFieldValues<Fields>

/** Contacts, addressed by email or External ID. */
export class Contacts<Fields extends ContactFields = NoContactFields> {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * The contact with this address. Creates nothing.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the address cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/resources/contact
   * @example
   * ```ts
   * const ada = await connectif.contacts.get({ externalId: 'POS-000123' })
   * ```
   */
  get(address: ContactAddress, options?: CallOptions): ApiPromise<Contact<Fields>> {
    return withFields(this.#transport.call('GET', toContact(address), options))
  }

  /**
   * Updates the contact with this address, or creates it; fields left out keep their value. Gives
   * the whole contact. Safe to repeat.
   *
   * @throws {UnprocessableEntityError} when a field is not valid, or the other identifier belongs
   *   to another contact; nothing is written then
   * @throws {AddressError} when the address cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/contacts/patch-contact-by-email
   * @see https://api-docs.connectif.cloud/connectif-api/resources/contactpatchbyexternalid
   * @example
   * ```ts
   * await connectif.contacts.upsert({ email: 'ada@example.com' }, { _externalId: 'POS-000123' })
   * ```
   */
  upsert<Address extends ContactAddress>(
    address: Address,
    patch: ContactPatch<Address, Fields>,
    options?: CallOptions,
  ): ApiPromise<Contact<Fields>> {
    const init = { ...options, body: patch }
    return withFields(this.#transport.call('PATCH', toContact(address), init))
  }

  /**
   * Deletes the contact with this address for good, with its activity; its purchases stay. Safe to
   * repeat: a contact that is not there is no error, as far as is known.
   *
   * @throws {AddressError} when the address cannot be sent
   * @see https://support.connectif.ai/hc/en-us/articles/22355022141980-External-ID
   */
  delete(address: ContactAddress, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', toContact(address), options)
  }

  /**
   * Updates or creates many contacts. An item is found by its External ID, or else by its email;
   * fields that are left out, empty or `null` keep their value. A refused item fails by itself, and
   * the run goes on. Two items with an email or an External ID in common keep their order.
   *
   * What was created, updated or left unchanged is told from the dates in the answers (assumed).
   *
   * @see https://support.connectif.ai/hc/en-us/articles/6085352612508
   * @example
   * ```ts
   * const { created, updated, failures } = await connectif.contacts.upsertMany([
   *   { _externalId: 'POS-000123', _email: 'ada@example.com', _points: 7 },
   *   { _email: 'bob@example.com', _name: 'Bob' },
   * ])
   * ```
   */
  upsertMany(
    source: BulkSource<ContactImportRow<Fields>>,
    options: ContactBulkOptions = {},
  ): BulkRun<
    ContactImportRow<Fields>,
    'created' | 'updated' | 'unchanged' | 'imported',
    Contact<Fields>
  > {
    return new BulkRun((onUse) => onUse.upsertMany(this.#transport, this as never, source, options))
  }

  /**
   * Deletes many contacts for good, as `delete` does. A refused address fails by itself, and the
   * run goes on.
   */
  deleteMany(
    source: BulkSource<ContactAddress>,
    options: BulkOptions = {},
  ): BulkRun<ContactAddress, 'deleted' | 'unchanged', undefined> {
    return new BulkRun((onUse) => onUse.deleteMany(this as never, source, options))
  }
}

/** Seam: the contract knows no custom fields; the ones that the caller declared are added here. */
function withFields<Fields extends ContactFields>(call: ApiPromise<Schema<'Contact'>>) {
  return call as ApiPromise<Contact<Fields>>
}
