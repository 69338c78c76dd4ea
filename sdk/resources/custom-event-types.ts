import { to } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import type { Schema } from '../contract.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * A type of custom events, as the API gives it.
 *
 * @interface
 */
export type CustomEventType = Schema<'CustomEventType'>

/**
 * A type of custom events to create.
 *
 * @interface
 */
export type CustomEventTypeCreate = Schema<'CustomEventTypeCreate'>

/** Types of custom events, addressed by Connectif id. */
export class CustomEventTypes {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * All types of custom events, in the order of their creation.
   *
   * @see https://api-docs.connectif.cloud/connectif-api/reference/custom-event-types/create-custom-event-type
   */
  list(options?: CallOptions): ApiPromise<CustomEventType[]> {
    return this.#transport.call('GET', to('/custom-event-types/'), options)
  }

  /**
   * The type with this Connectif id.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/custom-event-types/create-custom-event-type
   */
  get(id: string, options?: CallOptions): ApiPromise<CustomEventType> {
    return this.#transport.call('GET', to('/custom-event-types/{id}', id), options)
  }

  /**
   * Creates a type of custom events. Its primary key is a field of type email. Repeated by itself
   * only where the first try surely had no effect.
   *
   * @throws {UnprocessableEntityError} when a field is not valid, the primary key is no email
   *   field, or the alias is taken
   * @see https://api-docs.connectif.cloud/connectif-api/reference/custom-event-types/create-custom-event-type
   * @example
   * ```ts
   * const { id } = await connectif.customEventTypes.create({
   *   alias: 'store-visit',
   *   name: 'Store visit',
   *   primaryKey: 'email',
   *   fields: [
   *     { id: 'email', name: 'Email', type: 'email' },
   *     { id: 'store', name: 'Store', type: 'text', required: true },
   *   ],
   * })
   * ```
   */
  create(type: CustomEventTypeCreate, options?: CallOptions): ApiPromise<CustomEventType> {
    return this.#transport.call('POST', to('/custom-event-types/'), { ...options, body: type })
  }

  /**
   * Deletes the type with this Connectif id; its alias is free again. Safe to repeat.
   *
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/custom-event-types/create-custom-event-type
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/custom-event-types/{id}', id), options)
  }
}
