import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import {
  eventContactMustExist,
  eventFieldsMustBeKnown,
  eventKeyMustBeEmail,
} from '../rules/custom-events.ts'
import { withoutExternalId } from '../rules/tracking.ts'
import type { Account } from '../state/account.ts'
import type { EventTypeRow } from '../state/rows.ts'
import type { Operations } from './operation.ts'
import { recordEvent } from './record-event.ts'
import { writeContact } from './write-contact.ts'

/** Custom events by the alias or the id of their type. */
export const customEvents: Operations<'/custom-events/'> = {
  'POST /custom-events/alias/{alias}': ({ account, params, query, body }) =>
    create(account, account.eventTypes.by.alias.get(params.alias), body, query.createContact),
  'POST /custom-events/id/{id}': ({ account, params, query, body }) =>
    create(account, account.eventTypes.get(params.id), body, query.createContact),
}

function create(
  account: Account,
  type: EventTypeRow | undefined,
  body: Readonly<Record<string, unknown>>,
  createContact = false,
): Answer {
  if (type === undefined) throw problems.eventTypeUnknown()

  const event = withoutExternalId(account, body)
  const email = eventKeyMustBeEmail(type, event)
  eventFieldsMustBeKnown(type, event)
  const known = account.contacts.by.email.get(email)
  eventContactMustExist(known, createContact)

  const nothing = { body: {}, nulls: [], writable: [] }
  const contact = known ?? writeContact(account, { email }, nothing, 'api').contact
  return answer(201, { id: recordEvent(account, type, contact, event, 'api') })
}
