import { useState } from 'preact/hooks'
import type { Reply } from '../client/shapes.ts'
import { useLoad } from '../store/load.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Notice } from '../ui/blocks.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, typed } from '../ui/field.tsx'
import { RuleNote } from '../ui/rule-note.tsx'

/** Which contacts are to be exported, and how. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const account = store.account.value as string
  const [segmentId, setSegment] = useState('')
  const [dateFormat, setDateFormat] = useState('ISO')
  const [refused, setRefused] = useState<Reply>()
  const segments = useLoad(account, () => store.api.segments(account)).data?.segments ?? []

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
        <Field label="Segment">
          {(control) => (
            <select {...control} value={segmentId} onChange={typed(setSegment)}>
              <option value="">all contacts</option>
              {segments.map(({ id, count }) => (
                <option key={id} value={id}>
                  {id} ({count})
                </option>
              ))}
            </select>
          )}
        </Field>
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
      {refused && (
        <Notice tone="bad">
          <RuleNote reply={refused} />
        </Notice>
      )}
    </Dialog>
  )
}
