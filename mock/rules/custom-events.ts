import type { components } from '../../sdk/generated/schema.ts'
import { problems, type Violation } from '../problems.ts'
import type { Account } from '../state/account.ts'
import type { ContactRow, EventTypeRow } from '../state/rows.ts'
import { misfitOf } from './field-values.ts'
import { rule } from './rule.ts'
import { sources } from './sources.ts'

/** Its email is what a custom event names a contact by. */
export const eventKeyMustBeEmail = rule(
  {
    id: 'event-key-email',
    grade: 'documented',
    source: sources.createCustomEventType,
    says: 'The primary key of a custom event is a field of type email.',
  },
  ({ eventType }: EventTypeRow, event: Readonly<Record<string, unknown>>): string => {
    const path = eventType.primaryKey
    const reason = Object.hasOwn(event, path)
      ? misfitOf({ type: 'email' }, event[path])
      : 'is required'
    if (reason !== undefined) throw problems.misfit([{ path, reason }], 'body')
    return event[path] as string
  },
)

/** Undocumented, as for the fields of contacts. */
export const eventFieldsMustBeKnown = rule(
  {
    id: 'event-field-known',
    grade: 'assumed',
    source: sources.createCustomEvent,
    says: 'A custom event has the fields of its type, and their values fit.',
  },
  ({ eventType }: EventTypeRow, event: Readonly<Record<string, unknown>>) => {
    const violations: Violation[] = []
    for (const { id, required } of eventType.fields) {
      if (required && !Object.hasOwn(event, id))
        violations.push({ path: id, reason: 'is required' })
    }
    for (const [path, value] of Object.entries(event)) {
      const field = eventType.fields.find(({ id }) => id === path)
      const reason = field ? misfitOf(field, value) : 'is not a field of this custom event type'
      if (reason !== undefined) violations.push({ path, reason })
    }
    if (violations.length > 0) throw problems.misfit(violations, 'body')
  },
)

/** E0501. */
export const eventContactMustExist = rule(
  {
    id: 'event-contact-exists',
    grade: 'documented',
    source: sources.errorCodes,
    says: 'The contact of a custom event exists, unless the call asks to create it.',
  },
  (contact: ContactRow | undefined, createContact: boolean) => {
    if (contact === undefined && !createContact) throw problems.eventContactUnknown()
  },
)

/** That the key is an email is documented; the rest is assumed. */
export const eventTypeMustBeValid = rule(
  {
    id: 'event-type-valid',
    grade: 'documented',
    source: sources.createCustomEventType,
    says: 'A custom event type has an alias of its own, and its key is a field of type email.',
  },
  (account: Account | undefined, type: components['schemas']['CustomEventTypeCreate']) => {
    const violations: Violation[] = []
    if (account?.eventTypes.by.alias.get(type.alias)) {
      violations.push({ path: 'alias', reason: 'belongs to another custom event type' })
    }
    if (new Set(type.fields.map(({ id }) => id)).size < type.fields.length) {
      violations.push({ path: 'fields', reason: 'must not have an id twice' })
    }
    if (type.fields.find(({ id }) => id === type.primaryKey)?.type !== 'email') {
      violations.push({ path: 'primaryKey', reason: 'must be the id of a field of type email' })
    }
    if (violations.length > 0) throw problems.misfit(violations, 'body')
  },
)
