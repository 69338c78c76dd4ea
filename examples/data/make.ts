/**
 * Makes the input of the loading examples, the same bytes every time: the export of a till system
 * (customers.csv, tickets.csv), the catalogue of its shop (products.json), and what a loader has to
 * find in them (expected.json).
 *
 *     node examples/data/make.ts
 */
import { writeFileSync } from 'node:fs'
import { aShop } from '../../mock/builders/shop.ts'
import { customers } from './make-customers.ts'
import { tickets } from './make-tickets.ts'

const { products } = aShop({ contacts: 0, products: 40, seed: 7 })
const people = customers()
const till = tickets(people, products)

write('customers.csv', people.csv)
write('tickets.csv', till.csv)
write('products.json', json(products))
write('expected.json', json({ ...people.expected, tickets: till.expected }))

function write(file: string, text: string): void {
  writeFileSync(new URL(file, import.meta.url), text)
}

/** Indented, with lists of plain values on one line. */
function json(value: unknown): string {
  const lists = /\[\n\s+([^[\]{}]*)\n\s+\]/g
  const oneLine = (_: string, items: string) => `[${items.replace(/,\n\s+/g, ', ')}]`
  return `${JSON.stringify(value, null, 2).replace(lists, oneLine)}\n`
}
