import { writeProduct } from '../operations/write-product.ts'
import { routeOf } from '../router.ts'
import { existingMustBeOverridable, keyMustBeGiven, writableOf } from '../rules/import-records.ts'
import { productFieldForm } from '../rules/import-values.ts'
import type { Account } from '../state/account.ts'
import type { ImportRow } from '../state/job-rows.ts'
import type { FieldValue } from '../state/rows.ts'
import { columnsOf, readInto } from './import-columns.ts'
import type { RecordImport } from './import-records.ts'
import { misfitsOf, none } from './import-refusals.ts'

const route = routeOf('PATCH /products/product-id/{id}')
const key = 'productId'
const identifier = 'product-id'

/** Every record is a PATCH of a product, under the same rules. */
export function productImport(
  account: Account,
  { options }: ImportRow,
  header: readonly string[],
): RecordImport {
  const keyAt = header.indexOf(key)
  const columns = columnsOf(header, productFieldForm)

  return {
    unknown: header.filter((name) => name !== key && !productFieldForm(name)),
    apply(cells, wrote) {
      const productId = cells[keyAt] as string
      keyMustBeGiven(key, productId)
      const body: Record<string, FieldValue> = {}
      readInto(body, columns, cells)

      const misfits = misfitsOf(route.pathFits, { id: productId }, key)
      const others = misfitsOf(route.bodyFits, body)
      if (misfits !== none || others !== none) return [...misfits, ...others]

      const known = account.products.by.productId.get(productId)
      existingMustBeOverridable(options, known, key)
      const writing = writableOf(options, known?.product, body)
      const { product } = writeProduct(account, productId, writing)
      wrote?.({ after: product, before: known, foundBy: { identifier, value: productId } })
      return none
    },
  }
}
