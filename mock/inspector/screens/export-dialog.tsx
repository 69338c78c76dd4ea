import { useState } from 'preact/hooks'
import type { Reply } from '../client/shapes.ts'
import { useLoad } from '../store/load.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field, typed } from '../ui/field.tsx'
import { Refusal } from '../ui/rule-note.tsx'

/** Which contacts are to be exported, and how. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const account = store.account.value as string
  const [segmentId, setSegment] = useState('')
  const [dateFormat, setDateFormat] = useState('ISO')
  const [refused, setRefused] = useState<Reply>()

  const create = async () => {
    const filters = segmentId === '' ? {} : { filters: { segmentId } }
    const body = { exportType: 'contacts', delimiter: ',', dateFormat, ...filters }
    try {
      const reply = await store.api.call(account, 'POST', '/exports/', body)
      if (reply.status >= 400) return setRefused(reply)
      onClose()
      store.toast.value = 'The export is queued.'
      await store.changed()
      store.router.go('exports', (reply.body as { id: string }).id)
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    }
  }

  return (
    <Dialog title="Export contacts" action="Export" onAction={create} onClose={onClose}>
      <div class="fields">
        <SegmentField value={segmentId} onValue={setSegment} />
        <Field label="Dates">
          {(control) => (
            <select {...control} value={dateFormat} onChange={typed(setDateFormat)}>
              {['ISO', 'L', 'LL', 'LLL'].map((format) => (
                <option key={format}>{format}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Refusal reply={refused} />
    </Dialog>
  )
}

function SegmentField(props: {
  readonly value: string
  readonly onValue: (value: string) => void
}) {
  const { api, account } = useStore()
  const id = account.value as string
  const segments = useLoad(id, () => api.segments(id)).data?.segments ?? []
  return (
    <Field label="Segment">
      {(control) => (
        <select {...control} value={props.value} onChange={typed(props.onValue)}>
          <option value="">all contacts</option>
          {segments.map(({ id, count }) => (
            <option key={id} value={id}>
              {id} ({count})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
