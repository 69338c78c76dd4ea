import type { JournalEntry } from '../journal.ts'
import { grouped, membersOf } from './reading.ts'

/** A call to one contact. */
export interface ContactCall {
  readonly call: JournalEntry
  /** Connectif's id of the contact; undefined where the answer has none. */
  readonly id: string | undefined
  /** What was sent; empty where nothing was. */
  readonly sent: Readonly<Record<string, unknown>>
  /** What was answered; empty where nothing was. */
  readonly answered: Readonly<Record<string, unknown>>
}

/** The calls to contacts, in groups of those that reach the same one, by whichever address. */
export function byContact(calls: readonly JournalEntry[]): ContactCall[][] {
  const contactCalls = calls.flatMap(contactCallOf)
  const firsts = new Map<string, string>()
  for (const { call, answered } of contactCalls) {
    const roots = namesOf(call, answered).map((name) => firstOf(name, firsts))
    const [first = '', ...others] = roots
    for (const other of others) if (other !== first) firsts.set(other, first)
  }
  return grouped(contactCalls, ({ call }) => firstOf(namesOf(call, {})[0] as string, firsts))
}

function contactCallOf(call: JournalEntry): ContactCall[] {
  const { operation, account, requestBody, body, method } = call
  if (account === undefined || !operation?.includes(' /contacts/')) return []
  const answered = membersOf(body)
  const id = typeof answered.id === 'string' ? answered.id : undefined
  return [{ call, id, sent: method === 'PATCH' ? membersOf(requestBody) : {}, answered }]
}

/** Its address, and the other identifier where the answer tells it. */
function namesOf({ account, operation, address }: JournalEntry, answered: object): string[] {
  const { _email, _externalId } = answered as { _email?: string; _externalId?: string }
  const named = (kind: string, value: string) => `${account}\n${kind}\n${value}`
  const byEmail = (value: string) => named('email', value.trim().toLowerCase())
  const [value = ''] = address
  const own = operation?.endsWith('{externalId}') ? named('externalId', value) : byEmail(value)
  const email = _email === undefined ? [] : [byEmail(_email)]
  const externalId = _externalId === undefined ? [] : [named('externalId', _externalId)]
  return [own, ...email, ...externalId]
}

function firstOf(name: string, firsts: ReadonlyMap<string, string>): string {
  let at = name
  for (let next = firsts.get(at); next !== undefined; next = firsts.get(at)) at = next
  return at
}
