import { plant } from '../../mock/plant.ts'
import { Problem } from '../../mock/problems.ts'
import { Account, type AccountSettings } from '../../mock/state/account.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import type { ContactRow } from '../../mock/state/rows.ts'
import type { Seed } from '../../mock/state/seed.ts'
import { contactFieldList } from '../../sdk/contact-field-list.ts'
import type { ContactFields } from '../../sdk/contact-fields.ts'

/** Midnight of the first day of 2026, in milliseconds. */
const now = Date.UTC(2026, 0, 1)

interface AnAccountOptions extends Partial<AccountSettings> {
  contactFields?: ContactFields
}

/** An account with these records; settings are the strict ones unless given. */
export function anAccount(seed: Seed = {}, settings: AnAccountOptions = {}): Account {
  const { contactFields = {}, ...more } = settings
  const account = new Account({
    behaviors: defaultBehaviors,
    domains: [],
    blocked: false,
    now: () => now,
    jobs: { startAfter: 1000, recordsPerSecond: 10_000 },
    ...more,
  })
  for (const field of contactFieldList(contactFields)) account.contactFields.put(field)
  plant(account, seed)
  return account
}

/** The contact with this email; there must be one. */
export function contactOf(account: Account, email: string): ContactRow {
  const contact = account.contacts.by.email.get(email)
  if (contact === undefined) throw new Error(`no contact ${email}`)
  return contact
}

/** A contact that is not in any table yet. */
export function aNewContact(fields: ContactRow['fields'] = {}): ContactRow {
  return { id: '', fields, createdAt: now, updatedAt: now, totals: undefined }
}

/** How a rule refuses: status, rule and body of its problem; undefined when it lets pass. */
export function refusalOf(apply: () => unknown) {
  try {
    apply()
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    const { status, rule, body } = thrown
    return { status, rule, ...(body as object) }
  }
  return undefined
}
