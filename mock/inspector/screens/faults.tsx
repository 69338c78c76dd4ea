import type { FaultPlaced } from '../client/shapes.ts'
import { countOf } from '../store/format.ts'
import { useStore } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { Empty, Head, Panel } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { FaultForm } from './fault-form.tsx'

const columns: readonly Column<FaultPlaced>[] = [
  { title: 'Fault', cell: (fault) => <What fault={fault} /> },
  {
    title: 'Met',
    width: '120px',
    cell: ({ hits, options: { times = 1 } }) =>
      times === 'all' ? countOf(hits, 'call') : `${hits} of ${times}`,
  },
  { title: 'Remove', width: '60px', cell: ({ id }) => <RemoveButton id={id} /> },
]

/** What goes wrong on purpose: added, listed, removed. */
export function FaultsScreen() {
  const store = useStore()
  const { api } = store
  const faults = store.state.value?.faults ?? []
  return (
    <>
      <Head title="Faults" count={`${faults.length} in place`}>
        <Button
          icon="trash"
          disabled={faults.length === 0}
          onClick={() => store.act(api.clearFaults, 'All faults are removed.')}
        >
          Remove all
        </Button>
      </Head>
      <div class="columns">
        <div class="sheet">
          {faults.length === 0 ? (
            <NoneYet />
          ) : (
            <Table label="Faults" rows={faults} idOf={({ id }) => id} columns={columns} />
          )}
        </div>
        <Panel title="Add a fault">
          <FaultForm />
        </Panel>
      </div>
    </>
  )
}

function RemoveButton({ id }: Pick<FaultPlaced, 'id'>) {
  const store = useStore()
  const remove = () => store.act(() => store.api.removeFault(id), 'The fault is removed.')
  return <Button look="quiet" icon="close" label={`Remove fault ${id}`} onClick={remove} />
}

function NoneYet() {
  return (
    <Empty icon="faults" title="Nothing goes wrong">
      Add a fault, and the next calls that it fits fail as you say: answered late, refused, cut, or
      lost after they were carried out.
    </Empty>
  )
}

function What({ fault: { options } }: { readonly fault: FaultPlaced }) {
  const { kind, on, address, nth = 1, status, ms } = options
  const operations = on === undefined ? ['every operation'] : [on].flat()
  return (
    <>
      <Badge tone="bad">
        {[kind, status, ms === undefined ? undefined : `${ms} ms`].filter(Boolean).join(' ')}
      </Badge>
      <div class="mono small">{operations.join(', ')}</div>
      {(address !== undefined || nth > 1) && (
        <div class="small muted">
          {address !== undefined && <>at {address} </>}
          {nth > 1 && `from call ${nth} on`}
        </div>
      )}
    </>
  )
}
