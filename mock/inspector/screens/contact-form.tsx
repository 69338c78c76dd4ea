import type { ComponentChildren } from 'preact'
import type { Contact, FieldFacts } from '../client/shapes.ts'
import { Panel } from '../ui/blocks.tsx'
import { Button } from '../ui/button.tsx'
import { Refusal } from '../ui/rule-note.tsx'
import { useSubmit } from '../ui/submit.ts'
import { useContactEdits } from './contact-edits.ts'
import { ContactField } from './contact-field.tsx'
import { fieldOf, textOf } from './contact-patch.ts'

const identifiers = ['_externalId', '_email']

/** The fields of a contact, changed by the API's own call. */
export function ContactForm(props: {
  readonly contact: Contact
  readonly fields: readonly FieldFacts[]
}) {
  const { contact, fields } = props
  const { edits, refused, edit, discard, save } = useContactEdits(contact, fields)
  const at = refused && fieldOf(refused, edits)
  const draw = (field: FieldFacts) => (
    <ContactField
      key={field.id}
      field={field}
      text={edits[field.id] ?? textOf(contact[field.id])}
      refused={at === field.id ? refused : undefined}
      onText={(text) => edit(field.id, text)}
    />
  )
  return (
    <form class="stack" aria-label="Fields of the contact" onSubmit={useSubmit(save)}>
      <FieldPanels fields={fields} draw={draw} />
      <Refusal reply={at === undefined ? refused : undefined} />
      <div class="form-foot save-bar" hidden={Object.keys(edits).length === 0}>
        <span class="push muted">Not saved yet</span>
        <Button onClick={discard}>Discard</Button>
        <Button type="submit" look="primary">
          Save
        </Button>
      </div>
    </form>
  )
}

function FieldPanels(props: {
  readonly fields: readonly FieldFacts[]
  readonly draw: (field: FieldFacts) => ComponentChildren
}) {
  const { fields, draw } = props
  const first = fields.filter(({ id }) => identifiers.includes(id))
  const others = fields.filter(({ id, isWritable }) => isWritable && !identifiers.includes(id))
  const custom = others.filter(({ isCustom }) => isCustom)
  return (
    <>
      <Panel title="Identifiers">
        <div class="fields">{first.map(draw)}</div>
      </Panel>
      <Panel title="Fields">
        <div class="fields">{others.filter(({ isCustom }) => !isCustom).map(draw)}</div>
      </Panel>
      <Panel title="Custom fields">
        {custom.length > 0 ? (
          <div class="fields">{custom.map(draw)}</div>
        ) : (
          <p class="muted">
            The account declares none. <code>connectif.contactFields.create</code> adds one.
          </p>
        )}
      </Panel>
    </>
  )
}
