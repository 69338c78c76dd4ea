import { readFileSync } from 'node:fs'
import type { Connectif, ProductCreation } from 'connectif-sdk'
import type { ContactFields } from './contact-fields.ts'
import type { Placed } from './csv.ts'
import { type Outcome, outcomes } from './outcome.ts'

/** A product as the shop's catalogue has it. */
export type CatalogueProduct = ProductCreation & { productId: string }

/** The catalogue of the shop. */
export function catalogueOf(file: URL): CatalogueProduct[] {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Loads the products by the ids that the shop gave them. */
export function loadProducts(
  catalogue: readonly CatalogueProduct[],
  connectif: Connectif<ContactFields>,
  startedAt: number,
): Promise<Outcome[]> {
  return outcomes(
    numbered(catalogue),
    ({ productId }) => [productId],
    async ({ productId, ...fields }) => {
      const product = await connectif.products.upsert(productId, fields)
      return Date.parse(product.createdAt) < startedAt ? 'updated' : 'created'
    },
  )
}

async function* numbered<Value>(values: readonly Value[]): AsyncGenerator<Placed<Value>> {
  for (const [at, value] of values.entries()) yield { place: at + 1, value }
}
