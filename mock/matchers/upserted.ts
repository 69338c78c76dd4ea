import type { Contact } from '../../sdk/resources/contacts.ts'
import type { JournalEntry } from '../journal.ts'
import type { Mock } from '../mock.ts'
import { contactBody } from '../operations/contact-body.ts'
import { type ContactAddress, contactAt } from '../rules/external-id.ts'
import { callsTo, isUpsert, lineOf } from './calls.ts'
import { called, type Expecting, latest, type MatcherResult, twinIn } from './matcher.ts'

/** Fields that a contact is expected to have; `undefined` stands for one that it has not. */
export type ExpectedContact = { readonly [Name in keyof Contact]?: Contact[Name] | undefined } & {
  readonly [customField: string]: unknown
}

/** Whether a contact was upserted by this address, and has these fields now. */
export function toHaveUpserted(
  this: Expecting,
  received: unknown,
  address: ContactAddress,
  fields?: ExpectedContact,
): MatcherResult {
  const twin = twinIn(received, 'toHaveUpserted')
  const calls = callsTo(twin, address)
  const done = calls.filter(isUpsert)
  const held = [...new Set(done.map(({ account }) => account))]
    .map((id) => heldBy(twin, id, address, fields))
    .toSorted((a, b) => likeness(this, b, fields) - likeness(this, a, fields))
  const pass = done.length > 0 && (!fields || held.some((one) => this.equals(one, fields)))

  return {
    pass,
    message: () =>
      [
        called(this, 'toHaveUpserted', address, fields),
        '',
        ...(pass ? [] : [...shortfall(this, done, held, fields), '']),
        ...(calls.length > 0 ? callsToIt(calls) : otherUpserts(twin)),
        ...forgotten(twin),
      ].join('\n'),
  }
}

type Held = Record<string, unknown> | undefined

/** The fields in question, as the contact of an account has them now. */
function heldBy(
  twin: Mock,
  id: string | undefined,
  address: ContactAddress,
  fields: ExpectedContact = {},
): Held {
  const account = twin.openAccounts().get(String(id))
  const row = account && contactAt(account, address)
  if (!row) return undefined
  const contact: Record<string, unknown> = { ...contactBody(account, row) }
  return Object.fromEntries(Object.keys(fields).map((name) => [name, contact[name]]))
}

/** How many of the expected fields are as expected. */
function likeness({ equals }: Expecting, held: Held, fields: ExpectedContact = {}): number {
  if (!held) return -1
  return Object.keys(fields).filter((name) => equals(held[name], fields[name])).length
}

function shortfall(
  { utils }: Expecting,
  done: readonly JournalEntry[],
  [nearest]: readonly Held[],
  fields: ExpectedContact = {},
): (string | null | undefined)[] {
  if (done.length === 0) return ['No upsert by this address succeeded.']
  if (!nearest) return ['It was upserted, but no contact has this address now.']
  return ['It was upserted, but the contact differs now:', '', utils.diff(fields, nearest)]
}

function callsToIt(calls: readonly JournalEntry[]): string[] {
  return ['Calls to this address:', ...latest(calls.map(lineOf)).map(indented)]
}

function otherUpserts(twin: Mock): string[] {
  const others = twin.journal.calls().filter(isUpsert)
  if (others.length === 0) return ['No call went to this address, and no contact was upserted.']
  const lines = latest(others.map(lineOf)).map(indented)
  return ['No call went to this address. Upserts by others that succeeded:', ...lines]
}

function forgotten({ journal }: Mock): string[] {
  const held = journal.calls().length
  return held < journal.count ? [`The journal has ${held} of ${journal.count} calls.`] : []
}

function indented(text: string): string {
  return `  ${text}`
}
