import { useState } from 'preact/hooks'
import type { Reply } from '../client/shapes.ts'
import { bytesText } from '../store/format.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Code } from '../ui/blocks.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Refusal } from '../ui/rule-note.tsx'
import { useCsvFile } from './csv-file.ts'
import { type ImportDraft, ImportFields, optionsOf, usualImport } from './import-fields.tsx'

/** How a file is to be imported, and what is in it. */
export function ImportDialog({ file }: { readonly file: File }) {
  const store = useStore()
  const csv = useCsvFile(file)
  const [chosen, setChosen] = useState<Partial<ImportDraft>>({})
  const [refused, setRefused] = useState<Reply>()
  const draft = { ...usualImport, ...csv?.likely, ...chosen }
  const close = () => {
    store.dropped.value = undefined
  }

  const send = async () => {
    const account = store.account.value
    if (account === undefined || csv === undefined) return
    try {
      const reply = await store.api.importFile(account, optionsOf(draft), csv.bytes)
      await store.changed()
      if (reply.status >= 400) return setRefused(reply)
      close()
      store.toast.value = `${file.name} is being imported.`
      store.router.go('imports', (reply.body as { id: string }).id)
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    }
  }

  return (
    <Dialog
      title={`Import ${file.name}`}
      action="Import"
      disabled={csv === undefined}
      onAction={send}
      onClose={close}
    >
      <p class="muted">{bytesText(file.size)}. It begins like this:</p>
      <Code label="How the file begins">{csv?.start ?? ''}</Code>
      <ImportFields draft={draft} set={(more) => setChosen((now) => ({ ...now, ...more }))} />
      <Refusal reply={refused} />
    </Dialog>
  )
}
