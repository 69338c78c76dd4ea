import { useRef, useState } from 'preact/hooks'
import type { ImportJob } from '../client/shapes.ts'
import { countOf, countText, momentText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { JobBadge } from '../ui/badge.tsx'
import { Empty, Head } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { List, pageSize } from '../ui/list.tsx'
import { Split } from '../ui/split.tsx'
import type { Column } from '../ui/table.tsx'
import { FinishButton } from './finish-button.tsx'
import { ImportDetail } from './import-detail.tsx'

const columns: readonly Column<ImportJob>[] = [
  {
    title: 'Import',
    cell: ({ id, type }) => (
      <Link screen="imports" id={id} class="one-line">
        {type} <span class="mono muted">{id}</span>
      </Link>
    ),
  },
  { title: 'State', width: '116px', cell: ({ status }) => <JobBadge status={status} /> },
  {
    title: 'Records',
    width: '88px',
    isNumber: true,
    cell: ({ success, total }) => `${countText(success)}/${countText(total)}`,
  },
  {
    title: 'Refused',
    width: '84px',
    isNumber: true,
    wideOnly: true,
    cell: ({ errors }) => (errors === 0 ? <span class="muted">0</span> : countText(errors)),
  },
  {
    title: 'Created',
    wideOnly: true,
    cell: ({ createdAt }) => <span class="one-line muted">{momentText(createdAt)}</span>,
  },
]

/** The imports of the account, and what each refused. */
export function ImportsScreen() {
  const { api, account, router } = useStore()
  const id = account.value as string
  const chosen = router.route.value.id
  const [offset, setOffset] = useState(0)
  const query = { offset, limit: pageSize }
  const loaded = useLoad(JSON.stringify([id, query]), () => api.imports(id, query))
  const open = loaded.data?.items.find((one) => one.id === chosen)
  return (
    <>
      <Head title="Imports" count={loaded.data && countOf(loaded.data.total, 'import')}>
        <FinishButton jobs={loaded.data?.items ?? []} />
        <ChooseFile />
      </Head>
      <Split
        title={open && `Import of ${open.type}`}
        onClose={() => router.go('imports')}
        detail={open && <ImportDetail job={open} />}
        list={
          <List
            label="Imports"
            screen="imports"
            chosen={chosen}
            loaded={loaded}
            columns={open ? columns.slice(0, 3) : columns}
            onOffset={setOffset}
            empty={
              <Empty icon="imports" title="No imports yet">
                Drop a CSV file of contacts, products or coupons anywhere on this page, or choose
                one.
              </Empty>
            }
          />
        }
      />
    </>
  )
}

function ChooseFile() {
  const { dropped } = useStore()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label="CSV file"
        onChange={({ currentTarget }) => {
          dropped.value = currentTarget.files?.[0]
          currentTarget.value = ''
        }}
      />
      <Button look="primary" icon="plus" onClick={() => input.current?.click()}>
        Import a file…
      </Button>
    </>
  )
}
