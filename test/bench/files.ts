import { strict as assert } from 'node:assert'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Usage } from './children/import-server.ts'
import { type Child, started } from './children.ts'
import { apiKey, csvOf, headers, pathOf } from './contacts.ts'
import { count, type Effort, type Row } from './report.ts'

const parserFile = new URL('./children/csv-parser.ts', import.meta.url)
const serverFile = new URL('./children/import-server.ts', import.meta.url)
const times = 3
const mostMemory = 1.2e9
const slowest = 100

/** A CSV import through the server against the CSV parser alone, and what else it disturbs. */
export async function csvImport({ short, manyContacts: rows }: Effort): Promise<Row[]> {
  const csv = csvOf(rows)
  assert.ok(csv.byteLength < 50_000_000, `${csv.byteLength} bytes`)
  await using folder = await mkdtempDisposable(join(tmpdir(), 'connectif-'))
  const file = join(folder.path, 'contacts.csv')
  await writeFile(file, csv)
  const runs = []
  for (let run = 0; run < (short ? 1 : 3); run++) runs.push(await once(rows, csv, file))
  runs.sort((a, b) => a.imported / a.parsed - b.imported / b.parsed)
  const { imported, parsed, memory } = runs[Math.floor(runs.length / 2)] as (typeof runs)[number]
  const late = await latency(rows, csv)
  const ratio = imported / parsed
  const many = `${count(rows)} rows`
  return [
    {
      what: `CSV import of ${many} by HTTP against csv-parse alone (${seconds(imported)}, ${seconds(parsed)})`,
      measured: `${ratio.toFixed(2)} ×`,
      budget: `≤ ${times} ×`,
      within: ratio <= times,
    },
    {
      what: `most memory of the server during an import of ${many}`,
      measured: `${(memory / 1e6).toFixed(0)} MB`,
      budget: `< ${mostMemory / 1e6} MB`,
      within: memory < mostMemory,
    },
    {
      what: `other calls during an import of ${many}, p99 by the clock (median ${late.median.toFixed(1)} ms, slowest ${late.slowest.toFixed(0)} ms, ${count(late.calls)} calls)`,
      measured: `${late.p99.toFixed(0)} ms`,
      budget: `≤ ${slowest} ms`,
      within: late.p99 <= slowest,
    },
  ]
}

interface Run {
  /** Milliseconds of processor time. */
  readonly imported: number
  readonly parsed: number
  /** Bytes. */
  readonly memory: number
}

async function once(rows: number, csv: Uint8Array<ArrayBuffer>, file: string): Promise<Run> {
  using parser = await started(parserFile, [file, rows])
  using server = await started(serverFile, [])
  const parsed = await parser.ask<number>('parse')
  const before = await server.ask<Usage>('look')
  await imported(server, rows, csv, 250)
  const after = await server.ask<Usage>('look')
  return { parsed, imported: after.processorTime - before.processorTime, memory: after.memory }
}

/** How long patches wait while rows are imported. */
async function latency(rows: number, csv: Uint8Array<ArrayBuffer>) {
  using server = await started(serverFile, [])
  const waits: number[] = []
  let goesOn = true
  const calls = (async () => {
    for (let number = 0; goesOn; number++) {
      const start = performance.now()
      const body = JSON.stringify({ _points: number })
      const url = `http://127.0.0.1:${server.said}${pathOf(number % 100)}`
      const response = await fetch(url, { method: 'PATCH', headers, body })
      assert.equal(response.status, 200, await response.text())
      waits.push(performance.now() - start)
    }
  })()
  await imported(server, rows, csv, 100)
  goesOn = false
  await calls
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] as number
  return { calls: waits.length, median: at(0.5), p99: at(0.99), slowest: at(1) }
}

/** Uploads, and looks now and then until all is imported. */
async function imported(
  { said: port }: Child,
  rows: number,
  csv: Uint8Array<ArrayBuffer>,
  pauseMs: number,
) {
  const url = `http://127.0.0.1:${port}/imports/`
  const authorization = `apiKey ${apiKey}`
  const form = new FormData()
  const options = { type: 'contacts', delimiter: ',', overrideExisting: 'true' }
  for (const [name, value] of Object.entries(options)) form.set(name, value)
  form.set('updateOnlyEmptyFields', 'false')
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'contacts.csv')
  const created = await fetch(url, { method: 'POST', headers: { authorization }, body: form })
  const { id, total } = (await created.json()) as { id: string; total: number }
  assert.equal(total, rows)
  for (;;) {
    const response = await fetch(url + id, { headers: { authorization } })
    const { status, success } = (await response.json()) as { status: string; success: number }
    if (status === 'finished') return assert.equal(success, rows)
    assert.equal(status, 'inProgress')
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

function seconds(milliseconds: number) {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
