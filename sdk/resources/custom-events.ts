import type { ApiPromise } from '../api-promise.ts'
import type { Schema } from '../contract.ts'
import { type EventTypeAddress, toEventsOf } from '../event-type-address.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/** Values of a custom event, by the ids that its type gives to its fields. */
export type CustomEventFields = Record<string, Schema<'CustomFieldValue'>>

/**
 * What the API tells of a custom event that was created.
 *
 * @interface
 */
export type CustomEventCreated = Schema<'CreateCustomEventResponse'>

/** Options of `customEvents.create`. */
export interface CustomEventCreationOptions extends CallOptions {
  /**
   * Whether a contact is created where none has the email of the event.
   *
   * @default false
   */
  createContact?: boolean | undefined
}

/** Custom events of contacts, by the alias or the Connectif id of their type. */
export class CustomEvents {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Creates a custom event of the contact whose email is in the primary key of the type. An
   * External ID can neither name the contact nor be set. Every call makes another event; repeated
   * by itself only where the first try surely had no effect.
   *
   * @throws {ApiError} code `E0501` when the contact does not exist, unless `createContact`
   * @throws {NotFoundError} when there is no such type
   * @throws {UnprocessableEntityError} when a field is missing, not one of the type, or not valid
   * @throws {PayloadTooLargeError} when the event has more than 50 MB
   * @throws {AddressError} when the address cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/custom-events/create-custom-event-by-alias
   * @example
   * ```ts
   * await connectif.customEvents.create(
   *   { alias: 'store-visit' },
   *   { email: 'ada@example.com', store: 'Gran Via' },
   *   { createContact: true },
   * )
   * ```
   */
  create(
    type: EventTypeAddress,
    fields: CustomEventFields,
    { createContact, ...options }: CustomEventCreationOptions = {},
  ): ApiPromise<CustomEventCreated> {
    const query = { createContact }
    return this.#transport.call('POST', toEventsOf(type), { ...options, query, body: fields })
  }
}
