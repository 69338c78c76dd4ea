import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'
import type { ContactRow } from '../state/rows.ts'
import { isAnonymous } from './external-id.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** Each goes at the moment at which its 90 days end, however late the clock is looked at. */
export const purgeDue = rule(
  {
    id: 'anonymous-purge',
    grade: 'documented',
    source: sources.anonymous,
    says: 'Contacts with neither email nor External ID go after 90 days without activity.',
  },
  (account: Account, now: number) => {
    for (const { contactId, at } of account.anonymous.due(now)) {
      const contact = account.contacts.get(contactId) as ContactRow
      remove(account, contact, 'contact-purged', at, 'system')
    }
  },
)

/** Writes a contact, which from now on counts as active; the 90 days run only while anonymous. */
export function save(account: Account, contact: ContactRow): ContactRow {
  const before = account.reads.lag ? account.contacts.get(contact.id) : undefined
  const saved =
    contact.id === ''
      ? account.contacts.add({ ...contact, id: account.nextId() })
      : account.contacts.put(contact)
  account.reads.written(before, saved)
  if (isAnonymous(saved)) account.anonymous.touch(saved.id, account.now())
  else account.anonymous.remove(saved.id)
  return saved
}

/** Takes a contact out of the account, with its activities; its purchases stay. */
export function remove(
  account: Account,
  contact: ContactRow,
  type: 'contact-deleted' | 'contact-purged',
  at: number,
  origin: Origin,
): void {
  const { id, fields } = contact
  const keeps = account.settings.behaviors.purchasesOfDeletedContact === 'keep-contact'
  for (const row of account.purchases.of.contact.get(id)) {
    const former = keeps && { formerContact: { id, email: fields._email } }
    account.purchases.put({ ...row, contactId: undefined, ...former })
  }
  account.contacts.delete(contact)
  account.anonymous.remove(id)
  account.trackers.forget(id)
  account.activities.forget(id)
  account.activities.record({ type, at, contactId: id, origin })
}
