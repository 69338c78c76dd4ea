import type { Connectif, PurchaseCreation } from 'connectif-sdk'
import type { ContactFields } from './contact-fields.ts'
import { csvRecords, type Placed } from './csv.ts'
import { type Outcome, outcomes } from './outcome.ts'
import type { CatalogueProduct } from './products.ts'

const columns = [
  'TicketNo',
  'Date',
  'CustomerNo',
  'Sku',
  'Description',
  'Quantity',
  'UnitPrice',
  'Payment',
] as const

type Line = Record<(typeof columns)[number], string>
type Ticket = [Line, ...Line[]]

/** Records the tickets as purchases of the contacts with these External IDs. */
export function loadTickets(
  file: URL,
  connectif: Connectif<ContactFields>,
  catalogue: readonly CatalogueProduct[],
): Promise<Outcome[]> {
  const urls = new Map(catalogue.map((product) => [product.productId, product.productDetailUrl]))
  const tickets = ticketsOf(csvRecords(file, columns))

  return outcomes(
    tickets,
    ([{ TicketNo }]) => [TicketNo],
    async (ticket) => {
      await connectif.purchases.create(purchaseOf(ticket, urls))
      return 'created'
    },
  )
}

/** The lines of a ticket follow each other; a number that comes back later is another ticket. */
async function* ticketsOf(lines: AsyncIterable<Placed<Line>>): AsyncGenerator<Placed<Ticket>> {
  let ticket: Placed<Ticket> | undefined
  for await (const { place, value } of lines) {
    if (ticket?.value[0].TicketNo === value.TicketNo) {
      ticket.value.push(value)
    } else {
      if (ticket) yield ticket
      ticket = { place, value: [value] }
    }
  }
  if (ticket) yield ticket
}

function purchaseOf(ticket: Ticket, urls: ReadonlyMap<string, string>): PurchaseCreation {
  const [head] = ticket
  const products = ticket.map((line) => itemOf(line, urls))

  return {
    purchaseId: head.TicketNo,
    cartId: head.TicketNo,
    contactExternalId: head.CustomerNo,
    purchaseDate: head.Date,
    paymentMethod: head.Payment,
    totalPrice: money(products.reduce((sum, { price }) => sum + price, 0)),
    totalQuantity: products.reduce((sum, { quantity }) => sum + quantity, 0),
    products,
  }
}

/** What is not in the catalogue has no page; the API refuses it with E0102. */
function itemOf(
  { Sku, Description, Quantity, UnitPrice }: Line,
  urls: ReadonlyMap<string, string>,
) {
  const quantity = Number(Quantity)
  const unitPrice = Number(UnitPrice)
  return {
    productId: Sku,
    name: Description,
    productDetailUrl: urls.get(Sku) ?? 'https://shop.example/',
    quantity,
    unitPrice,
    price: money(unitPrice * quantity),
  }
}

/** In whole cents. */
function money(amount: number): number {
  return Math.round(amount * 100) / 100
}
