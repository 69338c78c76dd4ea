import type { Contact } from '../sdk/resources/contacts.ts'
import { contactBody, writableFields } from './operations/contact-body.ts'
import { isPlainObject } from './plain-object.ts'
import { unlessRefused } from './problems.ts'
import { fieldsMustBeKnown } from './rules/contact-fields.ts'
import { segmentIn, testOf } from './rules/segments.ts'
import type { Account } from './state/account.ts'
import type { ContactRow } from './state/rows.ts'
import { builtInSegments, isBuiltIn, type SegmentFilter } from './state/segments.ts'

/** A segment, and how many contacts are in it now. */
export interface Segment {
  /** What exports name it by. */
  readonly id: string
  /** Which contacts are in it. */
  readonly filter: SegmentFilter
  /** Whether every account has it. */
  readonly isBuiltIn: boolean
  /** How many contacts are in it now. */
  readonly count: number
}

/**
 * Named filters of contacts, which exports can be asked for by. Built in are `has-external-id`,
 * `has-no-external-id`, `anonymous`, `external-id-starts-with:POS-` and
 * `external-id-is-one-of:POS-1,POS-2`, with any text and any values; a comma or percent sign of a
 * value is percent-encoded.
 */
export interface SegmentRecords {
  /**
   * Defines a segment, or defines it anew. Contacts are in it by what they are when asked.
   *
   * @throws {Error} when the id is empty or built in, or the filter is none; it says why
   * @example
   * ```ts
   * mock.segments.define('gold', { externalId: { present: true }, fields: { tier: 'gold' } })
   * ```
   */
  define(id: string, filter: SegmentFilter): void
  /**
   * Removes a segment that was defined. An export that was asked for before has no contacts then.
   *
   * @throws {Error} when there is none with this id
   */
  remove(id: string): void
  /** The segments, built-in ones first; those with a text or values of your own are not listed. */
  all(): Segment[]
  /**
   * The contacts in a segment now, oldest first, as the API would show them.
   *
   * @throws {Error} when there is none with this id
   */
  contacts(id: string): Contact[]
}

/** The segments of the account that is looked up at the moment of asking. */
export function segmentsOf(account: () => Account): SegmentRecords {
  return {
    define(id, filter) {
      const held = account()
      const flaw = flawOfSegment(id, filter) ?? flawOfFields(held, filter)
      if (flaw !== undefined) throw new Error(`segment ${JSON.stringify(id)}: ${flaw}`)
      held.segments.set(id, structuredClone(filter))
    },
    remove(id) {
      if (isBuiltIn(id)) throw new Error(`segment ${JSON.stringify(id)}: ${builtIn}`)
      if (!account().segments.delete(id)) throw unknown(id)
    },
    all() {
      const held = account()
      const filters = [...Object.entries(builtInSegments), ...held.segments.entries()]
      return filters.map(([id, filter]) => {
        const count = contactsIn(held, filter).length
        return { id, filter: structuredClone(filter), isBuiltIn: isBuiltIn(id), count }
      })
    },
    contacts(id) {
      const held = account()
      const filter = segmentIn(held, id)
      if (filter === undefined) throw unknown(id)
      return contactsIn(held, filter).map((contact) => contactBody(held, contact))
    },
  }
}

function contactsIn(account: Account, filter: SegmentFilter): ContactRow[] {
  return [...account.contacts.values()].filter(testOf(account, filter))
}

function unknown(id: string) {
  return new Error(`there is no segment ${JSON.stringify(id)}`)
}

const builtIn = 'its id is that of a built-in segment'
const identifiers = ['externalId', 'email'] as const
const members = [...identifiers, 'anonymous', 'fields']

/** What is wrong with a segment by itself, in words; undefined when nothing is. */
export function flawOfSegment(id: unknown, filter: unknown): string | undefined {
  if (typeof id !== 'string' || id === '') return 'its id is no text, or empty'
  if (isBuiltIn(id)) return builtIn
  if (!isPlainObject(filter)) return 'its filter is no object'
  const { anonymous, fields } = filter
  const flaws = [
    flawOfMembers('its filter', filter, members),
    ...identifiers.map((name) => flawOfIdentifier(name, filter[name])),
    isUnsetOr(anonymous, 'boolean') ? undefined : 'anonymous is no boolean',
    fields === undefined || areFields(fields) ? undefined : 'fields are no values by field',
  ]
  return flaws.find((flaw) => flaw !== undefined)
}

function flawOfIdentifier(name: string, filter: unknown): string | undefined {
  if (filter === undefined) return undefined
  if (!isPlainObject(filter)) return `${name} is no object`
  const { present, startsWith, oneOf } = filter
  if (!isUnsetOr(present, 'boolean')) return `${name}.present is no boolean`
  if (!isUnsetOr(startsWith, 'string') || startsWith === '') {
    return `${name}.startsWith is no text, or empty`
  }
  if (oneOf !== undefined && !isTexts(oneOf)) return `${name}.oneOf is no array of texts`
  return flawOfMembers(name, filter, ['present', 'startsWith', 'oneOf'])
}

function flawOfMembers(which: string, object: object, known: readonly string[]) {
  const stray = Object.keys(object).find((name) => !known.includes(name))
  return stray === undefined ? undefined : `${which} has ${known.join(', ')}, but no ${stray}`
}

function areFields(fields: unknown) {
  if (!isPlainObject(fields)) return false
  return Object.values(fields).every(
    (value) =>
      isTexts(value) || Number.isFinite(value) || ['string', 'boolean'].includes(typeof value),
  )
}

function isTexts(value: unknown) {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isUnsetOr(value: unknown, type: 'boolean' | 'string') {
  return value === undefined || typeof value === type
}

/** A field that nobody has would make a segment that nobody is in. */
function flawOfFields(account: Account, { fields = {} }: SegmentFilter): string | undefined {
  const identifier = ['_email', '_externalId'].find((name) => Object.hasOwn(fields, name))
  if (identifier !== undefined) return `fields.${identifier} is a matter of email or externalId`
  return unlessRefused<string | undefined>(
    () => void fieldsMustBeKnown(account, writableFields, fields, []),
    (problem) => `its fields: ${problem}`,
  )
}
