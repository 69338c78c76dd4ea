import { save } from '../rules/anonymity.ts'
import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'
import type { ContactRow, EventTypeRow } from '../state/rows.ts'

/** Records a custom event of a contact, which is an activity of it. Returns the id of the event. */
export function recordEvent(
  account: Account,
  type: EventTypeRow,
  contact: ContactRow,
  data: object,
  origin: Origin,
): string {
  const id = account.nextId()
  const { id: contactId } = save(account, contact)
  const at = account.now()
  account.activities.record({ type: 'custom-event', at, contactId, origin, subject: type.id, data })
  return id
}
