import type { components } from '../../sdk/generated/schema.ts'
import { routes } from '../generated/routes.ts'
import { isAnonymous } from '../rules/external-id.ts'
import type { Account } from '../state/account.ts'
import { iso } from '../state/moment.ts'
import type { ContactRow } from '../state/rows.ts'

const patch = routes.find(({ key }) => key === 'PATCH /contacts/email/{email}')

/** Fields of the contract that a contact can be given in one way or another. */
export const writableFields: readonly string[] = ['_email', ...(patch?.patchOf ?? [])]

/** The contact as the API shows it. The figures that the twin does not compute are null. */
export function contactBody(
  account: Account,
  contact: ContactRow,
): components['schemas']['Contact'] {
  const { id, fields, totals } = contact
  return {
    id,
    ...unset(account),
    ...fields,
    _isAnonymous: isAnonymous(contact),
    _hasPushSubscriptions: false,
    _createdAt: iso(contact.createdAt),
    _updatedAt: iso(contact.updatedAt),
    ...(totals && { _firstPurchaseDate: totals.first, _lastPurchaseDate: totals.last }),
    _totalPurchases: totals?.count ?? 0,
    _totalPurchasesAmount: money(totals?.amount ?? 0),
    _averagePurchasesAmount: money(totals ? totals.amount / totals.count : 0),
    _churnRate: null,
    _pAlive: null,
    _clv: null,
    _expectedPurchases: null,
    _recency: null,
    _frequency: null,
    _monetary: null,
    _rfm: null,
  }
}

/** What fields show that were never set: the default value of a custom one, or nothing. */
function unset({ contactFields, settings }: Account): object {
  const nulls = settings.behaviors.unsetFields === 'null'
  if (!nulls && contactFields.size === 0) return {}
  const shown: Record<string, unknown> = {}
  if (nulls) for (const name of writableFields) shown[name] = null
  for (const { id, defaultValue } of contactFields.values()) {
    if (defaultValue !== undefined) shown[id] = defaultValue
    else if (nulls) shown[id] = null
  }
  return shown
}

/** Without the noise of binary fractions; large amounts have none. */
function money(amount: number) {
  return Math.abs(amount) < 1e9 ? Math.round(amount * 1e6) / 1e6 : amount
}
