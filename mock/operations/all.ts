import { contactFields } from './contact-fields.ts'
import { contacts } from './contacts.ts'
import { customEventTypes } from './custom-event-types.ts'
import { customEvents } from './custom-events.ts'
import { exports } from './exports.ts'
import { imports } from './imports.ts'
import type { Operations } from './operation.ts'
import { products } from './products.ts'
import { purchases } from './purchases.ts'

/** Every operation of the contract, by its key. */
export const operations: Operations<'/'> = {
  ...contacts,
  ...purchases,
  ...products,
  ...contactFields,
  ...customEvents,
  ...customEventTypes,
  ...imports,
  ...exports,
}
