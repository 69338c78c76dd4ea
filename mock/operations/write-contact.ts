import { save } from '../rules/anonymity.ts'
import { fieldsMustBeKnown } from '../rules/contact-fields.ts'
import { emailMustBeFree, nullMustBeAllowed, patched } from '../rules/contacts.ts'
import {
  type ContactAddress,
  contactAt,
  externalIdMustBeFree,
  identifierMustBeReplaceable,
} from '../rules/external-id.ts'
import type { Account } from '../state/account.ts'
import type { Origin } from '../state/activities.ts'
import type { ContactRow, ContactValues, FieldValue } from '../state/rows.ts'

/** What is written of a contact. Its shape is that of the contract. */
export interface ContactPatch {
  readonly body: Partial<ContactValues>
  /** Fields that are set to null. */
  readonly nulls: readonly string[]
  /** Fields of the contract that may be written; custom ones may stand beside them. */
  readonly writable: readonly string[]
}

/** A contact after it was written, and as it was before; undefined where it is new. */
export interface Written {
  readonly contact: ContactRow
  readonly known: ContactRow | undefined
}

/** An address, and the contact that has it. */
export interface Found {
  readonly address: ContactAddress
  /** Undefined where none has it. */
  readonly known: ContactRow | undefined
}

/** Updates the contact with this address, or creates it, under the rules of every way in. */
export function writeContact(
  account: Account,
  address: ContactAddress,
  patch: ContactPatch,
  origin: Origin,
): Written {
  return writeFound(account, { address, known: contactAt(account, address) }, patch, origin)
}

/** The same, for who has looked the contact up. */
export function writeFound(
  account: Account,
  { address, known }: Found,
  { body, nulls, writable }: ContactPatch,
  origin: Origin,
): Written {
  const contact = known ?? nobody

  nullMustBeAllowed(account, nulls)
  fieldsMustBeKnown(account, writable, body, nulls)
  if (body._externalId !== undefined && body._externalId !== contact.fields._externalId) {
    identifierMustBeReplaceable(account, '_externalId', body._externalId, contact)
    externalIdMustBeFree(account, body._externalId, contact)
  }
  if (body._email !== undefined && body._email !== contact.fields._email) {
    identifierMustBeReplaceable(account, '_email', body._email, contact)
    emailMustBeFree(account, body._email, contact)
  }

  const { updatedAt } = account.settings.behaviors
  const next = known
    ? patched(known, body, nulls, account.now(), updatedAt)
    : newContact(account, address, body)
  return { contact: record(account, known, next, origin), known }
}

/** Writes a contact and what happened to it. */
export function record(
  account: Account,
  known: ContactRow | undefined,
  next: ContactRow,
  origin: Origin,
): ContactRow {
  const contact = save(account, next)
  if (contact !== known) {
    const type = known ? 'contact-updated' : 'contact-created'
    account.activities.record({ type, at: account.now(), contactId: contact.id, origin })
  }
  return contact
}

/** A contact that is not yet in the table: it has no id. */
export function blankContact(account: Account): ContactRow {
  const now = account.now()
  return { id: '', fields: {}, createdAt: now, updatedAt: now, totals: undefined }
}

const nobody: ContactRow = { id: '', fields: {}, createdAt: 0, updatedAt: 0, totals: undefined }

/** There may be millions: values that are set one by one take less memory than spread ones. */
function newContact(
  account: Account,
  { email, externalId }: ContactAddress,
  body: Partial<ContactValues>,
): ContactRow {
  const fields: Record<string, FieldValue | undefined> = {}
  if (email !== undefined) fields._email = email
  if (externalId !== undefined) fields._externalId = externalId
  for (const name in body) fields[name] = body[name]
  const now = account.now()
  return { id: account.nextId(), fields, createdAt: now, updatedAt: now, totals: undefined }
}
