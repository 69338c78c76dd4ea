/** `npm run bench`: measures the budgets of the package, and its peers. `--short` is for CI. */
import { parseArgs } from 'node:util'
import { bulk } from './bulk.ts'
import { csvImport } from './files.ts'
import { heap } from './heap.ts'
import { inspectorCost } from './inspector-cost.ts'
import { inspectorPaint } from './inspector-paint.ts'
import { memory } from './memory.ts'
import { mockFetch } from './mock-fetch.ts'
import { peerServers } from './peer-servers.ts'
import { peerStore } from './peer-store.ts'
import { type Effort, type PeerRow, type Row, table, verdict } from './report.ts'
import { sdkCall } from './sdk-call.ts'
import { sdkSize } from './sdk-size.ts'
import { serverSpeed } from './server-speed.ts'
import { start } from './start.ts'

const measurements = [
  serverSpeed,
  inspectorCost,
  inspectorPaint,
  mockFetch,
  heap,
  memory,
  csvImport,
  sdkCall,
  bulk,
  sdkSize,
  start,
]
const comparisons = [peerServers, peerStore]

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } })
const effort = { short: values.short, manyContacts: values.short ? 200_000 : 1_000_000 }

const rows = await all<Row>(measurements, effort)
const peerRows = await all<PeerRow>(comparisons, effort)
console.log(
  table(
    ['what', 'measured', 'budget', 'verdict'],
    rows.map((row) => [row.what, row.measured, row.budget, verdict(row)]),
  ),
)
console.log(`
Times are processor time of the process that answers, so that a busy machine does no harm; only the
start and what is said to be so go by the clock. Sides of a comparison run in processes of their
own and take turns in short rounds; the first rounds do not count, all others do, added up. Of the
rows in "×", which are run several times, the one with the median ratio is shown, as of the server
with the inspector, whose sides are of one process; of those in "ms", the best. Everything on: a
declared account with scopes, calls that are counted but never too many, three contact fields, and a
fault that meets no call. Journal and activities are always on.
`)
console.log(
  table(
    ['for comparison', 'measured', 'against the twin', 'leaves out'],
    peerRows.map((row) => [row.what, row.measured, row.comparison, row.without]),
  ),
)
const over = rows.filter((row) => row.within === false)
console.log(`\nOver budget: ${over.map((row) => row.what).join('; ') || 'nothing'}.`)

async function all<One>(
  measure: readonly ((effort: Effort) => Promise<One[]>)[],
  effort: Effort,
): Promise<One[]> {
  const rows: One[] = []
  for (const one of measure) {
    process.stderr.write(`${one.name} …`)
    const before = performance.now()
    rows.push(...(await one(effort)))
    process.stderr.write(` ${((performance.now() - before) / 1000).toFixed(0)} s\n`)
  }
  return rows
}
