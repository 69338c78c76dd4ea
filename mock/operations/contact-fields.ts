import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { contactFieldMustBeNew, contactFieldMustBeValid } from '../rules/contact-fields.ts'
import type { Account } from '../state/account.ts'
import type { ContactFieldRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'

/** Custom fields of contacts. */
export const contactFields: Operations<'/contact-fields/'> = {
  'GET /contact-fields/': ({ account }) => answer(200, [...account.contactFields.values()]),
  'POST /contact-fields/': ({ account, body }) => {
    contactFieldMustBeValid(body)
    contactFieldMustBeNew(account, body)

    return answer(201, account.contactFields.put(body))
  },
  'GET /contact-fields/{id}': ({ account, params }) => read(account.contactFields.get(params.id)),
  'DELETE /contact-fields/{id}': ({ account, params }) => {
    const field = account.contactFields.get(params.id)
    if (field) drop(account, field)

    return answer(204)
  },
}

/** The values go with their field. Undocumented. */
function drop(account: Account, field: ContactFieldRow) {
  account.contactFields.delete(field)
  for (const contact of account.contacts.values()) {
    const { [field.id]: value, ...fields } = contact.fields
    if (value !== undefined) account.contacts.put({ ...contact, fields })
  }
}

function read(field: ContactFieldRow | undefined): Answer {
  if (field === undefined) throw problems.contactFieldUnknown()

  return answer(200, field)
}
