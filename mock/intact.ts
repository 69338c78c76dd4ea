import { writableFields } from './operations/contact-body.ts'
import { unlessRefused } from './problems.ts'
import { contactFieldMustBeValid, fieldsMustBeKnown } from './rules/contact-fields.ts'
import { eventTypeMustBeValid } from './rules/custom-events.ts'
import { isAnonymous } from './rules/external-id.ts'
import { recounted } from './rules/purchase-effects.ts'
import type { Account } from './state/account.ts'
import { isMoment } from './state/clock.ts'
import type { ContactRow, PurchaseTotals } from './state/rows.ts'

const ofTheContract = new Set(writableFields)

/** What does not fit together in an account, in words; undefined when all does. */
export function flawOfAccount(account: Account): string | undefined {
  return (
    flawOfDeclarations(account) ??
    firstFlaw(account.contacts.values(), (contact) => flawOfContact(account, contact)) ??
    firstFlaw(account.purchases.values(), ({ id, contactId }) =>
      contactId === undefined || account.contacts.get(contactId)
        ? undefined
        : `purchase ${id} belongs to no contact`,
    ) ??
    firstFlaw(account.trackers.entries(), ([tracker, contactId]) =>
      account.contacts.get(contactId) ? undefined : `tracker ${tracker} has no contact`,
    ) ??
    firstFlaw(account.anonymous.entries(), ([contactId, at]) => {
      const contact = account.contacts.get(contactId)
      if (contact && isAnonymous(contact) && isMoment(at)) return undefined
      return `${contactId} is listed as anonymous, and is not`
    })
  )
}

/** What the rules of contact fields and event types refuse. */
function flawOfDeclarations(account: Account) {
  return (
    firstFlaw(account.contactFields.values(), (field) =>
      refusal(`contact field ${field.id}`, () => contactFieldMustBeValid(field)),
    ) ??
    firstFlaw(account.eventTypes.values(), ({ eventType, alias }) =>
      // That aliases are not given twice is seen to by their index.
      refusal(`eventTypes ${alias}`, () =>
        eventTypeMustBeValid(undefined, { alias, ...eventType }),
      ),
    )
  )
}

function flawOfContact(account: Account, contact: ContactRow) {
  const { id, fields, totals } = contact
  if (isAnonymous(contact) && !account.anonymous.has(id)) {
    return `the anonymous contact ${id} is not listed as one`
  }
  if (!areSame(totals, recounted(account, contact).totals)) {
    return `the totals of contact ${id} are not those of its purchases`
  }
  if (Object.keys(fields).every((name) => ofTheContract.has(name))) return undefined
  return refusal(`contact fields of ${id}`, () =>
    fieldsMustBeKnown(account, writableFields, fields, []),
  )
}

/** Sums of the same prices in another order can differ in the last digits. */
function areSame(totals: PurchaseTotals | undefined, counted: PurchaseTotals | undefined) {
  if (totals === undefined || counted === undefined) return totals === counted
  return (
    totals.count === counted.count &&
    Math.abs(totals.amount - counted.amount) <= 1e-9 * Math.abs(counted.amount) &&
    Date.parse(totals.first) === Date.parse(counted.first) &&
    Date.parse(totals.last) === Date.parse(counted.last)
  )
}

function firstFlaw<Record>(
  records: Iterable<Record>,
  flawOf: (record: Record) => string | undefined,
): string | undefined {
  for (const record of records) {
    const flaw = flawOf(record)
    if (flaw !== undefined) return flaw
  }
  return undefined
}

function refusal(which: string, rule: () => void): string | undefined {
  return unlessRefused<string | undefined>(
    () => void rule(),
    (problem) => `${which}: ${problem}`,
  )
}
