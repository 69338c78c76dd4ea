import { useState } from 'preact/hooks'
import { type Taken, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { save } from '../ui/save.ts'

interface SnapshotProps {
  readonly taken: Taken
}

/** What can be done with a snapshot. */
export function SnapshotRow(
  props: SnapshotProps & { readonly onCompare: () => void; readonly onForget: () => void },
) {
  const store = useStore()
  const { taken } = props
  const download = () => {
    const file = `${taken.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`
    save(file, new Blob([taken.text], { type: 'application/json' }))
  }
  const forget = () => {
    store.snapshots.value = store.snapshots.value.filter((one) => one !== taken)
    props.onForget()
  }
  return (
    <div class="row-actions">
      <Button onClick={props.onCompare}>Compare</Button>
      <RestoreButton taken={taken} />
      <Button look="quiet" icon="imports" label={`Download ${taken.name}`} onClick={download} />
      <Button look="quiet" icon="close" label={`Forget ${taken.name}`} onClick={forget} />
    </div>
  )
}

/** Asks before the twin goes back. */
function RestoreButton({ taken }: SnapshotProps) {
  const store = useStore()
  const [isAsked, ask] = useState(false)
  const restore = () => {
    ask(false)
    return store.act(() => store.api.restore(taken.text), `The twin is back at “${taken.name}”.`)
  }
  return (
    <>
      <Button onClick={() => ask(true)}>Restore…</Button>
      {isAsked && (
        <Dialog
          title={`Go back to “${taken.name}”?`}
          action="Restore"
          danger
          onAction={restore}
          onClose={() => ask(false)}
        >
          <p>
            All accounts and the time become as they were. Limits, journal and faults stay as they
            are.
          </p>
        </Dialog>
      )}
    </>
  )
}
