import type { components } from '../../sdk/generated/schema.ts'
import { productDomainMustBeAllowed } from '../rules/products.ts'
import type { Account } from '../state/account.ts'
import type { ProductRow } from '../state/rows.ts'

type ProductCreation = components['schemas']['ProductCreation']

/** A product after it was written, and as it was before; undefined where it is new. */
export interface WrittenProduct {
  readonly product: ProductRow
  readonly known: ProductRow | undefined
}

/**
 * Updates the product with this id, or creates it, under the rules of every way in. For a new one
 * the body is whole.
 */
export function writeProduct(
  account: Account,
  productId: string,
  body: Partial<ProductCreation>,
): WrittenProduct {
  const known = account.products.by.productId.get(productId)

  if (body.productDetailUrl !== undefined) {
    productDomainMustBeAllowed(account, body.productDetailUrl)
  }

  const product = known ? updated(account, known, body) : created(account, productId, body)
  return { product: account.products.put(product), known }
}

/** Fields that an update leaves out keep their value, as for contacts. Undocumented. */
function updated(account: Account, known: ProductRow, body: Partial<ProductCreation>): ProductRow {
  return { ...known, product: { ...known.product, ...body }, updatedAt: account.now() }
}

function created(account: Account, productId: string, body: Partial<ProductCreation>): ProductRow {
  // The contract has let it in, so nothing that every product has is missing.
  const whole = body as ProductCreation
  const product = { ...whole, availability: whole.availability ?? ('instock' as const) }
  const now = account.now()
  return { id: account.nextId(), productId, product, createdAt: now, updatedAt: now }
}
