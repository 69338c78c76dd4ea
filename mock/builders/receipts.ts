import type { SeedContact, SeedProduct, SeedPurchase } from '../state/seed.ts'
import type { Random } from './random.ts'

const PAYMENT_METHODS = ['card', 'card', 'card', 'paypal', 'transfer', 'cash', 'gift-card'] as const
const BUYERS_PERCENT = 45

/** A line of a purchase. */
export type PurchaseItem = SeedPurchase['products'][number]

/** Who and what purchases can be made of. */
export interface Trade {
  contacts: readonly SeedContact[]
  products: readonly SeedProduct[]
  /** ISO 8601; the purchases are of the 18 months before it. */
  from: string
  random: Random
}

/** Purchases of these contacts and products, the earliest first; none when either is missing. */
export function receipts(count: number, trade: Trade): SeedPurchase[] {
  const { contacts, products, random } = trade
  if (contacts.length === 0 || products.length === 0) return []

  const buyers = Math.max(1, Math.round((contacts.length * BUYERS_PERCENT) / 100))

  return dates(count, trade).map((purchaseDate, index) => {
    const contact = contacts[Math.floor(random.fraction() ** 2.5 * buyers)] as SeedContact
    const items = basket(products, random)

    return {
      purchaseId: `ORD-${100_001 + index}`,
      cartId: `CART-${100_001 + index}`,
      ...reference(contact, random),
      paymentMethod: random.pick(PAYMENT_METHODS),
      products: items,
      purchaseDate,
      ...totals(items),
    }
  })
}

/** The line of a purchase for so many pieces of the product. */
export function item(product: SeedProduct, quantity: number): PurchaseItem {
  const { productId, name, unitPrice, productDetailUrl } = product
  const price = Math.round(unitPrice * 100 * quantity) / 100

  return { productId, name, quantity, price, unitPrice, productDetailUrl }
}

/** What the items add up to: money in whole cents, and all pieces, not all lines. */
export function totals(items: readonly PurchaseItem[]) {
  const cents = items.reduce((sum, { price }) => sum + Math.round(price * 100), 0)
  const totalQuantity = items.reduce((sum, { quantity }) => sum + quantity, 0)

  return { totalPrice: cents / 100, totalQuantity }
}

function dates(count: number, { from, random }: Trade): string[] {
  const last = new Date(from)
  const first = new Date(from)
  first.setUTCMonth(first.getUTCMonth() - 18)

  const span = last.getTime() - first.getTime()
  const times = Array.from({ length: count }, () => Math.floor(random.fraction() * span))
  return times.sort((a, b) => a - b).map((time) => new Date(first.getTime() + time).toISOString())
}

function reference({ _email, _externalId }: SeedContact, random: Random) {
  const byEmail = _email !== undefined && (_externalId === undefined || random.chance(0.6))
  if (byEmail) return { contactEmail: _email }
  return _externalId === undefined ? {} : { contactExternalId: _externalId }
}

/** One to four different products, mostly one piece of each. */
function basket(products: readonly SeedProduct[], random: Random): PurchaseItem[] {
  const lines = random.pick([1, 1, 1, 2, 2, 3, 4])
  const chosen = new Set(Array.from({ length: lines }, () => random.pick(products)))

  return [...chosen].map((product) => item(product, random.chance(0.75) ? 1 : random.integer(2, 4)))
}
