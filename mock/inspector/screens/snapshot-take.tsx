import { useState } from 'preact/hooks'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { typed } from '../ui/field.tsx'
import { useSubmit } from '../ui/submit.ts'

/** Takes a snapshot, and gives it a name. */
export function SnapshotTake() {
  const store = useStore()
  const [name, setName] = useState('')
  const take = useSubmit(() =>
    store.act(async () => {
      const now = store.state.value?.clock.now
      store.keep({ name: name.trim() || 'Snapshot', text: await store.api.snapshot(), now })
      setName('')
    }, 'The snapshot is taken.'),
  )
  return (
    <form class="tools" onSubmit={take}>
      <input
        aria-label="Name of the snapshot"
        placeholder="Name, such as “before the import”"
        class="snapshot-name"
        maxLength={80}
        value={name}
        onInput={typed(setName)}
      />
      <Button type="submit" look="primary" icon="snapshots">
        Take snapshot
      </Button>
    </form>
  )
}
