import {
  byEmail,
  created,
  isAnonymous,
  log,
  type Model,
  type ModelContact,
  type Outcome,
  refused,
  touch,
} from './model.ts'
import { change, fieldsRefused, isEmail, type ModelPatch } from './model-contacts.ts'
import { visitor } from './model-purchases.ts'

/** Somebody looks at a page. */
export function view(model: Model, trackerId: string, origin: string): Outcome {
  const contact = visitor(model, trackerId, origin)
  log(model, 'page-view', contact, origin)
  return { status: 200, shown: contact.name }
}

/**
 * "A valid email decides: the existing contact with that email wins. If none: unknown trackerId →
 * new identified contact; trackerId of an anonymous contact → that contact receives the email;
 * trackerId of a contact identified by another email → a new identified contact."
 */
export function identify(
  model: Model,
  trackerId: string,
  email: string | undefined,
  fields: ModelPatch,
  origin: string,
): Outcome {
  if (Object.hasOwn(fields, '_externalId')) return refused(422, 'external-id-not-tracked')
  if (email !== undefined && !isEmail(email)) return refused(400, 'email-valid')
  const bad = fieldsRefused(model, fields)
  if (bad) return { status: bad.status, rule: bad.rule }

  const tracked = model.trackers.find(({ id }) => id === trackerId)?.contact
  const owner = email === undefined ? tracked : byEmail(model, email)
  const heir = owner ?? (tracked && isAnonymous(tracked) ? tracked : undefined)
  const given = email === undefined || owner ? fields : { ...fields, _email: email }
  if (owner && tracked && owner !== tracked && isAnonymous(tracked)) {
    merge(model, tracked, owner, origin)
  }
  const contact = heir ?? created(model, origin, email === undefined ? {} : { email })
  change(model, contact, given, heir ? origin : undefined)
  touch(model, contact)
  model.trackers = model.trackers.filter(({ id }) => id !== trackerId)
  model.trackers.push({ id: trackerId, contact })
  return { status: 200, shown: contact.name }
}

/** The anonymous contact is no more: what it did and was is now the survivor's, whose own wins. */
function merge(model: Model, anonymous: ModelContact, survivor: ModelContact, origin: string) {
  for (const name of Object.keys(anonymous.fields)) survivor.fields[name] ??= anonymous.fields[name]
  for (const purchase of model.purchases) {
    if (purchase.contact === anonymous) purchase.contact = survivor
  }
  for (const tracker of model.trackers) {
    if (tracker.contact === anonymous) tracker.contact = survivor
  }
  for (const activity of model.log) {
    if (activity.contact === anonymous) activity.contact = survivor
  }
  model.contacts = model.contacts.filter((one) => one !== anonymous)
  survivor.updatedAt = model.now
  log(model, 'contact-merged', survivor, origin, { subject: anonymous.name })
}
