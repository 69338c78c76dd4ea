import { aContact } from '../../mock/builders/samples.ts'
import { type Ask, refusal, type Scene } from './script-scene.ts'

const email = { id: 'email', name: 'Email', type: 'email' }
const store = { id: 'store', name: 'Store', type: 'text', required: true }
const visit = { alias: 'visit', name: 'Visit', fields: [email, store], primaryKey: 'email' }
const tier = {
  id: 'tier',
  name: 'Tier',
  type: 'radio',
  required: true,
  defaultValue: 'silver',
  options: ['gold', 'silver'].map((id) => ({ id, label: `Of ${id}` })),
}
const ada = { email: 'ada@example.com', store: 'Gran Vía' }
const typeId = '000000000000000000000002'
const byAlias = 'POST /custom-events/alias/visit'

const fields: Ask[] = [
  { line: 'GET /contact-fields/', status: 200 },
  { line: 'POST /contact-fields/', body: tier, status: 201 },
  {
    line: 'POST /contact-fields',
    body: { id: 'seen[at]', name: 'Seen', type: 'date', minDate: '2026-01-01' },
    status: 201,
  },
  { line: 'GET /contact-fields/seen%5Bat%5D', status: 200 },
  { line: 'GET /contact-fields/', status: 200 },
  { line: 'GET /contacts/external-id/POS-000001', status: 200 },
  { line: 'PATCH /contacts/external-id/POS-000001', body: { tier: 'gold' }, status: 200 },
  {
    line: 'PATCH /contacts/external-id/POS-000001',
    body: { 'seen[at]': '2025-12-31' },
    status: 422,
    rule: 'field-known',
  },
  { line: 'POST /contact-fields/', body: tier, status: 422, rule: 'contact-field-unique' },
  {
    line: 'POST /contact-fields/',
    body: { ...tier, id: 'level', defaultValue: 'bronze', maxLength: 5 },
    status: 422,
    rule: 'contact-field-valid',
  },
  { line: 'POST /contact-fields/', body: { ...tier, id: '_a' }, status: 422, rule: 'body-shape' },
  { line: 'GET /contact-fields/_email', status: 400, rule: 'body-shape' },
  { line: 'DELETE /contact-fields/tier', status: 204 },
  { line: 'GET /contact-fields/tier', status: 404 },
]

const events: Ask[] = [
  { line: 'GET /custom-event-types/', status: 200 },
  { line: 'POST /custom-event-types/', body: visit, status: 201 },
  { line: 'POST /custom-event-types/', body: visit, status: 422, rule: 'event-type-valid' },
  { line: 'GET /custom-event-types/', status: 200 },
  { line: `GET /custom-event-types/${typeId}`, status: 200 },
  { line: byAlias, body: ada, status: 201 },
  { line: `POST /custom-events/id/${typeId}`, body: ada, status: 201 },
  {
    line: `${byAlias}?createContact=true`,
    body: { ...ada, email: 'new@example.com' },
    status: 201,
  },
  { line: 'GET /contacts/email/new@example.com', status: 200 },
  {
    line: byAlias,
    body: { ...ada, email: 'nobody@example.com' },
    status: 400,
    rule: 'event-contact-exists',
  },
  { line: byAlias, body: { store: 'Sol' }, status: 422, rule: 'event-key-email' },
  { line: byAlias, body: { ...ada, hours: 1 }, status: 422, rule: 'event-field-known' },
  {
    line: byAlias,
    body: { ...ada, _externalId: 'POS-000001' },
    status: 422,
    rule: 'external-id-not-tracked',
  },
  { line: `${byAlias}?createContact=1`, body: ada, status: 400, rule: 'body-shape' },
  { line: 'POST /custom-events/alias/none', body: ada, status: 404 },
]

const deletions: Ask[] = [
  { line: `DELETE /custom-event-types/${typeId}`, status: 204 },
  { line: `GET /custom-event-types/${typeId}`, status: 404 },
]

/** Contact fields, custom event types and custom events, and every rule that refuses them. */
export const fieldsAndEvents: Scene = {
  options: { clock: '2026-01-01T00:00:00Z', seed: { contacts: [aContact()] } },
  steps: [
    ...fields,
    ...events,
    {
      event: 'somebody anonymous visits, as far as the type lets them',
      happens: ({ tracking }) => [
        tracking.web().event({ trackerId: 't', alias: 'visit', fields: { store: 'Sol' } }),
        refusal(() => tracking.web().event({ trackerId: 't', alias: 'visit' })),
      ],
    },
    ...deletions,
  ],
}
