import { to } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import { BulkRun } from '../bulk/bulk-run.ts'
import type { BulkOptions, BulkSource } from '../bulk/options.ts'
import type { Schema } from '../contract.ts'
import { loaded } from '../loaded.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * A purchase, as the API gives it.
 *
 * @interface
 */
export type Purchase = Schema<'Purchase'>

/**
 * All of a purchase to create but its contact.
 *
 * @interface
 */
export type PurchaseFields = Omit<Schema<'PurchaseCreation'>, 'contactEmail' | 'contactExternalId'>

/** A purchase to create. Names its contact by email, by External ID, or by both. */
export type PurchaseCreation = PurchaseFields &
  (
    | {
        /** Email of the contact. */
        contactEmail: string
        /** External ID of the same contact. */
        contactExternalId?: string
      }
    | {
        /** Email of the same contact. */
        contactEmail?: string
        /** External ID of the contact. */
        contactExternalId: string
      }
  )

/** Options of `purchases.create`. */
export interface PurchaseCreationOptions extends CallOptions {
  /**
   * Whether workflows that start with a purchase start with this one.
   *
   * @default true
   */
  triggerPurchaseEvent?: boolean | undefined
}

/** Options of `purchases.ensureMany`. */
export type PurchaseBulkOptions = BulkOptions &
  Pick<PurchaseCreationOptions, 'triggerPurchaseEvent'>

/** A purchase that is there, and how that came. */
export interface EnsuredPurchase {
  /** The purchase, as the API gives it. */
  purchase: Purchase
  /** `created` by this call, also where the reply to that was lost; else it `existed`. */
  outcome: 'created' | 'existed'
}

/** Purchases, addressed by Connectif id or by the purchase id of the store. */
export class Purchases {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Creates a purchase of an existing contact, with existing products. Repeated by itself only
   * where the first try surely had no effect; after a `ConnectionError` look the purchase up by its
   * purchase id before you repeat it, as `ensure` does.
   *
   * @throws {ApiError} code `E0101` when the contact does not exist, `E0102` when a product does
   *   not, `E0103` when the domain of a product URL is not authorised
   * @throws {UnprocessableEntityError} when a field is not valid, or the purchase id is taken
   * @see https://api-docs.connectif.cloud/connectif-api/reference/purchases/post-purchase
   * @example
   * ```ts
   * await connectif.purchases.create({
   *   purchaseId: 'T-1',
   *   cartId: 'C-1',
   *   contactExternalId: 'POS-000123',
   *   purchaseDate: '2026-01-01T10:00:00Z',
   *   totalPrice: 20,
   *   totalQuantity: 2,
   *   products: [
   *     {
   *       productId: 'SKU-1',
   *       name: 'Socks',
   *       productDetailUrl: 'https://shop.example.com/socks',
   *       quantity: 2,
   *       price: 20,
   *       unitPrice: 10,
   *     },
   *   ],
   * })
   * ```
   */
  create(
    purchase: PurchaseCreation,
    { triggerPurchaseEvent, ...options }: PurchaseCreationOptions = {},
  ): ApiPromise<Purchase> {
    const query = { triggerPurchaseEvent }
    return this.#transport.call('POST', to('/purchases/'), { ...options, query, body: purchase })
  }

  /**
   * Creates a purchase unless it is there. Where it is not known whether it was created, after a
   * lost reply or a 5xx, it is looked up by its purchase id before it is sent again, so that it is
   * never there twice.
   *
   * One that is there is held against what was sent, but for `contactExternalId`, which a purchase
   * does not show. That it was created by this call is told from its `createdAt`.
   *
   * @throws {PurchaseConflictError} when a purchase with this id is there with other content
   * @throws {ApiError} code `E0101`, `E0102` or `E0103`, as `create` does
   * @throws {UnprocessableEntityError} when a field is not valid
   * @example
   * ```ts
   * const { outcome } = await connectif.purchases.ensure(ticket)
   * ```
   */
  async ensure(
    purchase: PurchaseCreation,
    options: PurchaseCreationOptions = {},
  ): Promise<EnsuredPurchase> {
    return (await loaded()).ensure(this.#transport, this, purchase, options)
  }

  /**
   * Ensures many purchases. One that is refused, or there with other content, fails by itself, and
   * the run goes on.
   *
   * @example
   * ```ts
   * const { created, existed, failures } = await connectif.purchases.ensureMany(tickets)
   * ```
   */
  ensureMany(
    source: BulkSource<PurchaseCreation>,
    options: PurchaseBulkOptions = {},
  ): BulkRun<PurchaseCreation, 'created' | 'existed', Purchase> {
    return new BulkRun((onUse) => onUse.ensureMany(this, source, options))
  }

  /**
   * The purchase with this Connectif id.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/purchases/get-purchase
   */
  get(id: string, options?: CallOptions): ApiPromise<Purchase> {
    return this.#transport.call('GET', to('/purchases/{id}', id), options)
  }

  /**
   * The purchase with this purchase id, the one that the store gave it.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/purchases/get-purchase-by-purchase-id
   */
  getByPurchaseId(purchaseId: string, options?: CallOptions): ApiPromise<Purchase> {
    return this.#transport.call('GET', to('/purchases/purchase-id/{id}', purchaseId), options)
  }

  /**
   * Deletes the purchase with this Connectif id; its contact, its products and what workflows did
   * stay. Safe to repeat.
   *
   * @throws {AddressError} when the id cannot be sent
   * @see https://support.connectif.ai/hc/en-us/articles/10713242008988
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/purchases/{id}', id), options)
  }

  /**
   * Deletes the purchase with this purchase id; its contact, its products and what workflows did
   * stay. Safe to repeat: an unknown purchase is no error.
   *
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/purchases/delete-purchase-by-external-id
   */
  deleteByPurchaseId(purchaseId: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/purchases/purchase-id/{id}', purchaseId), options)
  }
}
