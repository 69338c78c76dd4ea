import type { components } from '../../sdk/generated/schema.ts'
import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { patchStatus } from '../rules/contacts.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/moment.ts'
import type { ProductRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'
import { writeProduct } from './write-product.ts'

/** Products by the store's id and by Connectif's own. */
export const products: Operations<'/products/'> = {
  'PATCH /products/product-id/{id}': ({ account, params, body }) => {
    const { product, known } = writeProduct(account, params.id, body)

    return answer(patchStatus(account, known), productBody(product))
  },
  'GET /products/product-id/{id}': ({ account, params }) =>
    read(account.products.by.productId.get(params.id)),
  'DELETE /products/product-id/{id}': ({ account, params }) =>
    remove(account, account.products.by.productId.get(params.id)),

  'GET /products/{id}': ({ account, params }) => read(account.products.get(params.id)),
  'DELETE /products/{id}': ({ account, params }) =>
    remove(account, account.products.get(params.id)),
}

function read(row: ProductRow | undefined): Answer {
  if (row === undefined) throw problems.productUnknown()

  return answer(200, productBody(row))
}

function remove(account: Account, row: ProductRow | undefined): Answer {
  if (row) account.products.delete(row)

  return answer(204)
}

/** The product as the API shows it. */
export function productBody(row: ProductRow): components['schemas']['Product'] {
  const { id, productId, product } = row
  return {
    id,
    productId,
    ...product,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  }
}
