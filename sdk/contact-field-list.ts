import type { ContactField, ContactFields } from './contact-fields.ts'
import type { ContactFieldCreate } from './resources/contact-fields.ts'

/**
 * Declared fields as a list, each with its id, as `contactFields.create` takes them. The id is the
 * name that people see, too.
 *
 * @example
 * ```ts
 * const contactFields = defineContactFields({ tier: radio('gold', 'silver') })
 *
 * for (const field of contactFieldList(contactFields)) {
 *   await connectif.contactFields.create(field)
 * }
 * ```
 */
export function contactFieldList(fields: ContactFields): ContactFieldCreate[] {
  return Object.entries<ContactField>(fields).map(([id, field]) => ({ id, name: id, ...field }))
}
