import type { ContactFields } from '../../sdk/contact-fields.ts'
import type { SeedContact, SeedProduct, SeedPurchase } from '../state/seed.ts'
import { catalogue } from './catalogue.ts'
import { fieldValues } from './field-values.ts'
import { people } from './people.ts'
import { type Random, random } from './random.ts'
import { receipts } from './receipts.ts'

/** How large a shop is, and which of the many of that size. */
export interface ShopOptions {
  /** How many contacts. @default 200 */
  contacts?: number
  /** How many products. @default 60 */
  products?: number
  /** How many purchases; none in a shop without contacts or without products. @default 300 */
  purchases?: number
  /** Custom fields, which three contacts in four have a value of. @default none */
  contactFields?: ContactFields
  /** Another seed is another shop. @default 1 */
  seed?: number
  /** ISO 8601; purchases are of the 18 months before it. @default '2026-01-01T00:00:00Z' */
  from?: string
}

/** All that a seed holds, in the wire's words. */
export interface Shop {
  /** Each with at least one identifier. */
  contacts: SeedContact[]
  /** Each with a page under https://shop.example. */
  products: SeedProduct[]
  /** The earliest first. */
  purchases: SeedPurchase[]
}

/**
 * A European shop for hiking gear, as plain JSON. The same options give the same bytes, and more of
 * one thing leaves those already there as they are: `aShop({ contacts: 10 })` holds the first ten
 * contacts of `aShop({ contacts: 10_000 })`.
 *
 * Of the contacts about 60 % have an email and an External ID, 25 % only an email, 15 % only an
 * External ID. Some buy often, more than half never.
 *
 * @throws {RangeError} when `from` is not a date
 * @example
 * const mock = createMock({ contactFields, seed: aShop({ contacts: 10_000, contactFields }) })
 */
export function aShop(options: ShopOptions = {}): Shop {
  const { contacts: size = 200, products: range = 60, purchases: sales = 300 } = options
  const { seed = 1, from = '2026-01-01T00:00:00Z', contactFields = {} } = options
  if (Number.isNaN(Date.parse(from))) throw new RangeError(`from is "${from}", which is no date.`)

  const custom = random(seed, 'custom fields')
  const contacts = clientele(size, random(seed, 'contacts')).map((contact) => ({
    ...contact,
    ...fieldValues(contactFields, custom),
  }))
  const products = catalogue(range, random(seed, 'products'))
  const purchases = receipts(sales, { contacts, products, from, random: random(seed, 'purchases') })

  return { contacts, products, purchases }
}

function clientele(count: number, random: Random): SeedContact[] {
  const strangers = people(random)
  let cardNumber = 100

  return Array.from({ length: count }, () => {
    const person = strangers.next().value
    const known = random.fraction()
    cardNumber += random.integer(1, 3)

    return {
      ...(known < 0.85 && { _email: person.email }),
      ...((known < 0.6 || known >= 0.85) && { _externalId: card(cardNumber) }),
      _name: person.firstName,
      _surname: person.lastName,
      ...(random.chance(0.5) && { _birthdate: `${person.birthdate}T00:00:00.000Z` }),
      ...(known < 0.85 && emailStatuses(random)),
      ...(random.chance(0.65) && { _mobilePhone: person.mobile, ...mobileStatuses(random) }),
      ...(random.chance(0.7) && { _points: points(random) }),
    }
  })
}

/** The number on a loyalty card: `POS-000123`. */
function card(number: number): string {
  return `POS-${String(number).padStart(6, '0')}`
}

function emailStatuses(random: Random) {
  return {
    _emailStatus: random.chance(0.04) ? ('bounced' as const) : ('active' as const),
    _newsletterSubscriptionStatus: subscription(random, 0.55),
  }
}

function mobileStatuses(random: Random) {
  return {
    _mobilePhoneStatus: 'active' as const,
    _smsSubscriptionStatus: subscription(random, 0.25),
  }
}

function subscription(random: Random, share: number) {
  if (random.chance(share)) return 'subscribed' as const
  return random.chance(0.4) ? ('unsubscribed' as const) : ('none' as const)
}

/** Many have few points, few have many. */
function points(random: Random): number {
  return Math.floor(random.fraction() ** 3 * 5000)
}
