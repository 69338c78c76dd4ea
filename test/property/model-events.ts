import { byEmail, created, log, type Model, type Outcome, refused } from './model.ts'
import { isEmail } from './model-contacts.ts'
import { visitor } from './model-purchases.ts'

type Fields = Readonly<Record<string, unknown>>

/** POST of a custom event, whose key is an email. */
export function happen(
  model: Model,
  alias: string,
  fields: Fields,
  createContact: boolean,
): Outcome {
  if (alias !== 'visit') return { status: 404 }
  const bad =
    externalIdRefused(fields) ??
    (isEmail(fields.email) ? undefined : refused(422, 'event-key-email', { field: 'email' })) ??
    strayRefused(fields)
  if (bad) return bad
  const email = fields.email as string
  const known = byEmail(model, email)
  if (!known && !createContact) return refused(400, 'event-contact-exists', { code: 'E0501' })
  const contact = known ?? created(model, 'api', { email })
  log(model, 'custom-event', contact, 'api', { subject: 'visit', data: fields })
  return { status: 201 }
}

/** A custom event of a visitor whom the account tracks. */
export function happenTracked(
  model: Model,
  trackerId: string,
  alias: string,
  fields: Fields,
  origin: string,
): Outcome {
  if (alias !== 'visit') return { status: 404 }
  const bad = externalIdRefused(fields) ?? strayRefused(fields)
  if (bad) return { status: bad.status, rule: bad.rule }
  const contact = visitor(model, trackerId, origin)
  log(model, 'custom-event', contact, origin, { subject: 'visit', data: fields })
  return { status: 200 }
}

function externalIdRefused(fields: Fields) {
  const offered = Object.hasOwn(fields, '_externalId')
  return offered ? refused(422, 'external-id-not-tracked', { field: '_externalId' }) : undefined
}

function strayRefused(fields: Fields) {
  const field = Object.keys(fields).find((name) => name !== 'email' && name !== 'note')
  return field === undefined ? undefined : refused(422, 'event-field-known', { field })
}
