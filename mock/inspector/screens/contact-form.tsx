import { useState } from 'preact/hooks'
import type { Contact, FieldFacts, Reply } from '../client/shapes.ts'
import { messageOf, useStore } from '../store/store.ts'
import { Notice, Panel } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { RuleNote } from '../ui/rule-note.tsx'
import { ContactField } from './contact-field.tsx'
import { type Edits, fieldOf, patchesOf, textOf } from './contact-patch.ts'

const identifiers = ['_externalId', '_email']

/** The fields of a contact, changed by the API's own call. */
export function ContactForm(props: {
  readonly contact: Contact
  readonly fields: readonly FieldFacts[]
}) {
  const store = useStore()
  const { contact, fields } = props
  const [edits, setEdits] = useState<Edits>({})
  const [refused, setRefused] = useState<Reply>()
  const [isBusy, setBusy] = useState(false)
  const isChanged = Object.keys(edits).length > 0
  const at = refused && fieldOf(refused, edits)
  const known = fields.filter(({ id, isWritable }) => isWritable && !identifiers.includes(id))
  const first = fields.filter(({ id }) => identifiers.includes(id))

  const edit = (id: string, text: string) => {
    const { [id]: _, ...others } = edits
    setEdits(text === textOf(contact[id]) ? others : { ...others, [id]: text })
    setRefused(undefined)
  }
  const discard = () => {
    setEdits({})
    setRefused(undefined)
  }
  const save = async () => {
    setBusy(true)
    try {
      for (const { path, body } of patchesOf(contact, edits, fields)) {
        const reply = await store.api.call(store.account.value as string, 'PATCH', path, body)
        if (reply.status >= 400) return setRefused(reply)
      }
      store.toast.value = 'Saved.'
      setRefused(undefined)
      setEdits({})
    } catch (thrown) {
      store.toast.value = messageOf(thrown)
    } finally {
      setBusy(false)
      await store.changed()
    }
  }

  const draw = (field: FieldFacts) => (
    <ContactField
      key={field.id}
      field={field}
      isReadOnly={!!contact._isAnonymous}
      text={edits[field.id] ?? textOf(contact[field.id])}
      refused={at === field.id ? refused : undefined}
      onText={(text) => edit(field.id, text)}
    />
  )
  return (
    <form
      class="stack"
      aria-label="Fields of the contact"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {contact._isAnonymous && <AnonymousNote />}
      <Panel title="Identifiers">
        <div class="fields">{first.map(draw)}</div>
      </Panel>
      <Panel title="Fields">
        <div class="fields">{known.filter(({ isCustom }) => !isCustom).map(draw)}</div>
      </Panel>
      <Panel title="Custom fields">
        {known.some(({ isCustom }) => isCustom) ? (
          <div class="fields">{known.filter(({ isCustom }) => isCustom).map(draw)}</div>
        ) : (
          <p class="muted">
            The account declares none. <code>connectif.contactFields.create</code> adds one.
          </p>
        )}
      </Panel>
      {refused && at === undefined && (
        <Notice tone="bad">
          <RuleNote reply={refused} />
        </Notice>
      )}
      <div class="form-foot save-bar" hidden={!isChanged}>
        <span class="push muted">Not saved yet</span>
        <Button onClick={discard}>Discard</Button>
        <Button type="submit" look="primary" disabled={isBusy}>
          Save
        </Button>
      </div>
    </form>
  )
}

function AnonymousNote() {
  return (
    <Notice>
      Anonymous: the API addresses contacts by email or External ID, and this one has neither. A
      form that tells the email makes it known; without activity it is purged after 90 days.
    </Notice>
  )
}
