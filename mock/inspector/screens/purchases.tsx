import { useState } from 'preact/hooks'
import { enc } from '../client/api.ts'
import type { Purchase } from '../client/shapes.ts'
import { countOf, dayText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Empty, Head } from '../ui/blocks.tsx'
import { Link } from '../ui/link.tsx'
import { List, pageSize } from '../ui/list.tsx'
import { Split } from '../ui/split.tsx'
import type { Column } from '../ui/table.tsx'
import { moneyText, PurchaseDetail } from './purchase-detail.tsx'
import { RecordIn } from './record.tsx'

const columns: readonly Column<Purchase>[] = [
  {
    title: 'Purchase id',
    width: '30%',
    cell: ({ id, purchaseId }) => (
      <Link screen="purchases" id={id} class="one-line mono">
        {purchaseId}
      </Link>
    ),
  },
  {
    title: 'Date',
    cell: ({ purchaseDate }) => <span class="one-line">{dayText(purchaseDate)}</span>,
  },
  {
    title: 'Contact',
    wideOnly: true,
    width: '30%',
    cell: ({ contactEmail, contactId }) => (
      <span class="one-line">{contactEmail ?? contactId ?? 'deleted'}</span>
    ),
  },
  {
    title: 'Total',
    isNumber: true,
    cell: ({ totalPrice }) => moneyText(totalPrice),
  },
]

/** The purchases of the account, oldest first. */
export function PurchasesScreen() {
  const { api, account, router } = useStore()
  const id = account.value as string
  const chosen = router.route.value.id
  const [offset, setOffset] = useState(0)
  const query = { offset, limit: pageSize }
  const loaded = useLoad(JSON.stringify([id, query]), () => api.purchases(id, query))
  return (
    <>
      <Head title="Purchases" count={loaded.data && countOf(loaded.data.total, 'purchase')} />
      <Split
        title="Purchase"
        onClose={() => router.go('purchases')}
        detail={
          chosen && (
            <RecordIn listed={loaded.data} id={chosen} path={`/purchases/${enc(chosen)}`}>
              {(purchase) => <PurchaseDetail purchase={purchase} />}
            </RecordIn>
          )
        }
        list={
          <List
            label="Purchases"
            screen="purchases"
            chosen={chosen}
            loaded={loaded}
            columns={columns}
            onOffset={setOffset}
            empty={
              <Empty icon="purchases" title="No purchases yet">
                Record one with <code>connectif.purchases.create</code>; it shows up here, and in
                the totals of its contact.
              </Empty>
            }
          />
        }
      />
    </>
  )
}
