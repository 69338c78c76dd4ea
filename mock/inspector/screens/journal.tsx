import { useState } from 'preact/hooks'
import type { Entry } from '../client/shapes.ts'
import { countOf, momentText, pathText, tookText } from '../store/format.ts'
import { useStore } from '../store/store.ts'
import { Badge, Status } from '../ui/badge.tsx'
import { Empty, Head } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { Link } from '../ui/link.tsx'
import { Pager } from '../ui/pager.tsx'
import { Search } from '../ui/search.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Split } from '../ui/split.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { CallDetail } from './call-detail.tsx'
import { fits, type JournalFilter, methods, outcomes, showAll } from './journal-filter.ts'

const shown = 100

const columns: readonly Column<Entry>[] = [
  {
    title: 'Call',
    cell: ({ number, method, path }) => (
      <Link screen="journal" id={String(number)} class="one-line mono">
        <b>{method}</b> {pathText(path)}
      </Link>
    ),
  },
  { title: 'Status', width: '92px', cell: ({ status }) => <Status status={status} /> },
  { title: 'Why', width: '22%', wideOnly: true, cell: (entry) => <Why entry={entry} /> },
  {
    title: 'At',
    width: '176px',
    wideOnly: true,
    cell: ({ at }) => <span class="one-line muted">{momentText(at)}</span>,
  },
  {
    title: 'Took',
    width: '84px',
    wideOnly: true,
    isNumber: true,
    cell: ({ duration }) => <span class="one-line muted">{tookText(duration)}</span>,
  },
]

/** The calls to the API as they are made, the latest first. */
export function JournalScreen() {
  const { calls, router } = useStore()
  const chosen = Number(router.route.value.id)
  const [filter, setFilter] = useState<JournalFilter>(showAll)
  const [offset, setOffset] = useState(0)
  const found = calls.value.filter((entry) => fits(entry, filter)).reverse()
  const open = calls.value.find(({ number }) => number === chosen)
  const narrow = (more: Partial<JournalFilter>) => {
    setFilter((before) => ({ ...before, ...more }))
    setOffset(0)
  }
  return (
    <>
      <Head title="Journal" count={countOf(found.length, 'call')}>
        <ClearButton />
      </Head>
      <Tools filter={filter} narrow={narrow} />
      <Split
        title={open ? `Call ${open.number}` : 'Call'}
        onClose={() => router.go('journal')}
        detail={open && <CallDetail entry={open} />}
        list={
          <div class="sheet fixed">
            {found.length === 0 ? (
              <None isFiltered={filter !== showAll && calls.value.length > 0} />
            ) : (
              <Calls found={found} open={open} offset={offset} onOffset={setOffset} />
            )}
          </div>
        }
      />
    </>
  )
}

function ClearButton() {
  const store = useStore()
  const clear = async () => {
    store.router.go('journal')
    await store.act(store.api.clearJournal, 'The journal is empty.')
    await store.reloadCalls()
  }
  return (
    <Button icon="trash" disabled={store.calls.value.length === 0} onClick={clear}>
      Clear
    </Button>
  )
}

function Tools(props: {
  readonly filter: JournalFilter
  readonly narrow: (more: Partial<JournalFilter>) => void
}) {
  const { filter, narrow } = props
  return (
    <div class="tools">
      <Search
        label="Path, rule, fault or body"
        value={filter.text}
        onValue={(text) => narrow({ text })}
      />
      <Segmented
        label="Outcome"
        value={filter.outcome}
        options={outcomes}
        onValue={(outcome) => narrow({ outcome })}
      />
      <Select
        label="Method"
        value={filter.method}
        options={methods}
        onValue={(method) => narrow({ method })}
      />
    </div>
  )
}

function Calls(props: {
  readonly found: readonly Entry[]
  readonly open: Entry | undefined
  readonly offset: number
  readonly onOffset: (offset: number) => void
}) {
  const { found, open, offset, onOffset } = props
  const { router } = useStore()
  return (
    <>
      <Table
        label="Calls"
        columns={open ? columns.slice(0, 2) : columns}
        rows={found.slice(offset, offset + shown)}
        idOf={({ number }) => number}
        chosen={open?.number}
        onOpen={({ number }) => router.go('journal', String(number))}
      />
      <Pager offset={offset} limit={shown} total={found.length} onOffset={onOffset} />
    </>
  )
}

/** What made the answer what it is: a rule, a fault, or somebody's hand. */
function Why({ entry: { rule, fault, byHand } }: { readonly entry: Entry }) {
  return (
    <span class="one-line">
      {fault && <Badge tone="bad">fault: {fault}</Badge>} {rule && <code>{rule}</code>}{' '}
      {byHand && <Badge tone="plain">by hand</Badge>}
    </span>
  )
}

function None({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <Empty icon="search" title="No call fits">
      Try less of the text, or another outcome.
    </Empty>
  ) : (
    <Empty icon="journal" title="No calls yet">
      Calls to the API appear here the moment they are made, each with its answer and the rule
      behind it.
    </Empty>
  )
}
