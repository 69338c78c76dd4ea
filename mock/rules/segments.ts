import type { Account } from '../state/account.ts'
import type { UniqueIndex } from '../state/indexes.ts'
import type { ContactRow, FieldValue } from '../state/rows.ts'
import { builtInFilter, type IdentifierFilter, type SegmentFilter } from '../state/segments.ts'
import { isAnonymous } from './external-id.ts'

/** What a contact is tested for. */
export type ContactTest = (contact: ContactRow) => boolean

/** The filter of a segment, built in or defined; undefined where there is none with this id. */
export function segmentIn(account: Account, id: string): SegmentFilter | undefined {
  return builtInFilter(id) ?? account.segments.get(id)
}

/** Tells which contacts of an account a filter means, by what they are now. */
export function testOf(account: Account, filter: SegmentFilter): ContactTest {
  const { externalId, email, anonymous, fields } = filter
  const { by } = account.contacts
  const tests: ContactTest[] = []
  if (externalId) tests.push(identifierTest(by.externalId, '_externalId', externalId))
  if (email) tests.push(identifierTest(by.email, '_email', email))
  if (anonymous !== undefined) tests.push((contact) => isAnonymous(contact) === anonymous)
  if (fields) tests.push(fieldsTest(account, fields))
  return (contact) => tests.every((test) => test(contact))
}

function identifierTest(
  index: UniqueIndex<ContactRow>,
  name: '_externalId' | '_email',
  { present, startsWith, oneOf }: IdentifierFilter,
): ContactTest {
  const owners = oneOf && new Set(oneOf.map((value) => index.get(value)?.id))
  return ({ id, fields }) => {
    const value = fields[name]
    if (present !== undefined && present !== (value !== undefined)) return false
    if (owners && !owners.has(id)) return false
    if (startsWith === undefined) return true
    return value !== undefined && index.same(value.slice(0, startsWith.length), startsWith)
  }
}

function fieldsTest(account: Account, wanted: Readonly<Record<string, FieldValue>>): ContactTest {
  const conditions = Object.entries(wanted).map(([name, value]) => {
    const byDefault = account.contactFields.get(name)?.defaultValue
    return { name, value: JSON.stringify(value), byDefault }
  })
  return ({ fields }) =>
    conditions.every(({ name, value, byDefault }) => {
      const own = Object.hasOwn(fields, name) ? fields[name] : byDefault
      return JSON.stringify(own) === value
    })
}
