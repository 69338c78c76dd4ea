import {
  boolean,
  Connectif,
  type Contact,
  type ContactAddress,
  type ContactFieldValues,
  type ContactPatch,
  checkbox,
  date,
  decimal,
  defineContactFields,
  integer,
  type PurchaseCreation,
  radio,
  text,
} from '../../sdk/index.ts'
import { same } from './same.ts'

const connectif = new Connectif({ apiKey: process.env.CONNECTIF_API_KEY })
const email = 'ada@example.com'
const externalId = 'POS-000123'

export async function contacts() {
  const contact = await connectif.contacts.get({ email })
  same<string | undefined>()<typeof contact._externalId>()
  same<number | null>()<typeof contact._clv>()

  await connectif.contacts.upsert({ email }, { _externalId: externalId, _points: 7 })
  await connectif.contacts.upsert({ externalId }, { _email: email })

  // @ts-expect-error an address is either an email or an External ID
  connectif.contacts.get({ email, externalId })
  // @ts-expect-error an address is not empty
  connectif.contacts.get({})
  // @ts-expect-error an address is not a string
  connectif.contacts.get(email)
  // @ts-expect-error the email is the address, not a field to change
  connectif.contacts.upsert({ email }, { _email: email })
  // @ts-expect-error the External ID is the address, not a field to change
  connectif.contacts.upsert({ externalId }, { _externalId: externalId })
  // @ts-expect-error a typo
  connectif.contacts.upsert({ externalId }, { _nmae: 'Ada' })
  // @ts-expect-error a custom field that nobody declared
  connectif.contacts.upsert({ externalId }, { tier: 'gold' })
  // @ts-expect-error a read-only field
  connectif.contacts.upsert({ externalId }, { _totalPurchases: 1 })
  // @ts-expect-error not one of the statuses
  connectif.contacts.upsert({ externalId }, { _emailStatus: 'asleep' })
  // @ts-expect-error fields are left out, not null
  connectif.contacts.upsert({ externalId }, { _name: null })
  // @ts-expect-error no such option
  connectif.contacts.get({ email }, { retries: 1 })
}

export async function withResponse() {
  const call = connectif.contacts.get({ email })
  const promise: Promise<Contact> = call
  const { data, response, rateLimit } = await call.withResponse()
  same<Contact>()<typeof data>()
  same<Response>()<typeof response>()
  return [promise, rateLimit?.resetAt.getTime()]
}

export async function customFields() {
  const contactFields = defineContactFields({
    tier: radio('gold', 'silver'),
    interests: checkbox('garden', 'kitchen'),
    shoeSize: integer({ min: 15 }),
    balance: decimal(),
    vip: boolean(),
    motto: text({ maxLength: 50 }),
    memberSince: date(),
  })
  const shop = new Connectif({ apiKey: 'id:secret', contactFields })

  await shop.contacts.upsert(
    { externalId },
    {
      _name: 'Ada',
      _email: email,
      tier: 'gold',
      interests: ['garden'],
      shoeSize: 38,
      balance: 1.5,
      vip: true,
      motto: 'x',
    },
  )
  await shop.contacts.upsert({ email }, { _externalId: externalId, tier: 'silver' })
  const contact = await shop.contacts.get({ email })
  same<'gold' | 'silver' | undefined>()<typeof contact.tier>()
  same<('garden' | 'kitchen')[] | undefined>()<typeof contact.interests>()
  same<number | undefined>()<typeof contact.shoeSize>()
  same<boolean | undefined>()<typeof contact.vip>()
  same<string | undefined>()<typeof contact.memberSince>()

  // @ts-expect-error a typo
  shop.contacts.upsert({ email }, { teir: 'gold' })
  // @ts-expect-error not an option
  shop.contacts.upsert({ email }, { tier: 'bronze' })
  // @ts-expect-error a checkbox takes a list
  shop.contacts.upsert({ email }, { interests: 'garden' })
  // @ts-expect-error not an option
  shop.contacts.upsert({ email }, { interests: ['cellar'] })
  // @ts-expect-error a number is not a string
  shop.contacts.upsert({ email }, { shoeSize: '38' })

  const values: ContactFieldValues<typeof contactFields> = { tier: 'gold' }
  const patch: ContactPatch<{ email: string }, typeof contactFields> = { ...values, _name: 'Ada' }
  return [patch, takesAnyClient(shop)]
}

/** A client with custom fields fits where a plain one is asked for. */
export function takesAnyClient(client: Connectif) {
  return client.contacts.get({ email })
}

/** An address that is known only at run time takes what both kinds take. */
export function either(address: ContactAddress) {
  return connectif.contacts.upsert(address, { _name: 'Ada' })
}

const line = {
  productId: 'SKU-1',
  name: 'Socks',
  productDetailUrl: 'https://shop.example.com/socks',
  quantity: 1,
  price: 10,
  unitPrice: 10,
}
const anonymous = {
  purchaseId: 'T-1',
  cartId: 'C-1',
  purchaseDate: '2026-01-01T10:00:00Z',
  totalPrice: 10,
  totalQuantity: 1,
  products: [line],
}

export async function purchases() {
  const purchase = await connectif.purchases.create(
    { ...anonymous, contactExternalId: externalId },
    { triggerPurchaseEvent: false, timeout: 1000 },
  )
  same<string | undefined>()<typeof purchase.contactEmail>()
  const both: PurchaseCreation = {
    ...anonymous,
    contactEmail: email,
    contactExternalId: externalId,
  }
  await connectif.purchases.create(both)

  // @ts-expect-error a purchase names its contact
  connectif.purchases.create(anonymous)
  // @ts-expect-error the purchase id is missing
  connectif.purchases.create({ ...anonymous, contactEmail: email, purchaseId: undefined })
  // @ts-expect-error a typo
  connectif.purchases.create({ ...anonymous, contactEmail: email, totalprice: 1 })
  // @ts-expect-error an id is a string
  connectif.purchases.get(7)
}

export async function products() {
  const { name, productDetailUrl, unitPrice } = line
  const product = await connectif.products.upsert('SKU-1', { name, productDetailUrl, unitPrice })
  same<string>()<typeof product.productId>()

  const rest = { name, productDetailUrl, unitPrice }
  // @ts-expect-error the product id is the address
  connectif.products.upsert('SKU-1', { name, productDetailUrl, unitPrice, productId: 'SKU-1' })
  // @ts-expect-error only read, never written
  connectif.products.upsert('SKU-1', { ...rest, availability: 'unverified' })
}

/** Options may be undefined, as they come from an environment. */
export const fromEnvironment = new Connectif({
  apiKey: process.env.KEY,
  baseUrl: process.env.URL,
  fetch: globalThis.fetch,
  timeout: undefined,
  onRetry: undefined,
})
