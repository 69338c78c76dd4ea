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
  const store = useStore()
  const taken = store.snapshots.value
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
        list={
          <div class="sheet">
            {taken.length === 0 ? (
              <Empty icon="snapshots" title="No snapshots yet">
                Take one before you try something: it shows what changed since, and takes the twin
                back, with its time. Snapshots live in this page; download those to keep.
              </Empty>
            ) : (
              <Table
                label="Snapshots"
                rows={taken}
                idOf={({ id }) => id}
                chosen={compared?.id}
                columns={[
                  {
                    title: 'Snapshot',
                    cell: ({ name, now, text }) => (
                      <>
                        <bdi>{name}</bdi>
                        <div class="small muted">
                          {now === undefined ? 'from a file' : momentText(now)},{' '}
                          {bytesText(text.length)}
                        </div>
                      </>
                    ),
                  },
                  {
                    title: 'What to do with it',
                    cell: (one) => (
                      <SnapshotRow
                        taken={one}
                        onCompare={() => setCompared(one)}
                        onForget={() => one === compared && setCompared(undefined)}
                      />
                    ),
                  },
                ]}
              />
            )}
          </div>
        }
      />
    </>
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
