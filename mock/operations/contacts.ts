import type { components } from '../../sdk/generated/schema.ts'
import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { fieldsMustBeKnown } from '../rules/contact-fields.ts'
import {
  emailMustBeFree,
  forget,
  legacyPatchMustNotLink,
  nullMustBeAllowed,
  patched,
  patchStatus,
  unknownContactMayBeDeleted,
} from '../rules/contacts.ts'
import {
  type ContactAddress,
  contactAt,
  externalIdMustBeFree,
  identifierMustBeReplaceable,
  isAnonymous,
} from '../rules/external-id.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/clock.ts'
import type { ContactRow, ContactValues } from '../state/rows.ts'
import type { Operations } from './operation.ts'

/** Contacts by email, by External ID, and by the older path. */
export const contacts: Operations<'/contacts/'> = {
  'GET /contacts/email/{email}': ({ account, params }) => read(account, params),
  'PATCH /contacts/email/{email}': (input) => upsert(input, input.params),
  'DELETE /contacts/email/{email}': ({ account, params }) => remove(account, params),

  'GET /contacts/external-id/{externalId}': ({ account, params }) => read(account, params),
  'PATCH /contacts/external-id/{externalId}': (input) => upsert(input, input.params),
  'DELETE /contacts/external-id/{externalId}': ({ account, params }) => remove(account, params),

  'GET /contacts/{email}': ({ account, params }) => read(account, params),
  'PATCH /contacts/{email}': (input) => {
    legacyPatchMustNotLink(input.body, input.nulls)

    return upsert(input, input.params)
  },
}

/** What a patch of a contact brings, whatever its address. */
interface ContactPatch {
  readonly account: Account
  readonly body: Partial<ContactValues>
  readonly nulls: readonly string[]
  readonly writable: readonly string[]
}

function read(account: Account, address: ContactAddress): Answer {
  const contact = contactAt(account, address)
  if (contact === undefined) throw problems.contactUnknown()

  return answer(200, contactBody(contact))
}

function upsert({ account, body, nulls, writable }: ContactPatch, address: ContactAddress): Answer {
  const known = contactAt(account, address)
  const contact = known ?? blankContact(account, address)

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

  const next = patched(contact, body, nulls, account.settings.now())
  return answer(patchStatus(account, known), contactBody(written(account, next)))
}

function remove(account: Account, address: ContactAddress): Answer {
  const contact = contactAt(account, address)
  if (contact === undefined) unknownContactMayBeDeleted(account)
  else forget(account, contact)

  return answer(204)
}

/** A contact that is not yet in the table: it has no id. */
function blankContact(account: Account, address: ContactAddress): ContactRow {
  const fields =
    'email' in address ? { _email: address.email } : { _externalId: address.externalId }
  const now = account.settings.now()
  return { id: '', fields, createdAt: now, updatedAt: now, totals: undefined }
}

function written(account: Account, contact: ContactRow) {
  return account.contacts.put(contact.id === '' ? { ...contact, id: account.nextId() } : contact)
}

/** The contact as the API shows it. The figures that the twin does not compute are null. */
export function contactBody(contact: ContactRow): components['schemas']['Contact'] {
  const { id, fields, totals } = contact
  return {
    id,
    ...fields,
    _isAnonymous: isAnonymous(contact),
    _hasPushSubscriptions: false,
    _createdAt: iso(contact.createdAt),
    _updatedAt: iso(contact.updatedAt),
    ...(totals && { _firstPurchaseDate: totals.first, _lastPurchaseDate: totals.last }),
    _totalPurchases: totals?.count ?? 0,
    _totalPurchasesAmount: money(totals?.amount ?? 0),
    _averagePurchasesAmount: money(totals ? totals.amount / totals.count : 0),
    _churnRate: null,
    _pAlive: null,
    _clv: null,
    _expectedPurchases: null,
    _recency: null,
    _frequency: null,
    _monetary: null,
    _rfm: null,
  }
}

/** Without the noise of binary fractions. */
function money(amount: number) {
  return Math.round(amount * 1e6) / 1e6
}
