import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import {
  forget,
  legacyPatchMustNotLink,
  legacyPathMustBeOn,
  patchStatus,
  unknownContactMayBeDeleted,
} from '../rules/contacts.ts'
import { type ContactAddress, contactAt } from '../rules/external-id.ts'
import type { Account } from '../state/account.ts'
import { contactBody } from './contact-body.ts'
import type { Operations } from './operation.ts'
import { type ContactPatch, writeContact } from './write-contact.ts'

/** Contacts by email, by External ID, and by the older path. */
export const contacts: Operations<'/contacts/'> = {
  'GET /contacts/email/{email}': ({ account, params }) => read(account, params),
  'PATCH /contacts/email/{email}': (input) => upsert(input.account, input.params, input),
  'DELETE /contacts/email/{email}': ({ account, params }) => remove(account, params),

  'GET /contacts/external-id/{externalId}': ({ account, params }) => read(account, params),
  'PATCH /contacts/external-id/{externalId}': (input) => upsert(input.account, input.params, input),
  'DELETE /contacts/external-id/{externalId}': ({ account, params }) => remove(account, params),

  'GET /contacts/{email}': ({ account, params }) => {
    legacyPathMustBeOn(account)

    return read(account, params)
  },
  'PATCH /contacts/{email}': (input) => {
    legacyPathMustBeOn(input.account)
    legacyPatchMustNotLink(input.body, input.nulls)

    return upsert(input.account, input.params, input)
  },
}

function read(account: Account, address: ContactAddress): Answer {
  const contact = account.reads.visible(contactAt(account, address))
  if (contact === undefined) throw problems.contactUnknown()

  return answer(200, contactBody(account, contact))
}

function upsert(account: Account, address: ContactAddress, patch: ContactPatch): Answer {
  const { contact, known } = writeContact(account, address, patch, 'api')

  return answer(patchStatus(account, known), contactBody(account, contact))
}

function remove(account: Account, address: ContactAddress): Answer {
  const contact = contactAt(account, address)
  if (contact === undefined) unknownContactMayBeDeleted(account)
  else forget(account, contact)

  return answer(204)
}
