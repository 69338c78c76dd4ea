import { useState } from 'preact/hooks'
import type { Reply, Sheet } from '../client/shapes.ts'
import { countOf } from '../store/format.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Notice } from '../ui/blocks.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Refusal } from '../ui/rule-note.tsx'
import { nameOf } from './people.ts'

/** Asks before a contact is deleted, and says what stays. */
export function ContactDelete(props: {
  readonly sheet: Sheet
  /** Where the API has the contact. */
  readonly path: string
  readonly onClose: () => void
}) {
  const { sheet, path, onClose } = props
  const store = useStore()
  const [refused, setRefused] = useState<Reply>()

  const remove = async () => {
    try {
      const reply = await store.api.call(store.account.value as string, 'DELETE', path)
      if (reply.status >= 400) return setRefused(reply)
      onClose()
      store.toast.value = 'The contact is deleted.'
      store.router.go('contacts')
      await store.changed()
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    }
  }

  return (
    <Dialog
      title={`Delete ${nameOf(sheet.contact)}?`}
      action="Delete for good"
      danger
      onAction={remove}
      onClose={onClose}
    >
      <WhatStays sheet={sheet} />
      <Refusal reply={refused} />
    </Dialog>
  )
}

function WhatStays({ sheet: { purchases, activityCount } }: { readonly sheet: Sheet }) {
  return (
    <>
      <p>
        The profile and its activity ({countOf(activityCount, 'event')}) are gone for good. Its
        email and External ID are free for other contacts.
      </p>
      <Notice tone="warn">
        {purchases.length === 0
          ? 'It has no purchases, so nothing stays.'
          : `${countOf(purchases.length, 'purchase')} stay${purchases.length === 1 ? 's' : ''} in the account, without a contact.`}
      </Notice>
    </>
  )
}
