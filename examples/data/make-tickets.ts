import { type Random, random } from '../../mock/builders/random.ts'
import type { SeedProduct } from '../../mock/state/seed.ts'
import { csv } from './make-csv.ts'
import type { Customer, CustomerFile } from './make-customers.ts'

/** A line of tickets.csv; the lines of one ticket follow each other. */
interface Line {
  TicketNo: string
  /** ISO 8601, UTC. */
  Date: string
  CustomerNo: string
  Sku: string
  Description: string
  Quantity: number
  /** Euros, two decimals. */
  UnitPrice: string
  Payment: string
}

const TICKETS = 400
const BAD_FROM = 60
const BAD_EVERY = 28
const PAYMENTS = ['card', 'card', 'card', 'cash', 'gift-card', 'mobile'] as const
const YEAR_START = Date.UTC(2025, 0, 2)
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const ways = ['customer-unknown', 'sku-unknown', 'number-repeated'] as const
/** What a till sells without it being in any catalogue. */
const SERVICES = ['REPAIR', 'GIFT-CARD-50', 'BAG', 'ALTERATION'] as const

/**
 * 400 till receipts of these customers in 2025; 12 of them cannot be loaded, four in each of three
 * ways. A bad row gives the line on which its ticket begins.
 */
export function tickets(people: CustomerFile, products: readonly SeedProduct[]) {
  const chance = random(2026, 'tickets')
  const receipts = dates(chance).map((date, index) => {
    const header = { TicketNo: `T-${100_001 + index}`, Date: date, Payment: chance.pick(PAYMENTS) }
    const CustomerNo = buyer(people, chance).CustomerNo
    return basket(products, chance).map((line) => ({ ...header, CustomerNo, ...line }))
  })
  const badAt = spoil(receipts, people)

  const lines = receipts.flat()
  const file = csv(
    COLUMNS,
    lines.map((line) => COLUMNS.map((column) => String(line[column]))),
  )
  const badBy: Record<string, number[]> = Object.fromEntries(ways.map((way) => [way, []]))
  for (const [ticket, way] of badAt) {
    badBy[way]?.push(file.lines[receipts.slice(0, ticket).flat().length] as number)
  }

  const good = receipts.filter((_, ticket) => !badAt.has(ticket))
  const counts = { lines: lines.length, tickets: TICKETS, good: good.length, bad: badAt.size }
  return { csv: file.text, expected: { ...counts, badBy, ...sums(good.flat()) } }
}

const COLUMNS = [
  'TicketNo',
  'Date',
  'CustomerNo',
  'Sku',
  'Description',
  'Quantity',
  'UnitPrice',
  'Payment',
] as const satisfies (keyof Line)[]

/** Some buy often, most never; those with peculiar numbers are sure to be among the buyers. */
function buyer({ good, peculiar }: CustomerFile, chance: Random): Customer {
  if (chance.chance(0.25)) return chance.pick(peculiar)
  return good[Math.floor(chance.fraction() ** 2.5 * 300)] as Customer
}

function basket(products: readonly SeedProduct[], chance: Random) {
  const size = chance.pick([1, 1, 1, 2, 2, 3, 4])
  const chosen = new Set(Array.from({ length: size }, () => chance.pick(products)))

  return [...chosen].map(({ productId, name, unitPrice }) => ({
    Sku: productId,
    Description: name,
    Quantity: chance.chance(0.75) ? 1 : chance.integer(2, 4),
    UnitPrice: unitPrice.toFixed(2),
  }))
}

/** Within opening hours, the earliest first. */
function dates(chance: Random): string[] {
  const times = Array.from({ length: TICKETS }, () => {
    const minute = chance.integer(9 * 60, 19 * 60)
    return YEAR_START + chance.integer(0, 360) * DAY_MS + minute * MINUTE_MS
  })
  return times.sort((a, b) => a - b).map((time) => new Date(time).toISOString().replace('.000', ''))
}

/** Makes some tickets bad, and says which and how. */
function spoil(receipts: Line[][], people: CustomerFile): Map<number, (typeof ways)[number]> {
  const strangers = unknownNumbers(people)
  const badAt = new Map<number, (typeof ways)[number]>()

  for (let nth = 0; nth < strangers.length; nth += 1) {
    for (const [index, way] of ways.entries()) {
      const ticket = BAD_FROM + (nth * ways.length + index) * BAD_EVERY
      const lines = receipts[ticket] as Line[]
      badAt.set(ticket, way)

      if (way === 'customer-unknown') set(lines, 'CustomerNo', strangers[nth] as string)
      if (way === 'sku-unknown') set(lines.slice(-1), 'Sku', SERVICES[nth] as string)
      if (way === 'number-repeated')
        set(lines, 'TicketNo', receipts[ticket - 50]?.[0]?.TicketNo ?? '')
    }
  }
  return badAt
}

/** Never given, given in other letters, given to a customer who was refused, and typed wrong. */
function unknownNumbers({ good, bad }: CustomerFile): string[] {
  const inOtherLetters = good[20]?.CustomerNo.toLowerCase() ?? ''
  const refused = bad[0]?.CustomerNo ?? ''
  return ['POS-999001', inOtherLetters, refused, 'POS 001201']
}

function set<Column extends keyof Line>(lines: Line[], column: Column, value: Line[Column]): void {
  for (const line of lines) line[column] = value
}

function sums(lines: readonly Line[]) {
  const cents = lines.reduce(
    (sum, line) => sum + Math.round(Number(line.UnitPrice) * 100) * line.Quantity,
    0,
  )
  return { pieces: lines.reduce((sum, { Quantity }) => sum + Quantity, 0), amount: cents / 100 }
}
