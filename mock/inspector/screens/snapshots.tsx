import { useRef, useState } from 'preact/hooks'
import { bytesText, momentText } from '../store/format.ts'
import { messageOf, type Taken, useStore } from '../store/store.ts'
import { Empty, Head } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Split } from '../ui/split.tsx'
import { Table } from '../ui/table.tsx'
import { SnapshotDiffView } from './snapshot-diff.tsx'
import { SnapshotRow } from './snapshot-row.tsx'
import { SnapshotTake } from './snapshot-take.tsx'

/** Snapshots that were taken here: named, compared with now, gone back to, kept as files. */
export function SnapshotsScreen() {
  const [compared, setCompared] = useState<Taken>()
  return (
    <>
      <Head title="Snapshots">
        <OpenFile />
      </Head>
      <SnapshotTake />
      <Split
        title={compared && `Since “${compared.name}”`}
        onClose={() => setCompared(undefined)}
        detail={compared && <SnapshotDiffView key={compared.id} taken={compared} />}
        list={<SnapshotList compared={compared} onCompare={setCompared} />}
      />
    </>
  )
}

function SnapshotList(props: {
  readonly compared: Taken | undefined
  readonly onCompare: (taken: Taken | undefined) => void
}) {
  const { compared, onCompare } = props
  const taken = useStore().snapshots.value
  const actions = (one: Taken) => (
    <SnapshotRow
      taken={one}
      onCompare={() => onCompare(one)}
      onForget={() => one === compared && onCompare(undefined)}
    />
  )
  return (
    <div class="sheet">
      {taken.length === 0 ? (
        <NoneYet />
      ) : (
        <Table
          label="Snapshots"
          rows={taken}
          idOf={({ id }) => id}
          chosen={compared?.id}
          columns={[
            { title: 'Snapshot', cell: (one) => <Name taken={one} /> },
            { title: 'What to do with it', cell: actions },
          ]}
        />
      )}
    </div>
  )
}

function Name({ taken: { name, now, text } }: { readonly taken: Taken }) {
  return (
    <>
      <bdi>{name}</bdi>
      <div class="small muted">
        {now === undefined ? 'from a file' : momentText(now)}, {bytesText(text.length)}
      </div>
    </>
  )
}

function NoneYet() {
  return (
    <Empty icon="snapshots" title="No snapshots yet">
      Take one before you try something: it shows what changed since, and takes the twin back, with
      its time. Snapshots live in this page; download those to keep.
    </Empty>
  )
}

function OpenFile() {
  const store = useStore()
  const input = useRef<HTMLInputElement>(null)
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    try {
      const text = await file.text()
      const { format } = JSON.parse(text) as { format?: string }
      if (format !== 'connectif-mock') throw new Error('it is no snapshot of a twin')
      store.keep({ name: file.name.replace(/\.json$/, ''), text, now: undefined })
    } catch (thrown) {
      store.toast.value = `${file.name} cannot be used: ${messageOf(thrown)}.`
    }
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Snapshot file"
        onChange={({ currentTarget }) => {
          void open(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <Button icon="exports" onClick={() => input.current?.click()}>
        Upload…
      </Button>
    </>
  )
}
