import { problems } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'
import type { ContactRow, ContactValues } from '../state/rows.ts'
import { save } from './anonymity.ts'
import { isAnonymous } from './external-id.ts'
import { recounted } from './purchase-effects.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

type Fields = Readonly<Record<string, unknown>>
type ExternalIdPath = '_externalId' | 'contactExternalId'

/** Whether it is refused or ignored is undocumented; that it is never set is not. */
export const withoutExternalId = rule(
  {
    id: 'external-id-not-tracked',
    grade: 'documented',
    source: sources.externalId,
    says: 'Tracking and custom events can neither set an External ID nor address a contact by it.',
  },
  (account: Account, fields: Fields, path: ExternalIdPath = '_externalId'): Fields => {
    if (!Object.hasOwn(fields, path)) return fields
    if (account.settings.behaviors.trackedExternalId === 'refuse') throw problems.notTracked(path)
    const { [path]: _, ...rest } = fields
    return rest
  },
)

/** Only anonymous contacts are merged, and only by email. Whose fields stay is undocumented. */
export const merged = rule(
  {
    id: 'tracking-merge',
    grade: 'documented',
    source: sources.merging,
    says: 'An anonymous contact that turns out to have a known email is merged into its contact.',
  },
  (account: Account, anonymous: ContactRow, survivor: ContactRow, origin: Origin): ContactRow => {
    if (!isAnonymous(anonymous)) return survivor
    const at = account.now()
    for (const row of account.purchases.of.contact.get(anonymous.id)) {
      account.purchases.put({ ...row, contactId: survivor.id })
    }
    account.trackers.move(anonymous.id, survivor.id)
    account.activities.move(anonymous.id, survivor.id)
    account.contacts.delete(anonymous)
    account.anonymous.remove(anonymous.id)
    const fields = mergedFields(account, anonymous.fields, survivor.fields)
    const next = save(account, recounted(account, { ...survivor, fields, updatedAt: at }))
    account.activities.record({
      type: 'contact-merged',
      at,
      contactId: survivor.id,
      origin,
      subject: anonymous.id,
    })
    return next
  },
)

function mergedFields(account: Account, anonymous: ContactValues, survivor: ContactValues) {
  const { _email } = survivor
  return account.settings.behaviors.mergedFields === 'survivor'
    ? { ...anonymous, ...survivor }
    : { ...survivor, ...anonymous, ...(_email !== undefined && { _email }) }
}
