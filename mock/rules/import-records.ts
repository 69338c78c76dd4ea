import type { components } from '../../sdk/generated/schema.ts'
import { problems } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow, FieldValue } from '../state/rows.ts'
import type { ContactAddress } from './external-id.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

type Options = components['schemas']['ImportOptions']

/** What a record of a file says of whom it is about. */
export interface Identifiers {
  readonly externalId: string | undefined
  readonly email: string | undefined
}

/** Values to write, by the names of their fields. */
export type Values = Readonly<Record<string, FieldValue>>

const importIdentifier = {
  id: 'import-identifier',
  grade: 'documented',
  source: sources.importTool,
  says: 'A record is found by its External ID, email, product id or code.',
} as const

/** Which of the two counts when both are there is undocumented. */
export const contactMustBeNamed = rule(
  importIdentifier,
  ({ settings }: Account, { externalId, email }: Identifiers): ContactAddress => {
    const emailFirst = settings.behaviors.importKey === 'email'
    if (email !== undefined && (emailFirst || externalId === undefined)) return { email }
    if (externalId !== undefined) return { externalId }
    throw refused('', 'has neither External ID nor email')
  },
)

/** Contacts keyed by External ID are never merged with contacts keyed by email. */
export const identifiersMustAgree = rule(
  importIdentifier,
  ({ contacts }: Account, known: ContactRow | undefined, { externalId, email }: Identifiers) => {
    if (known === undefined || externalId === undefined || email === undefined) return
    if (known.fields._externalId === externalId && known.fields._email === email) return
    const one = contacts.by.externalId.get(externalId)
    const other = contacts.by.email.get(email)
    if (one && other && one.id !== other.id) {
      throw refused('_email', 'belongs to another contact than _externalId')
    }
  },
)

/** Products and coupons have one identifier. */
export const keyMustBeGiven = rule(importIdentifier, (column: string, value: string) => {
  if (value.trim() === '') throw refused(column, 'is empty')
})

/** Undocumented. A code is given to one contact, so it can be added only once. */
export const codeMustBeNew = rule(
  importIdentifier,
  (earlier: ReadonlySet<string>, code: string) => {
    if (earlier.has(code)) throw refused('code', 'stands in an earlier record of the file')
  },
)

const importOverride = {
  id: 'import-override',
  grade: 'documented',
  source: sources.createImport,
  says: 'Whether records change what exists, or only its fields without value, is an option.',
} as const

/** That a record of something that exists counts as an error is assumed. */
export const existingMustBeOverridable = rule(
  importOverride,
  ({ overrideExisting }: Options, known: object | undefined, column: string) => {
    if (known && !overrideExisting) {
      throw refused(column, 'is of something that exists, and overrideExisting is false')
    }
  },
)

/** What may be written of a record's values; identifiers are values too. */
export const writableOf = rule(
  importOverride,
  ({ updateOnlyEmptyFields }: Options, held: object | undefined, values: Values): Values => {
    if (!updateOnlyEmptyFields || held === undefined) return values
    return Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(held, name)))
  },
)

function refused(path: string, reason: string) {
  return problems.misfit([{ path, reason }], 'body')
}
