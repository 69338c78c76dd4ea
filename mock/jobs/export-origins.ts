import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'

/**
 * How contacts came in, by their ids; those that the log does not reach back to are missing. The
 * log of a merged contact is that of its survivor, so which of two creations is the survivor's own
 * shows in the ids, which count up.
 */
export function originsOf({ activities }: Account): ReadonlyMap<string, Origin> {
  const log = activities.all()
  const earlier = new Map<string, number>()
  for (const { type, contactId, subject = '' } of log) {
    if (type !== 'contact-merged') continue
    earlier.set(contactId, (earlier.get(contactId) ?? 0) + (subject < contactId ? 1 : 0))
  }
  const found = new Map<string, Origin>()
  for (const { type, contactId, origin } of log) {
    if (type !== 'contact-created') continue
    const before = earlier.get(contactId)
    if (before === undefined || before === 0) found.set(contactId, origin)
    if (before !== undefined) earlier.set(contactId, before - 1)
  }
  return found
}
