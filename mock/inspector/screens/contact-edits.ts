import { useState } from 'preact/hooks'
import type { Contact, FieldFacts, Reply } from '../client/shapes.ts'
import { messageOf, useStore } from '../store/store.ts'
import { changesOf, type Edits, patchesOf, without } from './contact-patch.ts'

/** What is changed of a contact but not saved yet. */
interface ContactEdits {
  /** What differs from the contact as it is now, which others may change meanwhile. */
  readonly edits: Edits
  /** Why it was not saved. */
  readonly refused: Reply | undefined
  edit(id: string, text: string): void
  discard(): void
  /** Makes the calls of the API that it takes; none where nothing is changed. */
  save(): Promise<void>
}

/** Holds changes of a contact until they are saved or discarded. */
export function useContactEdits(contact: Contact, fields: readonly FieldFacts[]): ContactEdits {
  const store = useStore()
  const [typed, setTyped] = useState<Edits>({})
  const [refused, setRefused] = useState<Reply>()
  const edits = changesOf(contact, typed)

  const edit = (id: string, text: string) => {
    setTyped((before) => changesOf(contact, { ...before, [id]: text }))
    setRefused(undefined)
  }
  const discard = () => {
    setTyped({})
    setRefused(undefined)
  }
  const save = async () => {
    if (Object.keys(edits).length === 0) return
    try {
      for (const { path, body } of patchesOf(contact, edits, fields)) {
        const reply = await store.api.call(store.account.value as string, 'PATCH', path, body)
        if (reply.status >= 400) return setRefused(reply)
      }
      store.toast.value = 'Saved.'
      setRefused(undefined)
      // What was typed meanwhile stays.
      setTyped((now) => without(now, edits))
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    } finally {
      await store.changed()
    }
  }
  return { edits, refused, edit, discard, save }
}
