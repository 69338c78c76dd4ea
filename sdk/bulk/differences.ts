import type { PurchaseDifference } from '../errors.ts'
import type { Purchase, PurchaseCreation } from '../resources/purchases.ts'

const moment = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * What of a purchase is stored otherwise than it was sent. Moments are compared as moments, emails
 * without regard to case. Which contact an External ID names cannot be compared, since a purchase
 * does not show it; nor can the email of a purchase that shows none.
 */
export function differences(
  { contactEmail, contactExternalId: _, ...sent }: PurchaseCreation,
  stored: Purchase,
): PurchaseDifference[] {
  const email = { path: 'contactEmail', sent: contactEmail, stored: stored.contactEmail }
  const isOther =
    email.sent !== undefined &&
    email.stored !== undefined &&
    email.sent.trim().toLowerCase() !== email.stored.trim().toLowerCase()
  return [...(isOther ? [email] : []), ...between(sent, stored, '')]
}

function between(sent: unknown, stored: unknown, path: string): PurchaseDifference[] {
  if (sent === undefined || sent === stored) return []
  if (typeof sent !== 'object' || sent === null || Object(stored) !== stored) {
    return isSameMoment(sent, stored) ? [] : [{ path, sent, stored }]
  }
  if (Array.isArray(sent)) {
    const length = Math.max(sent.length, Array.isArray(stored) ? stored.length : 0)
    return Array.from({ length }, (_, at) =>
      at < sent.length
        ? between(sent[at], (stored as unknown[])[at], `${path}[${at}]`)
        : [{ path: `${path}[${at}]`, sent: undefined, stored: (stored as unknown[])[at] }],
    ).flat()
  }
  return Object.entries(sent).flatMap(([name, value]) =>
    between(value, (stored as Record<string, unknown>)[name], path ? `${path}.${name}` : name),
  )
}

function isSameMoment(sent: unknown, stored: unknown): boolean {
  if (typeof sent !== 'string' || typeof stored !== 'string') return false
  return moment.test(sent) && moment.test(stored) && Date.parse(sent) === Date.parse(stored)
}
