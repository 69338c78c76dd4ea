import type { Contact, FieldFacts } from '../client/shapes.ts'
import { Facts, Notice, Panel } from '../ui/blocks.tsx'
import { labelOf } from './contact-field.tsx'
import { textOf } from './contact-patch.ts'

/** What is known of a contact that the API has no address for, and why it cannot be changed. */
export function AnonymousContact(props: {
  readonly contact: Contact
  readonly fields: readonly FieldFacts[]
}) {
  const { contact, fields } = props
  const facts = fields
    .filter(({ isWritable }) => isWritable)
    .map((field) => [labelOf(field), textOf(contact[field.id])] as const)
    .filter(([, text]) => text !== '')
  return (
    <div class="stack">
      <Notice>
        This contact is anonymous, so it can be neither edited nor deleted: the API addresses
        contacts by email or External ID, and it has neither. It becomes known when a form tells its
        email, as <code>mock.tracking.web().identify</code> does; without activity it is purged
        after 90 days.
      </Notice>
      <Panel title="Fields">
        {facts.length > 0 ? <Facts facts={facts} /> : <p class="muted">None is set.</p>}
      </Panel>
    </div>
  )
}
