import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock, type Seed, type Tracker } from '../../mock/index.ts'

const mock = createMock()
const { contactExternalId, ...bought } = aPurchase()
const products = [aProduct()]
const email = { id: 'email', name: 'Email', type: 'email' } as const
const visit = { alias: 'visit', name: 'Visit', fields: [email], primaryKey: 'email' }

/** Everything that a seed may have. */
export const seed: Seed = {
  contacts: [{ _externalId: '1' }, { _email: 'a@b.example', tier: 'gold' }, aContact()],
  products,
  purchases: [aPurchase()],
  eventTypes: [visit],
}

export function seeds() {
  // @ts-expect-error a typo
  createMock({ seed: { contact: [] } })
  // @ts-expect-error contacts are a list
  createMock({ seed: { contacts: aContact() } })
  // @ts-expect-error points are a number
  createMock({ seed: { contacts: [{ _externalId: '1', _points: '7' }] } })
  // @ts-expect-error not one of the statuses
  createMock({ seed: { contacts: [{ _externalId: '1', _emailStatus: 'asleep' }] } })
  // @ts-expect-error an External ID is text
  createMock({ seed: { contacts: [{ _externalId: 42 }] } })
  // @ts-expect-error a product has a product id
  createMock({ seed: { products: [{ ...products[0], productId: undefined }] } })
  // @ts-expect-error a typo
  createMock({ seed: { purchases: [{ ...aPurchase(), totalprice: 1 }] } })
  // @ts-expect-error an event type has a key
  createMock({ seed: { eventTypes: [{ ...visit, primaryKey: undefined }] } })
  // @ts-expect-error no such type of field
  createMock({ seed: { eventTypes: [{ ...visit, fields: [{ ...email, type: 'money' }] }] } })
}

export function builders() {
  aContact({ _points: 7, tier: 'gold', _email: undefined })
  aPurchase({ contactEmail: 'a@b.example', paymentMethod: undefined })

  // @ts-expect-error points are a number
  aContact({ _points: '7' })
  // @ts-expect-error a typo
  aProduct({ unitprice: 1 })
  // @ts-expect-error a purchase has a purchase id
  aPurchase({ purchaseId: undefined })
}

export function tracking() {
  const web: Tracker = mock.tracking.web()
  web.pageView({ trackerId: 't', url: 'https://shop.example/' })
  web.identify({ trackerId: 't', email: 'a@b.example', _points: 7, tier: 'gold', _name: null })
  web.purchase({ trackerId: 't', ...bought })
  web.event({ trackerId: 't', alias: 'visit', fields: { minutes: 5 } })
  web.event({ trackerId: 't', alias: 'visit' })

  // @ts-expect-error a view has a tracker
  web.pageView({ url: 'https://shop.example/' })
  // @ts-expect-error a typo
  web.pageView({ trackerId: 't', URL: 'https://shop.example/' })
  // @ts-expect-error an email is text
  web.identify({ trackerId: 't', email: null })
  // @ts-expect-error a value is no object
  web.identify({ trackerId: 't', address: { city: 'Madrid' } })
  // @ts-expect-error a tracked purchase is of whoever the tracker belongs to
  web.purchase({ trackerId: 't', ...bought, contactEmail: 'a@b.example' })
  // @ts-expect-error tracking does not address by External ID
  web.purchase({ trackerId: 't', ...bought, contactExternalId: '42' })
  // @ts-expect-error a purchase has a total
  web.purchase({ trackerId: 't', ...bought, totalPrice: undefined })
  // @ts-expect-error an event has an alias
  web.event({ trackerId: 't', fields: {} })
  // @ts-expect-error a value is not null
  web.event({ trackerId: 't', alias: 'visit', fields: { minutes: null } })
  // @ts-expect-error the app is called mobile
  mock.tracking.app()
}
