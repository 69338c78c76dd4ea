import type { ContactAddress } from '../address.ts'
import type { Schema } from '../contract.ts'
import { ApiError, ConnectifError } from '../errors.ts'
import { dateOf } from '../files/rows-to-csv.ts'
import type { Contacts } from '../resources/contacts.ts'
import type { ContactKey } from './contact-options.ts'
import type { Plan } from './run.ts'
import { Stamps } from './stamps.ts'

type Contact = Schema<'Contact'>

/** A row with the identifiers of its contact, as far as it has them. */
export interface Row {
  readonly _email?: string | null | undefined
  readonly _externalId?: string | null | undefined
}

/**
 * How contacts are written one by one.
 *
 * @param begunAt - when the items may have been sent first, where that was not now
 */
export function upserts(
  contacts: Contacts,
  key: ContactKey,
  begunAt?: number,
): Plan<Row, 'created' | 'updated' | 'unchanged' | 'imported', Contact> {
  const seen = stampsOf(contacts)
  return {
    operation: 'contacts.upsertMany',
    outcomes: ['created', 'updated', 'unchanged', 'imported'],
    keysOf: keysOfRow,
    async carryOut(row, options) {
      const { address, patch } = callOf(row, key)
      const answered = await contacts.upsert(address, patch, options).withResponse()
      if (begunAt !== undefined) answered.elapsedMs = Date.now() - begunAt
      const { id, _createdAt, _updatedAt } = answered.data
      return {
        outcome: seen.outcomeOf(id, _createdAt, _updatedAt, answered),
        data: answered.data,
      }
    },
  }
}

const stamps = new WeakMap<Contacts, Stamps>()

/** The moments that the client has seen, in earlier runs too. */
function stampsOf(contacts: Contacts): Stamps {
  const known = stamps.get(contacts) ?? new Stamps()
  stamps.set(contacts, known)
  return known
}

/** How contacts are deleted one by one. */
export function deletions(
  contacts: Contacts,
): Plan<ContactAddress, 'deleted' | 'unchanged', undefined> {
  return {
    operation: 'contacts.deleteMany',
    outcomes: ['deleted', 'unchanged'],
    keysOf: keysOfAddress,
    async carryOut(address, options) {
      try {
        await contacts.delete(address, options)
        return { outcome: 'deleted', data: undefined }
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 404)) throw error
        return { outcome: 'unchanged', data: undefined }
      }
    },
  }
}

/** What a row writes to. */
export function keysOfRow(row: Row): string[] {
  const { _email, _externalId } = Object(row) as Row
  return keysOf(_email, _externalId)
}

/** What a deletion writes to. */
export function keysOfAddress(address: ContactAddress): string[] {
  const { email, externalId } = Object(address) as ContactAddress
  return keysOf(email, externalId)
}

/** Emails are compared as the API compares them (assumed), External IDs exactly. */
export function keysOf(email: unknown, externalId: unknown): string[] {
  const keys: string[] = []
  if (typeof email === 'string') keys.push(`e${email.trim().toLowerCase()}`)
  if (typeof externalId === 'string') keys.push(`x${externalId}`)
  return keys
}

/** The call that writes a row: an import of the row would write the same. */
function callOf(row: Row, key: ContactKey) {
  if (typeof row !== 'object' || row === null) {
    throw new ConnectifError('an item is an object with _externalId or _email')
  }
  const { _email, _externalId, ...fields } = row
  const byEmail = !isGiven(_externalId) || (key === 'email' && isGiven(_email))
  const address = byEmail ? { email: _email } : { externalId: _externalId }
  const other = byEmail ? { _externalId } : { _email }
  const given = Object.entries({ ...other, ...fields }).filter(([, value]) => isGiven(value))
  const patch = Object.fromEntries(given.map(([name, value]) => [name, sendable(value)]))
  // Seam: whether it is one that can be sent is for the call to say.
  return { address: address as ContactAddress, patch }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** A day where a date is the beginning of one, as in a file. */
export function sendable(value: unknown): unknown {
  return value instanceof Date ? (dateOf(value) ?? value) : value
}
