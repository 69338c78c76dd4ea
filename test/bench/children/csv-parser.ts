/** The CSV parser alone, on the file that the twin imports. */
import { strict as assert } from 'node:assert'
import { parse } from 'csv-parse/sync'
import { csvOf } from '../contacts.ts'

const rows = Number(process.argv[2])
const csv = csvOf(rows)

process.on('message', () => {
  const before = process.cpuUsage()
  assert.equal(parse(Buffer.from(csv.buffer)).length, rows + 1)
  const { user, system } = process.cpuUsage(before)
  process.send?.((user + system) / 1000)
})
process.send?.(0)
