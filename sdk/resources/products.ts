import { to } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import type { Schema } from '../contract.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/**
 * A product of the catalogue, as the API gives it.
 *
 * @interface
 */
export type Product = Schema<'Product'>

/**
 * A product to create or update.
 *
 * @interface
 */
export type ProductCreation = Schema<'ProductCreation'>

/** Products of the catalogue, addressed by Connectif id or by the product id of the store. */
export class Products {
  readonly #transport: Transport

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * Updates the product with this product id, or creates it. Gives the whole product. Safe to
   * repeat.
   *
   * @throws {ApiError} code `E0201` when the domain of the product URL is not authorised
   * @throws {UnprocessableEntityError} when a field is not valid
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/reference/products/patchsert-product
   * @example
   * ```ts
   * await connectif.products.upsert('SKU-1', {
   *   name: 'Socks',
   *   productDetailUrl: 'https://shop.example.com/socks',
   *   unitPrice: 10,
   * })
   * ```
   */
  upsert(productId: string, product: ProductCreation, options?: CallOptions): ApiPromise<Product> {
    const target = to('/products/product-id/{id}', productId)
    return this.#transport.call('PATCH', target, { ...options, body: product })
  }

  /**
   * The product with this Connectif id.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/resources/product
   */
  get(id: string, options?: CallOptions): ApiPromise<Product> {
    return this.#transport.call('GET', to('/products/{id}', id), options)
  }

  /**
   * The product with this product id, the one that the store gave it.
   *
   * @throws {NotFoundError} when there is none
   * @throws {AddressError} when the id cannot be sent
   * @see https://api-docs.connectif.cloud/connectif-api/resources/product
   */
  getByProductId(productId: string, options?: CallOptions): ApiPromise<Product> {
    return this.#transport.call('GET', to('/products/product-id/{id}', productId), options)
  }

  /**
   * Deletes the product with this Connectif id. Safe to repeat.
   *
   * @throws {AddressError} when the id cannot be sent
   */
  delete(id: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/products/{id}', id), options)
  }

  /**
   * Deletes the product with this product id, the one that the store gave it. Safe to repeat.
   *
   * @throws {AddressError} when the id cannot be sent
   */
  deleteByProductId(productId: string, options?: CallOptions): ApiPromise<void> {
    return this.#transport.call('DELETE', to('/products/product-id/{id}', productId), options)
  }
}
