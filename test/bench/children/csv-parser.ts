/** The CSV parser alone, on the file that the twin imports, in a process as new as the twin's. */
import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

const csv = readFileSync(process.argv[2] as string)
const rows = Number(process.argv[3])

process.on('message', () => {
  const before = process.cpuUsage()
  assert.equal(parse(csv).length, rows + 1)
  const { user, system } = process.cpuUsage(before)
  process.send?.((user + system) / 1000)
})
process.send?.(0)
