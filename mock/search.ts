import type { Contact } from '../sdk/resources/contacts.ts'
import { contactBody } from './operations/contact-body.ts'
import { type ContactTest, segmentIn, testOf } from './rules/segments.ts'
import type { Account } from './state/account.ts'
import type { ContactRow } from './state/rows.ts'
import type { SegmentFilter } from './state/segments.ts'

/** Which contacts are looked for; all that is given must hold, and an empty text is nothing. */
export interface ContactSearch {
  /** How the External ID begins, compared as the account compares them. */
  readonly externalId?: string
  /** How the email begins, compared as the account compares them. */
  readonly email?: string
  /** What a text of the contact has in it, whatever its case. */
  readonly text?: string
  /** Whether the contact has neither identifier. */
  readonly anonymous?: boolean
  /** Id of the segment that it is in. */
  readonly segment?: string
  /** How many contacts at most. @default 100 */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
}

/** A page of the contacts that were looked for. */
export interface ContactsFound {
  /** Oldest first, as the API would show them. */
  readonly contacts: Contact[]
  /** How many there are on all pages. */
  readonly total: number
  /** What the next page begins after; undefined on the last one. */
  readonly next: string | undefined
}

/**
 * Looks through the contacts of an account.
 *
 * @throws {Error} when there is no such segment, or the limit is no whole number from 1
 */
export function searchContacts(account: Account, search: ContactSearch): ContactsFound {
  const { limit = 100, after = '' } = search
  if (!Number.isInteger(limit) || limit < 1) throw new Error('limit is a whole number from 1')
  const tests = testsOf(account, search)
  const page: ContactRow[] = []
  let total = 0
  let isMore = false
  for (const contact of account.contacts.values()) {
    if (!tests.every((test) => test(contact))) continue
    total++
    // Ids count up, so that a page holds also when the contact before it is gone.
    if (contact.id <= after) continue
    if (page.length < limit) page.push(contact)
    else isMore = true
  }
  const contacts = page.map((contact) => contactBody(account, contact))
  return { contacts, total, next: isMore ? page.at(-1)?.id : undefined }
}

function testsOf(account: Account, search: ContactSearch): ContactTest[] {
  const { externalId, email, anonymous, text, segment } = search
  const filter: SegmentFilter = {
    ...(externalId && { externalId: { startsWith: externalId } }),
    ...(email && { email: { startsWith: email } }),
    ...(anonymous !== undefined && { anonymous }),
  }
  const tests = [testOf(account, filter)]
  if (segment !== undefined) {
    const members = segmentIn(account, segment)
    if (members === undefined) throw new Error(`there is no segment ${JSON.stringify(segment)}`)
    tests.push(testOf(account, members))
  }
  if (text) tests.push(textTest(text.toLowerCase()))
  return tests
}

/** The texts of a contact are those of its fields, and its lists of options. */
function textTest(wanted: string): ContactTest {
  return ({ fields }) =>
    Object.values(fields).some((value) =>
      typeof value === 'object'
        ? value.some((one) => one.toLowerCase().includes(wanted))
        : typeof value === 'string' && value.toLowerCase().includes(wanted),
    )
}
