import { type Place, problems, type Violation } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'
import type { Behaviors } from '../state/behaviors.ts'
import type { ContactRow, ContactValues, FieldValue } from '../state/rows.ts'
import { remove } from './anonymity.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** Undocumented. The email is the primary key, so two contacts with one would contradict it. */
export const emailMustBeFree = rule(
  {
    id: 'email-unique',
    grade: 'assumed',
    source: sources.contact,
    says: 'Two contacts cannot have the same email, whatever its case.',
  },
  (account: Account, email: string, contact: ContactRow) => {
    const owner = account.contacts.by.email.get(email)
    if (owner && owner.id !== contact.id) {
      throw problems.emailTaken(account.settings.behaviors.identifierTaken)
    }
  },
)

/** The format stands in the contract (schema Email). */
export const emailMustBeValid = rule(
  {
    id: 'email-valid',
    grade: 'documented',
    source: sources.patchContact,
    says: 'An email has the format of an email address.',
  },
  (violations: readonly Violation[], place: Place) => {
    throw problems.misfit(violations, place)
  },
)

/** That it creates is documented; whether it then answers 200 or 201 is not. */
export const patchStatus = rule(
  {
    id: 'patch-creates',
    grade: 'documented',
    source: sources.patchContactByEmail,
    says: 'PATCH creates the contact when the address is unknown.',
  },
  (account: Account, known: object | undefined) =>
    known ? 200 : account.settings.behaviors.createdByPatch,
)

/** `_updatedAt` moves only when something changed: undocumented. */
export const patched = rule(
  {
    id: 'patch-partial',
    grade: 'documented',
    source: sources.externalId,
    says: 'Fields that a patch leaves out keep their value.',
  },
  (
    contact: ContactRow,
    patch: Partial<ContactValues>,
    cleared: readonly string[],
    now: number,
    moves: Behaviors['updatedAt'] = 'on-change',
  ): ContactRow => {
    const changes = Object.keys(patch).some((key) => !same(contact.fields[key], patch[key]))
    const clears = cleared.some((key) => Object.hasOwn(contact.fields, key))
    if (!changes && !clears && moves === 'on-change') return contact

    const fields: Record<string, FieldValue | undefined> = { ...contact.fields, ...patch }
    for (const key of cleared) delete fields[key]
    return { ...contact, fields, updatedAt: now }
  },
)

/** Undocumented. Refused, so that nobody clears a field by accident. */
export const nullMustBeAllowed = rule(
  {
    id: 'patch-null',
    grade: 'assumed',
    source: sources.undocumented,
    says: 'null is refused in the patch of a contact.',
  },
  (account: Account, nulls: readonly string[]) => {
    if (nulls.length > 0 && account.settings.behaviors.nullInPatch === 'refuse') {
      throw problems.nullRefused(nulls)
    }
  },
)

const legacyPath = {
  id: 'legacy-path',
  grade: 'documented',
  source: sources.contactPatch,
  says: '/contacts/{email} works as /contacts/email/{email}, but takes no External ID.',
} as const

/** Whether the older path will stay is not known. */
export const legacyPathMustBeOn = rule(legacyPath, (account: Account) => {
  if (account.settings.behaviors.legacyPath === 'off') throw problems.legacyPathGone()
})

/** The older page lists no `_externalId` in its body. */
export const legacyPatchMustNotLink = rule(
  legacyPath,
  (patch: object, nulls: readonly string[]) => {
    if (Object.hasOwn(patch, '_externalId') || nulls.includes('_externalId')) {
      throw problems.legacyExternalId()
    }
  },
)

/** Purchases outlive their contact, without reference to it. */
export const forget = rule(
  {
    id: 'delete-final',
    grade: 'documented',
    source: sources.deleteContacts,
    says: 'Deleting removes the profile and its activity for good; purchases stay.',
  },
  (account: Account, contact: ContactRow, origin: Origin = 'api') => {
    remove(account, contact, 'contact-deleted', account.now(), origin)
  },
)

/** Undocumented. The documented deletion of a purchase lists no 404 either. */
export const unknownContactMayBeDeleted = rule(
  {
    id: 'delete-unknown',
    grade: 'assumed',
    source: sources.undocumented,
    says: 'Deleting a contact that does not exist answers 204.',
  },
  (account: Account) => {
    if (account.settings.behaviors.deleteUnknownContact === 404) throw problems.contactUnknown()
  },
)

function same(a: FieldValue | undefined, b: FieldValue | undefined) {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((value, at) => value === b[at])
}
