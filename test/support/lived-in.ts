import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import { defineContactFields, integer, radio, text } from '../../sdk/contact-fields.ts'
import { ask, callOf } from './ask.ts'

const contactFields = defineContactFields({
  tier: radio('gold', 'silver'),
  shoeSize: integer({ min: 15, max: 55 }),
  motto: text({ maxLength: 20 }),
})

/** A type of custom event: somebody comes into the store. */
export const visit = {
  alias: 'store-visit',
  name: 'Store visit',
  fields: [
    { id: 'email', name: 'Email', type: 'email' as const },
    { id: 'minutes', name: 'Minutes', type: 'integer' as const },
  ],
  primaryKey: 'email',
}

/** The moment at which a twin that was lived in stands still. */
export const clock = '2026-01-01T00:00:00.000Z'

/** A twin, before anything happened, whose account may become one that was lived in. */
export function aTwinToLiveIn(options: MockOptions = {}): Mock {
  const seed = { contacts: [aContact()], products: [aProduct()] }
  return createMock({ clock, seed, contactFields, ...options })
}

/** Something of everything happens in the account of the key `test:secret`. */
export function live(mock: Mock): Mock {
  ask(mock, 'POST /custom-event-types/', visit)
  ask(mock, 'PATCH /contacts/external-id/POS-2', { _email: 'bob@example.com', tier: 'gold' })
  ask(mock, 'PATCH /contacts/external-id/POS-3', { shoeSize: 38, motto: 'Onwards' })
  ask(mock, 'POST /purchases/', aPurchase())
  ask(mock, 'POST /custom-events/alias/store-visit', { email: 'bob@example.com', minutes: 5 })
  mock.clock.advance({ hours: 1 })
  const web = mock.tracking.web()
  web.pageView({ trackerId: 'anonymous', url: 'https://shop.example/' })
  web.identify({ trackerId: 'told', email: 'eve@example.com', _name: 'Eve' })
  mock.tracking.mobile().pageView({ trackerId: 'device' })
  ask(mock, 'DELETE /contacts/external-id/POS-3')
  ask(mock, 'POST /purchases/', aPurchase({ purchaseId: 'T-2', contactEmail: 'eve@example.com' }))
  return mock
}

/** Everything that the account shows; no read crashes or fails, whatever a record holds. */
export function allReads(mock: Mock): unknown[] {
  const records = [mock.contacts.all(), mock.purchases.all(), mock.products.all()] as const
  const [contacts, purchases, products] = records
  const paths = [
    ...contacts.map(({ _email }) => ['contacts/email', _email]),
    ...contacts.map(({ _externalId }) => ['contacts/external-id', _externalId]),
    ...purchases.map(({ id }) => ['purchases', id]),
    ...purchases.map(({ purchaseId }) => ['purchases/purchase-id', purchaseId]),
    ...products.map(({ id }) => ['products', id]),
    ...products.map(({ productId }) => ['products/product-id', productId]),
    ...['contact-fields', 'custom-event-types'].map((list) => [list, '']),
  ].filter(([, id]) => typeof id === 'string')
  return [...records, mock.activities(), ...paths.map(([at, id]) => read(mock, `/${at}/`, id))]
}

function read(mock: Mock, at: string, id = '') {
  const { status, body } = mock.handle(callOf(`GET ${at}${encodeURIComponent(id)}`))
  if (status !== 200) throw new Error(`GET ${at}${id} answers ${status}: ${body}`)
  return JSON.parse(body)
}
