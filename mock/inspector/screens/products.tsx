import { useState } from 'preact/hooks'
import { enc } from '../client/api.ts'
import type { Product } from '../client/shapes.ts'
import { countOf, momentText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Code, Empty, Facts, Head } from '../ui/blocks.tsx'
import { Link } from '../ui/link.tsx'
import { List, pageSize } from '../ui/list.tsx'
import { Split } from '../ui/split.tsx'
import type { Column } from '../ui/table.tsx'
import { moneyText } from './purchase-detail.tsx'
import { RecordIn } from './record.tsx'

const columns: readonly Column<Product>[] = [
  {
    title: 'Name',
    width: '44%',
    cell: ({ id, name }) => (
      <Link screen="products" id={id} class="one-line">
        {name}
      </Link>
    ),
  },
  {
    title: 'Product id',
    cell: ({ productId }) => <span class="mono one-line">{productId}</span>,
  },
  { title: 'Price', isNumber: true, cell: ({ unitPrice }) => moneyText(unitPrice) },
]

/** The products of the account, oldest first. */
export function ProductsScreen() {
  const { api, account, router } = useStore()
  const id = account.value as string
  const chosen = router.route.value.id
  const [offset, setOffset] = useState(0)
  const query = { offset, limit: pageSize }
  const loaded = useLoad(JSON.stringify([id, query]), () => api.products(id, query))
  return (
    <>
      <Head title="Products" count={loaded.data && countOf(loaded.data.total, 'product')} />
      <Split
        title="Product"
        onClose={() => router.go('products')}
        detail={
          chosen && (
            <RecordIn listed={loaded.data} id={chosen} path={`/products/${enc(chosen)}`}>
              {(product) => <ProductDetail product={product} />}
            </RecordIn>
          )
        }
        list={
          <List
            label="Products"
            screen="products"
            chosen={chosen}
            loaded={loaded}
            columns={columns}
            onOffset={setOffset}
            empty={
              <Empty icon="products" title="No products yet">
                Create one with <code>connectif.products.upsert</code>, or drop a CSV file of
                products anywhere on this page.
              </Empty>
            }
          />
        }
      />
    </>
  )
}

function ProductDetail({ product }: { readonly product: Product }) {
  return (
    <>
      <Facts
        facts={[
          ['Name', product.name],
          ['Product id', <code key="id">{product.productId}</code>],
          ['Connectif id', <code key="own">{product.id}</code>],
          ['Price', moneyText(product.unitPrice)],
          ['Page', product.productDetailUrl],
          ['Updated', momentText(product.updatedAt)],
        ]}
      />
      <h3>As the API shows it</h3>
      <Code label="The product as JSON">{JSON.stringify(product, undefined, 2)}</Code>
    </>
  )
}
