import type { ContactAddress } from '../../sdk/address.ts'
import { type Place, problems, type Violation } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow } from '../state/rows.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

export type { ContactAddress }

/** Compared exactly: an External ID is somebody else's key. The status is assumed. */
export const externalIdMustBeFree = rule(
  {
    id: 'external-id-unique',
    grade: 'documented',
    source: sources.externalId,
    says: 'Two contacts cannot have the same External ID.',
  },
  (account: Account, externalId: string, contact: ContactRow) => {
    const owner = account.contacts.by.externalId.get(externalId)
    if (owner && owner.id !== contact.id) {
      throw problems.externalIdTaken(account.settings.behaviors.identifierTaken)
    }
  },
)

/**
 * The limit stands in the contract (schema ExternalId), in code points. Undocumented, and refused
 * because a path could not carry them: blank ids, `.` and `..`, control characters.
 */
export const externalIdMustFit = rule(
  {
    id: 'external-id-length',
    grade: 'documented',
    source: sources.externalId,
    says: 'An External ID has 1 to 50 characters and is not blank.',
  },
  (violations: readonly Violation[], place: Place) => {
    throw problems.misfit(violations, place)
  },
)

/** Replacing is undocumented; it is allowed because the field is a plain optional one. */
export const identifierMustBeReplaceable = rule(
  {
    id: 'external-id-single',
    grade: 'documented',
    source: sources.externalId,
    says: 'A contact has at most one External ID; setting another frees the old one.',
  },
  (account: Account, name: '_email' | '_externalId', value: string, contact: ContactRow) => {
    const before = contact.fields[name]
    if (before === undefined || before === value) return
    if (account.settings.behaviors.replaceIdentifier === 'refuse') {
      throw problems.identifierFixed(name)
    }
  },
)

/** Anonymous contacts are the ones that the vendor deletes after 90 days of inactivity. */
export const isAnonymous = rule(
  {
    id: 'external-id-identifies',
    grade: 'documented',
    source: sources.externalId,
    says: 'A contact with an External ID is not anonymous, even without an email.',
  },
  (contact: ContactRow): boolean =>
    contact.fields._email === undefined && contact.fields._externalId === undefined,
)

/** The other identifier in a body never finds a contact, so nothing can be merged by it. */
export const contactAt = rule(
  {
    id: 'external-id-no-merge',
    grade: 'documented',
    source: sources.externalId,
    says: 'Contacts keyed by External ID are never merged with contacts keyed by email.',
  },
  (account: Account, address: ContactAddress): ContactRow | undefined =>
    address.email !== undefined
      ? account.contacts.by.email.get(address.email)
      : account.contacts.by.externalId.get(address.externalId),
)
