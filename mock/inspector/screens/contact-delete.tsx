import { useState } from 'preact/hooks'
import type { Reply, Sheet } from '../client/shapes.ts'
import { countOf } from '../store/format.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Notice } from '../ui/blocks.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RuleNote } from '../ui/rule-note.tsx'
import { addressOf } from './contact-patch.ts'
import { nameOf } from './people.ts'

/** Asks before a contact is deleted, and says what stays. */
export function ContactDelete(props: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const store = useStore()
  const { contact, purchases, activityCount } = props.sheet
  const [refused, setRefused] = useState<Reply>()
  const path = addressOf(contact)

  const remove = async () => {
    if (path === undefined) return
    try {
      const reply = await store.api.call(store.account.value as string, 'DELETE', path)
      if (reply.status >= 400) return setRefused(reply)
      props.onClose()
      store.toast.value = 'The contact is deleted.'
      store.router.go('contacts')
      await store.changed()
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    }
  }

  return (
    <Dialog
      title={`Delete ${nameOf(contact)}?`}
      action="Delete for good"
      danger
      isBusy={path === undefined}
      onAction={remove}
      onClose={props.onClose}
    >
      <p>
        The profile and its activity ({countOf(activityCount, 'event')}) are gone for good. Its
        email and External ID are free for other contacts.
      </p>
      <Notice tone="warn">
        {purchases.length === 0
          ? 'It has no purchases, so nothing stays.'
          : `${countOf(purchases.length, 'purchase')} stay${purchases.length === 1 ? 's' : ''} in the account, without a contact.`}
      </Notice>
      {path === undefined && (
        <Notice tone="bad">The API has no address for an anonymous contact.</Notice>
      )}
      {refused && (
        <Notice tone="bad">
          <RuleNote reply={refused} />
        </Notice>
      )}
    </Dialog>
  )
}
