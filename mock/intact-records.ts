import * as fits from './generated/validators.ts'
import { flawOfSegment } from './segments.ts'
import type { AccountState } from './snapshot.ts'
import { flawOfExport, flawOfImport, type Unchecked } from './snapshot-jobs.ts'
import { kindsOfActivity, origins } from './state/activities.ts'
import { isMoment } from './state/clock.ts'
import type { PurchaseTotals } from './state/rows.ts'
import { type Validator, violations } from './violations.ts'

type Row<Kind extends keyof AccountState> = AccountState[Kind] extends readonly (infer One)[]
  ? One
  : never

type Flaws = {
  readonly [Kind in Exclude<keyof AccountState, 'lastId' | 'exportsFreeSince'>]: (
    record: Unchecked<Row<Kind>>,
  ) => string | undefined
}

/** What is wrong with a record of each kind by itself, in words; undefined when nothing is. */
export const flaws: Flaws = {
  contacts: (row) =>
    flawOfRow(row) ??
    flawOfTimes(row) ??
    flawBy(fits.upsertContactByEmailBody, row.fields) ??
    flawOfEmail(row.fields as Row<'contacts'>['fields']) ??
    (areTotals(row.totals) ? undefined : 'its totals are broken'),
  purchases: (row) => flawOfRow(row) ?? flawOfTimes(row) ?? flawOfPurchase(row.purchase),
  products: (row) =>
    flawOfRow(row) ??
    flawOfTimes(row) ??
    flawBy(fits.upsertProductPath, { id: row.productId }) ??
    flawBy(fits.upsertProductBody, row.product),
  contactFields: (row) => flawBy(fits.createContactFieldBody, row),
  eventTypes: ({ id, alias, eventType }) =>
    flawOfRow({ id }) ??
    flawBy(fits.createCustomEventTypeBody, { alias, ...(eventType as object) }),
  activities: ({ type, at, contactId, origin, subject, data }) => {
    if (!kindsOfActivity.includes(type as never)) return 'it is of no known type'
    if (!origins.includes(origin as never)) return 'it has no known origin'
    if (!isMoment(at) || typeof contactId !== 'string') return 'it lacks at or contactId'
    return (subject === undefined || typeof subject === 'string') && areFields(data)
      ? undefined
      : 'its subject or data are broken'
  },
  imports: (row) => flawOfRow(row) ?? flawOfImport(row),
  exports: (row) => flawOfRow(row) ?? flawOfExport(row),
  segments: (pair) => {
    const [id, filter] = Array.isArray(pair) ? pair : []
    return flawOfSegment(id, filter)
  },
  anonymous: (pair) => (isPair(pair, 'number') ? undefined : 'it is no contact with a moment'),
  trackers: (pair) => (isPair(pair, 'string') ? undefined : 'it is no tracker with a contact'),
}

/** Internal ids count up in 24 hex characters; contact fields have ids of the store's own. */
function flawOfRow({ id }: { readonly id?: unknown }) {
  const isId = typeof id === 'string' && /^[0-9a-f]{24}$/.test(id)
  return isId ? undefined : 'its id has not 24 hex characters'
}

function flawOfTimes({ createdAt, updatedAt }: Unchecked<Row<'contacts'>>) {
  return isMoment(createdAt) && isMoment(updatedAt) ? undefined : 'its dates are not moments'
}

function flawOfEmail({ _email }: Row<'contacts'>['fields']) {
  return _email === undefined || fits.Email(_email) ? undefined : '_email is not an email address'
}

/** Its products have Connectif's ids, which a purchase that is created does not bring. */
function flawOfPurchase(purchase: unknown) {
  const items = (purchase as Row<'purchases'>['purchase'] | undefined)?.products
  if (!Array.isArray(items) || !items.every((item) => typeof item === 'object' && item)) {
    return 'it has no products'
  }
  const products = items.map(({ id: _, ...item }) => item)
  return (
    items.map(flawOfRow).find((flaw) => flaw !== undefined) ??
    flawBy(fits.createPurchaseBody, { ...(purchase as object), products })
  )
}

function flawBy(validator: Validator, value: unknown) {
  if (validator(value)) return undefined
  const [first] = violations(validator.errors ?? [])
  return first && `${first.path} ${first.reason}`
}

function isPair(pair: unknown, second: 'number' | 'string') {
  return Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === second
}

/** What an event told: values as contact fields have them. */
function areFields(data: unknown) {
  if (data === undefined) return true
  return typeof data === 'object' && data !== null && Object.values(data).every(isFieldValue)
}

function isFieldValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string')
  return ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
}

function areTotals(totals: unknown) {
  if (totals === undefined) return true
  if (typeof totals !== 'object' || totals === null) return false
  const { count, amount, first, last } = totals as Partial<PurchaseTotals>
  return (
    Number.isInteger(count) &&
    Number.isFinite(amount) &&
    fits.DateTime(first) &&
    fits.DateTime(last)
  )
}
