/**
 * Loads the export of a till system by External ID: the customers, the catalogue, the tickets.
 * Prints each refusal with line, rule and reason, and what was created, updated and refused.
 *
 *     npm run build
 *     node examples/sync-customers.ts
 *
 * It loads into a twin that it starts itself, on a free port, and holds the result against
 * data/expected.json: exit code 1 when they differ. Only where an API is named does it load there;
 * the account then needs a contact field `tier` with the options bronze, silver and gold.
 *
 *     export CONNECTIF_API_KEY=id:secret
 *     node examples/sync-customers.ts --base-url http://127.0.0.1:4010
 *
 * An error that is not about a record ends the run. Start it again then: contacts that are there
 * are updated, and tickets that are there are refused.
 */
import { readFileSync } from 'node:fs'
import { check } from './sync-customers/check.ts'
import { loadCustomers } from './sync-customers/customers.ts'
import { catalogueOf, loadProducts } from './sync-customers/products.ts'
import { report } from './sync-customers/report.ts'
import { openTarget } from './sync-customers/target.ts'
import { loadTickets } from './sync-customers/tickets.ts'

const data = (file: string) => new URL(`data/${file}`, import.meta.url)

const { connectif, mock, close } = await openTarget().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
console.log(`Loading into ${mock ? 'a twin at ' : ''}${connectif.baseUrl}\n`)
const startedAt = Date.now()

try {
  const catalogue = catalogueOf(data('products.json'))
  const loaded = {
    'customers.csv': await loadCustomers(data('customers.csv'), connectif, startedAt),
    'products.json': await loadProducts(catalogue, connectif, startedAt),
    'tickets.csv': await loadTickets(data('tickets.csv'), connectif, catalogue),
  }
  report(loaded)
  if (mock) check(loaded, mock, JSON.parse(readFileSync(data('expected.json'), 'utf8')))
} finally {
  await close()
}
