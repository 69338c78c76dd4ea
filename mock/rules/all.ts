import * as anonymity from './anonymity.ts'
import * as contactFields from './contact-fields.ts'
import * as contacts from './contacts.ts'
import * as customEvents from './custom-events.ts'
import * as externalId from './external-id.ts'
import * as gate from './gate.ts'
import * as products from './products.ts'
import * as purchases from './purchases.ts'
import * as rateLimit from './rate-limit.ts'
import type { RuleFacts } from './rule.ts'
import * as tracking from './tracking.ts'

const modules = [
  externalId,
  contacts,
  contactFields,
  anonymity,
  tracking,
  purchases,
  products,
  customEvents,
  gate,
  rateLimit,
]

/** What is known of every rule, once for each id. */
export const rules: readonly RuleFacts[] = [
  ...new Map(
    modules
      .flatMap((module): unknown[] => Object.values(module))
      .filter(isRule)
      .map(({ id, grade, source, says }) => [id, { id, grade, source, says }]),
  ).values(),
]

function isRule(value: unknown): value is RuleFacts {
  return typeof value === 'function' && 'grade' in value
}
