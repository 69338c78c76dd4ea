import { useStore } from '../store/store.ts'
import { Dialog } from '../ui/dialog.tsx'

/** Asks before all is as it was at the start. */
export function ResetDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const reset = async () => {
    onClose()
    await store.act(store.api.reset, 'The twin is as it was at the start.')
    await store.reloadCalls()
  }
  return (
    <Dialog title="Reset the twin?" action="Reset" danger onAction={reset} onClose={onClose}>
      <p>
        All accounts start again from their seed, and the clock from its moment. Limits, journal and
        faults are forgotten. Snapshots that were taken here stay.
      </p>
    </Dialog>
  )
}
