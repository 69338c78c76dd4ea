import type { Contact } from '../sdk/resources/contacts.ts'
import { contactBody } from './operations/contact-body.ts'
import { type ContactTest, segmentIn, testOf } from './rules/segments.ts'
import { type ContactOrder, ordered, type Way, wayOf } from './search-order.ts'
import { startTest, textTest } from './search-texts.ts'
import type { Account } from './state/account.ts'
import type { ContactRow } from './state/rows.ts'
import type { SegmentFilter } from './state/segments.ts'

/** Which identifiers a contact has. */
export type ContactKind =
  /** Neither; gone after 90 days without activity. */
  | 'anonymous'
  /** An External ID, with or without an email. */
  | 'external-id'
  /** An email, and no External ID. */
  | 'email-only'

/** Which contacts are looked for; all that is given must hold, and an empty text is nothing. */
export interface ContactSearch extends ContactOrder {
  /** How the External ID, the email or a word of the name begins, whatever its case. */
  readonly start?: string
  /** How the External ID begins, compared as the account compares them. */
  readonly externalId?: string
  /** How the email begins, compared as the account compares them. */
  readonly email?: string
  /** What a text of the contact has in it, whatever its case. */
  readonly text?: string
  /** Whether the contact has neither identifier. */
  readonly anonymous?: boolean
  /** Which identifiers the contact has. */
  readonly kind?: ContactKind
  /** Id of the segment that it is in. */
  readonly segment?: string
  /** How many contacts at most. @default 100 */
  readonly limit?: number
  /** How many contacts to leave out at first. @default 0 */
  readonly offset?: number
  /** The `next` of the page before; only where contacts come oldest first. */
  readonly after?: string
}

/** A page of the contacts that were looked for. */
export interface ContactsFound {
  /** In the order that was asked for, as the API would show them. */
  readonly contacts: Contact[]
  /** How many there are on all pages. */
  readonly total: number
  /** What the next page begins after; undefined on the last one, and in another order. */
  readonly next: string | undefined
}

/**
 * Looks through the contacts of an account.
 *
 * @throws {Error} when there is no such segment, kind or order, when limit or offset is no number
 *   of contacts, or when `after` is given for another order than oldest first
 */
export function searchContacts(account: Account, search: ContactSearch): ContactsFound {
  const { limit = 100, offset = 0, after = '' } = search
  if (!Number.isInteger(limit) || limit < 1) throw new Error('limit is a whole number from 1')
  if (!Number.isInteger(offset) || offset < 0) throw new Error('offset is a whole number from 0')
  const way = wayOf(search)
  if (way) {
    if (after) throw new Error('after is for contacts that come oldest first')
    const { rows, total } = inOrder(account, search, way, offset + limit)
    return { contacts: shown(account, rows.slice(offset, offset + limit)), total, next: undefined }
  }
  const found = foundBy(account, testsOf(account, search))
  // Ids count up, so that a page holds also when the contact before it is gone.
  const rest = after === '' ? found : found.filter(({ id }) => id > after)
  const page = rest.slice(offset, offset + limit)
  const next = rest.length > offset + limit ? page.at(-1)?.id : undefined
  return { contacts: shown(account, page), total: found.length, next }
}

function shown(account: Account, contacts: readonly ContactRow[]): Contact[] {
  return contacts.map((contact) => contactBody(account, contact))
}

interface Order {
  readonly key: string
  readonly rows: readonly ContactRow[]
  /** How many there are, of which the rows are the first. */
  readonly total: number
}

/** How many of the first contacts are found quicker than all are sorted. */
const fewest = 1000
/** What the last search in an account found, for the pages that follow. */
const orders = new WeakMap<Account, Order>()

/** At least so many of the contacts that fit, in their order. */
function inOrder(account: Account, search: ContactSearch, way: Way, count: number): Order {
  const key = keyOf(account, search)
  const known = orders.get(account)
  if (known?.key === key && known.rows.length >= Math.min(count, known.total)) return known
  const found = foundBy(account, testsOf(account, search))
  const total = found.length
  const rows = ordered(found, way, count <= fewest ? fewest : total)
  const order = { key, rows, total }
  orders.set(account, order)
  return order
}

/** Equal for searches that find the same, as long as nothing has changed. */
function keyOf(account: Account, { limit: _, offset: __, ...search }: ContactSearch): string {
  const { contacts, contactFields } = account
  const members = search.segment === undefined ? null : segmentIn(account, search.segment)
  return JSON.stringify([contacts.changes, contactFields.changes, members, search])
}

/** The filter of each kind. */
const kinds: Readonly<Record<ContactKind, SegmentFilter>> = {
  'external-id': { externalId: { present: true } },
  'email-only': { externalId: { present: false }, email: { present: true } },
  anonymous: { anonymous: true },
}

function foundBy(account: Account, tests: readonly ContactTest[]): ContactRow[] {
  const found: ContactRow[] = []
  for (const contact of account.contacts.values()) {
    if (tests.every((test) => test(contact))) found.push(contact)
  }
  return found
}

function testsOf(account: Account, search: ContactSearch): ContactTest[] {
  const { externalId, email, anonymous, kind, text, start, segment } = search
  const filter: SegmentFilter = {
    ...(externalId && { externalId: { startsWith: externalId } }),
    ...(email && { email: { startsWith: email } }),
    ...(anonymous !== undefined && { anonymous }),
  }
  const tests = Object.keys(filter).length === 0 ? [] : [testOf(account, filter)]
  if (kind !== undefined) {
    if (!Object.hasOwn(kinds, kind))
      throw new Error(`kind is one of ${Object.keys(kinds).join(', ')}`)
    tests.push(testOf(account, kinds[kind]))
  }
  if (segment !== undefined) {
    const members = segmentIn(account, segment)
    if (members === undefined) throw new Error(`there is no segment ${JSON.stringify(segment)}`)
    tests.push(testOf(account, members))
  }
  if (text) tests.push(textTest(text))
  if (start) tests.push(startTest(start))
  return tests
}
