import { type ContactAddress, toContact } from '../address.ts'
import type { ApiPromise } from '../api-promise.ts'
import type { Schema } from '../contract.ts'
import { ConnectifError, NotFoundError } from '../errors.ts'
import type { Transport } from '../transport.ts'
import { begin } from './begin.ts'
import type { BegunRun } from './bulk-run.ts'
import type { ContactBulkOptions, ContactKey } from './contact-options.ts'
import type { BulkOptions, BulkSource } from './options.ts'
import type { Plan } from './run.ts'
import { Stamps } from './stamps.ts'

type Contact = Schema<'Contact'>

/** A row with the identifiers of its contact, as far as it has them. */
export interface Row {
  readonly _email?: string | null | undefined
  readonly _externalId?: string | null | undefined
}

/** Begins to write contacts. */
export function upsertMany<Item, Data>(
  transport: Transport,
  source: BulkSource<Item>,
  { key = 'externalId', ...options }: ContactBulkOptions,
): Promise<BegunRun<Item, 'created' | 'updated' | 'unchanged' | 'imported', Data>> {
  // Seam: the contract knows no custom fields, and types cannot hold what a source gives.
  return begin(source as BulkSource<Row>, options, upserts(transport, key)) as never
}

/** Begins to delete contacts. */
export function deleteMany(
  transport: Transport,
  source: BulkSource<ContactAddress>,
  options: BulkOptions,
): Promise<BegunRun<ContactAddress, 'deleted' | 'unchanged', undefined>> {
  return begin(source, options, deletions(transport))
}

/** How contacts are written one by one. */
function upserts(
  transport: Transport,
  key: ContactKey,
): Plan<Row, 'created' | 'updated' | 'unchanged' | 'imported', Contact> {
  const stamps = new Stamps()
  return {
    operation: 'contacts.upsertMany',
    outcomes: ['created', 'updated', 'unchanged', 'imported'],
    keysOf: (row) => {
      const { _email, _externalId } = Object(row) as Row
      return keysOf(_email, _externalId)
    },
    async carryOut(row, options) {
      const { address, patch } = callOf(row, key)
      // Seam: a row has the fields of both patches, less the one that is its address.
      const init = { ...options, body: patch as never }
      const call: ApiPromise<Contact> = transport.call('PATCH', toContact(address), init)
      const answered = await call.withResponse()
      const { id, _createdAt, _updatedAt } = answered.data
      return {
        outcome: stamps.outcomeOf(id, _createdAt, _updatedAt, answered),
        data: answered.data,
      }
    },
  }
}

/** How contacts are deleted one by one. */
function deletions(transport: Transport): Plan<ContactAddress, 'deleted' | 'unchanged', undefined> {
  return {
    operation: 'contacts.deleteMany',
    outcomes: ['deleted', 'unchanged'],
    keysOf: (address) => {
      const { email, externalId } = Object(address) as ContactAddress
      return keysOf(email, externalId)
    },
    async carryOut(address, options) {
      try {
        await transport.call('DELETE', toContact(address), { ...options })
        return { outcome: 'deleted', data: undefined }
      } catch (error) {
        if (error instanceof NotFoundError) return { outcome: 'unchanged', data: undefined }
        throw error
      }
    },
  }
}

/** Emails are compared as the API compares them (assumed), External IDs exactly. */
function keysOf(email: unknown, externalId: unknown): string[] {
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
  // Seam: whether it is one that can be sent is for `toContact`.
  return { address: address as ContactAddress, patch }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** A day where a date is the beginning of one, as in a file. */
function sendable(value: unknown): unknown {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return value
  return value.toISOString().replace('T00:00:00.000Z', '')
}
