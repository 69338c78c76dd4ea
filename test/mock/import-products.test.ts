import { describe, expect, test } from 'vitest'
import { aProduct } from '../../mock/builders/samples.ts'
import { readRecords } from '../../mock/jobs/imports.ts'
import type { ImportRow } from '../../mock/state/job-rows.ts'
import { anAccount } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'
import { aTwin, imported } from '../support/imports.ts'

const { productId, ...mug } = aProduct()
const url = mug.productDetailUrl
const products = { type: 'products' } as const
const keep = { ...products, overrideExisting: 'false' }
const fill = { ...products, updateOnlyEmptyFields: 'true' }
const header = 'productId,name,productDetailUrl,unitPrice'

describe('products', () => {
  test('every field that can be written has a column, and reads as after a PATCH', async () => {
    const whole = {
      ...mug,
      ...{ availability: 'outofstock', unitPriceOriginal: 12, unitPriceWithoutVAT: 8.5 },
      ...{ discountedAmount: 2, discountedPercentage: 16.5, description: 'A mug', brand: 'B' },
      ...{ categories: ['Mugs/Blue', 'Gifts'], tags: ['new'], imageUrl: url, thumbnailUrl: url },
      ...{ publishedAt: '2026-01-01T00:00:00.000Z', rating: 4.5, ratingCount: 2, reviewCount: 1 },
      ...{ customField1: 'a', customField2: 'b', customField3: 'c', inStockUnits: 7 },
      ...{ isBlacklisted: false, priority: 1, relatedExternalProductIds: ['2', '3'] },
    }
    const cells = Object.values(whole).map((value) => [value].flat().join('|'))
    const [mock, twin] = [aTwin(), aTwin()]

    const file = `productId,${Object.keys(whole)}\n${productId},${cells}\n`
    const done = await imported(mock, file, products)

    expect(done).toMatchObject({ success: 1, report: [] })
    ask(twin, `PATCH /products/product-id/${productId}`, whole)
    const dates = { createdAt: '', updatedAt: '', id: '' }
    const [read] = mock.products.all()
    expect({ ...read, ...dates }).toEqual({ ...twin.products.all()[0], ...dates })
  })

  test.for([
    [`,A,${url},1`, ['productId', '', 'import-identifier']],
    [` ,A,${url},1`, ['productId', ' ', 'import-identifier']],
    [`2,,${url},1`, ['name', '', 'body-shape']],
    ['2,A,shop,1', ['productDetailUrl', 'shop', 'body-shape']],
    [`2,A,${url},"1,5"`, ['unitPrice', '1,5', 'import-values']],
    [`2,A,${url},-1`, ['unitPrice', '-1', 'body-shape']],
    [`2,A,${url}`, ['', '', 'import-values']],
    ['2,A,https://other.example/a,1', ['', '', 'product-upsert']],
  ] as const)('%s is refused by %j', async ([record, line]) => {
    const mock = aTwin({ domains: ['shop.example.com'] })

    const done = await imported(mock, `${header}\n${record}\n`, products)

    expect(done).toMatchObject({ success: 0, errors: 1, report: [[2, ...line]] })
    expect(mock.products.count).toBe(0)
  })

  test('a list with a wrong item is reported by its column', async () => {
    const file = `${header},relatedExternalProductIds\n1,A,${url},1,a| \n`

    const done = await imported(aTwin(), file, products)

    expect(done.report).toEqual([[2, 'relatedExternalProductIds', 'a| ', 'body-shape']])
  })

  test.for([
    [keep, { name: 'Old', unitPrice: 3 }, [[2, 'productId', '1', 'import-override']]],
    [products, { name: 'New', unitPrice: 1, customField3: 'B' }, []],
    [fill, { name: 'Old', unitPrice: 3, customField3: 'B' }, []],
  ] as const)('with %j, one that exists is %j', async ([upload, fields, report]) => {
    const old = aProduct({ productId: '1', name: 'Old', unitPrice: 3 })
    const mock = aTwin({ seed: { products: [old] } })

    const done = await imported(mock, `${header},customField3\n1,New,${url},1,B\n`, upload)

    expect(done.report).toEqual(report)
    expect(mock.products.all()).toMatchObject([fields])
  })
})

describe('coupons', () => {
  const coupons = { type: 'coupons', couponSetId: '1' } as const
  const file = 'code\nA\nB\n\nA\n""\n a\nB\n'
  const report = [
    [5, 'code', 'A', 'import-identifier'],
    [6, 'code', '', 'import-identifier'],
    [8, 'code', 'B', 'import-identifier'],
  ]

  test('codes are counted, and nothing is written', async () => {
    const mock = aTwin()

    const done = await imported(mock, file, coupons)

    expect(done).toMatchObject({ type: 'coupons', total: 6, success: 3, errors: 3, report })
    expect(done.options).toMatchObject({ couponSetId: '1' })
    expect([mock.contacts.count, mock.products.count]).toEqual([0, 0])
  })

  test('a code is found again however the file is read, also by a copy of the account', () => {
    const bytes = new TextEncoder().encode(file)
    const start = { bytes, header: ['code'], at: 5, line: 2 }
    const options = {
      delimiter: ',',
      overrideExisting: true,
      updateOnlyEmptyFields: false,
    } as const
    const all = {
      type: 'coupons',
      options,
      status: 'inProgress',
      createdAt: 0,
      report: [],
    } as const
    const row: ImportRow = { id: '1', ...all, total: 6, success: 0, errors: 0, unread: start }
    const read = (from: ImportRow, count: number) => readRecords(anAccount(), from, count, () => 0)

    const half = read(read(row, 1), 1)
    const twice = [half, half, { ...half, unread: { ...half.unread } as typeof start }]
    const ends = twice.map((from) => read(read(from, 1), 3))

    for (const end of ends) {
      expect(end).toMatchObject({ success: 3, errors: 3 })
      expect(end.report.flat().map(({ line }) => line)).toEqual([5, 6, 8])
    }
  })
})
