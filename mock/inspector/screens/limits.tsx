import type { LimitFacts } from '../client/shapes.ts'
import { countText, momentText } from '../store/format.ts'
import { useLoad } from '../store/load.ts'
import { useStore } from '../store/store.ts'
import { Empty, Head, Notice } from '../ui/blocks.tsx'
import { type Column, Table } from '../ui/table.tsx'

const columns: readonly Column<LimitFacts>[] = [
  { title: 'Id of the key', cell: ({ key }) => <code>{key}</code> },
  { title: 'Account', wideOnly: true, cell: ({ account }) => account },
  { title: 'Calls left', cell: (limit) => <Left limit={limit} /> },
  {
    title: 'All back at',
    wideOnly: true,
    cell: ({ reset }) => (reset === null ? '—' : momentText(reset * 1000)),
  },
]

/** How many calls each key has left. */
export function LimitsScreen() {
  const { api } = useStore()
  const { data, error } = useLoad('limits', api.limits)
  const limits = data?.limits ?? []
  const isCounted = limits.some(({ on }) => on)
  return (
    <>
      <Head title="Limits" />
      {error !== undefined && <Notice tone="bad">{error}</Notice>}
      <div class="stack">
        {limits.length > 0 && !isCounted && <NotCounted />}
        <div class="sheet">
          {data && limits.length === 0 ? (
            <Empty icon="limits" title="No key is known yet">
              A key appears here with its first call.
            </Empty>
          ) : (
            <Table
              label="Limits"
              rows={limits}
              idOf={({ key, account }) => `${account} ${key}`}
              columns={columns}
            />
          )}
        </div>
      </div>
    </>
  )
}

function NotCounted() {
  return (
    <Notice>
      Calls are not counted.{' '}
      <code>
        createMock({'{'} rateLimit: 'documented' {'}'})
      </code>{' '}
      allows each key 100 calls in 60 seconds, as the vendor does.
    </Notice>
  )
}

function Left({ limit: { limit, remaining } }: { readonly limit: LimitFacts }) {
  if (limit === null || remaining === null) return <span class="muted">no limit</span>
  return (
    <span class="meter">
      <meter
        aria-label="Calls left"
        min={0}
        max={limit}
        low={limit / 5}
        optimum={limit}
        value={remaining}
      />
      {countText(remaining)} of {countText(limit)}
    </span>
  )
}
