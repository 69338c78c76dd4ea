import type { Purchase } from '../client/shapes.ts'
import { momentText, valueText } from '../store/format.ts'
import { Code, Facts } from '../ui/blocks.tsx'
import { Link } from '../ui/link.tsx'
import { Table } from '../ui/table.tsx'

/** An amount of money, in the currency of the store. */
export function moneyText(amount: number | undefined): string {
  return amount === undefined ? '—' : amount.toFixed(2)
}

/** All that is known of a purchase. */
export function PurchaseDetail({ purchase }: { readonly purchase: Purchase }) {
  return (
    <>
      <Facts
        facts={[
          ['Purchase id', <code key="id">{purchase.purchaseId}</code>],
          ['Connectif id', <code key="own">{purchase.id}</code>],
          ['Contact', <Owner key="owner" purchase={purchase} />],
          ['Date', momentText(purchase.purchaseDate)],
          ['Total', moneyText(purchase.totalPrice)],
          ['Units', valueText(purchase.totalQuantity)],
        ]}
      />
      <h3>Products</h3>
      <div class="sheet">
        <Table
          label="Products of the purchase"
          rows={purchase.products ?? []}
          idOf={({ productId }) => productId}
          columns={[
            { title: 'Product', cell: ({ productId, name }) => <bdi>{name ?? productId}</bdi> },
            { title: 'Units', isNumber: true, cell: ({ quantity }) => quantity },
            { title: 'Price', isNumber: true, cell: ({ price }) => moneyText(price) },
          ]}
        />
      </div>
      <h3>As the API shows it</h3>
      <Code label="The purchase as JSON">{JSON.stringify(purchase, undefined, 2)}</Code>
    </>
  )
}

function Owner({ purchase }: { readonly purchase: Purchase }) {
  if (!purchase.contactId) return <span class="muted">deleted</span>
  return (
    <Link screen="contacts" id={purchase.contactId}>
      {purchase.contactEmail ?? purchase.contactId}
    </Link>
  )
}
