import type { Shop } from '../../mock/builders/shop.ts'
import {
  createPurchaseBody,
  Email,
  upsertContactByEmailBody,
  upsertProductBody,
} from '../../mock/generated/validators.ts'

/** What does not fit the contract; nothing when all does. */
export function misfits({ contacts, products, purchases }: Shop): unknown[] {
  return [
    ...contacts.filter(({ _email, ...patch }) => !upsertContactByEmailBody(patch)),
    ...contacts.filter(({ _email }) => _email !== undefined && !Email(_email)),
    ...products.filter(({ productId, ...product }) => !upsertProductBody(product)),
    ...purchases.filter((purchase) => !createPurchaseBody(purchase)),
  ]
}
