import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { later, refusal, type Scene, type Step } from './script-scene.ts'

const email = 'ada@example.com'
const { contactExternalId: _, ...bought } = aPurchase()

/** Somebody anonymous buys, turns out to be Ada, and is merged into her. */
const merging: Step[] = [
  {
    event: 'somebody looks around and buys',
    happens: ({ tracking }) => [
      tracking.web().pageView({ trackerId: 't', url: 'https://shop.example/' }),
      tracking.web().purchase({ trackerId: 't', ...bought, purchaseId: 'T-1' }),
    ],
  },
  { line: 'GET /purchases/purchase-id/T-1', status: 200 },
  { line: `GET /contacts/email/${email}`, status: 200 },
  later({ days: 89 }),
  {
    event: 'they tell their email, and External IDs that are not theirs to tell',
    happens: ({ tracking }) => [
      refusal(() => tracking.web().identify({ trackerId: 't', _externalId: '42' })),
      tracking.web().identify({ trackerId: 't', email, _name: 'Eve', _points: 7 }),
    ],
  },
  { line: `GET /contacts/email/${email}`, status: 200 },
  { line: 'GET /purchases/purchase-id/T-1', status: 200 },
]

/** Somebody anonymous buys, and is purged after 90 days without activity. */
const purging: Step[] = [
  {
    event: 'somebody buys in the app',
    happens: ({ tracking }) =>
      tracking.mobile().purchase({ trackerId: 'phone', ...bought, purchaseId: 'T-2' }),
  },
  later({ days: 60 }),
  {
    event: 'they come back',
    happens: ({ tracking }) => tracking.mobile().pageView({ trackerId: 'phone' }),
  },
  later({ days: 90, milliseconds: -1 }),
  { line: 'GET /purchases/purchase-id/T-2', status: 200 },
  later({ milliseconds: 1 }),
  { line: 'GET /purchases/purchase-id/T-2', status: 200 },
  { line: `PATCH /contacts/email/${email}`, body: { _points: 8 }, status: 200 },
  { line: 'GET /contacts/external-id/POS-000001', status: 200 },
]

/** Weeks in the life of an account. */
export const timeAndTracking: Scene = {
  options: {
    clock: '2026-01-01T00:00:00Z',
    seed: { contacts: [aContact({ _points: undefined })], products: [aProduct()] },
  },
  steps: [...merging, ...purging],
}
