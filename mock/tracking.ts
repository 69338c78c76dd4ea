import { bodyOf, pathMustFit } from './gate.ts'
import { routes } from './generated/routes.ts'
import { blankContact, record } from './operations/write-contact.ts'
import { Problem } from './problems.ts'
import type { Route } from './router.ts'
import { save } from './rules/anonymity.ts'
import { fieldsMustBeKnown } from './rules/contact-fields.ts'
import { patched } from './rules/contacts.ts'
import { isAnonymous } from './rules/external-id.ts'
import { merged, withoutExternalId } from './rules/tracking.ts'
import type { Account } from './state/account.ts'
import type { ContactRow, FieldValue } from './state/rows.ts'

/** A page that somebody looks at. */
export interface PageView {
  /** What the browser or device is known by. */
  trackerId: string
  /** Address of the page. */
  url?: string
}

/** What a form or an app tells of somebody. */
export interface Identification {
  /** What the browser or device is known by. */
  trackerId: string
  /** Email, by which a contact is found or identified. */
  email?: string
  /** Further fields of the contact, such as `_name`. */
  [field: string]: FieldValue | undefined
}

/** Web or mobile tracking of an account. */
export interface Tracker {
  /**
   * Somebody looks at a page: an unknown tracker becomes an anonymous contact. Its 90 days start
   * anew. Returns the id of the contact.
   */
  pageView(view: PageView): string
  /**
   * Somebody tells who they are. A known email decides: its contact stays, and an anonymous
   * contact of the tracker is merged into it. An unknown email identifies the anonymous contact of
   * the tracker, or makes a new one. Returns the id of the contact.
   *
   * @throws {Error} naming the rule that refuses, such as `external-id-not-tracked`
   */
  identify(who: Identification): string
}

/** Fields that tracking brings have the shapes of the older path, which takes no External ID. */
const patch = routes.find(({ key }) => key === 'PATCH /contacts/{email}') as Route

/** The tracking of the account that is looked up at the moment of the event. */
export function tracker(accountNow: () => Account, origin: 'web' | 'mobile'): Tracker {
  return {
    pageView: ({ trackerId, url }) => {
      const account = accountNow()
      const contact =
        contactOf(account, trackerId) ?? record(account, undefined, blankContact(account), origin)
      account.trackers.set(trackerId, contact.id)
      save(account, contact)
      const at = account.settings.now()
      account.activities.record({
        type: 'page-view',
        at,
        contactId: contact.id,
        origin,
        ...(url !== undefined && { data: { url } }),
      })
      return contact.id
    },
    identify: (who) => refusable(() => identify(accountNow(), who, origin)),
  }
}

function identify(account: Account, who: Identification, origin: 'web' | 'mobile'): string {
  const { trackerId, email, ...told } = who
  const fields = withoutExternalId(account, told)
  if (email !== undefined) pathMustFit(patch, { email })
  fieldsMustBeKnown(account, patch.patchOf ?? [], bodyOf(patch, fields).body as object, [])
  const tracked = contactOf(account, trackerId)
  const owner = email === undefined ? undefined : account.contacts.by.email.get(email)
  const known = owner ? mergedInto(account, owner, tracked, origin) : reusable(tracked, email)

  const given = email === undefined || owner ? fields : { ...fields, _email: email }
  const contact = known ?? blankContact(account)
  const saved = record(account, known, patched(contact, given, [], account.settings.now()), origin)
  account.trackers.set(trackerId, saved.id)
  return saved.id
}

/** A contact that has an identifier of its own does not take another person's email. */
function reusable(tracked: ContactRow | undefined, email: string | undefined) {
  return tracked && (email === undefined || isAnonymous(tracked)) ? tracked : undefined
}

function mergedInto(
  account: Account,
  owner: ContactRow,
  tracked: ContactRow | undefined,
  origin: 'web' | 'mobile',
) {
  return tracked && tracked.id !== owner.id ? merged(account, tracked, owner, origin) : owner
}

function contactOf(account: Account, trackerId: string) {
  const id = account.trackers.get(trackerId)
  return id === undefined ? undefined : account.contacts.get(id)
}

function refusable<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    throw new Error(`the rule ${thrown.rule} refuses it: ${thrown}`)
  }
}
