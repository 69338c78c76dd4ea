import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serve } from '../../mock/carriers/server.ts'
import { FileCheckpoint } from '../../mock/cli/checkpoint.ts'
import { ContactFile, csvFile } from '../../mock/cli/contact-rows.ts'
import { send } from '../../mock/cli/import-send.ts'
import { RefusedRows } from '../../mock/cli/refused-rows.ts'
import { Waits } from '../../mock/cli/waits.ts'
import { createMock } from '../../mock/index.ts'
import { deferred } from '../../sdk/bulk/deferred.ts'
import { Connectif, ConnectifError } from '../../sdk/index.ts'
import { aFile, aFolder, connectifIn, startsNode } from './connectif.ts'

startsNode()

const head = 'line,column,value,rule,reason,hint'
const refused = { line: 5, column: '_email', value: 'x', rule: '', reason: 'is none', hint: '' }

describe('a report', () => {
  const reports = {
    missing: () => join(aFolder(), 'refused.csv'),
    empty: () => aFile('refused.csv', ''),
  }

  test.for(['missing', 'empty'] as const)(
    'that is %s gets its header on a resume',
    async (kind) => {
      const path = reports[kind]()

      await written(path, true)

      expect(readFileSync(path, 'utf8')).toBe(`${head}\n5,_email,x,,is none,\n`)
    },
  )

  test('is added to on a resume, and begun anew else', async () => {
    const path = aFile('refused.csv', `${head}\n2,_name,x,,is bad,\n`)

    await written(path, true)
    const added = readFileSync(path, 'utf8')
    await written(path, false)

    expect(added).toBe(`${head}\n2,_name,x,,is bad,\n5,_email,x,,is none,\n`)
    expect(readFileSync(path, 'utf8')).toBe(`${head}\n5,_email,x,,is none,\n`)
  })

  test('that cannot be opened is told at once', async () => {
    await expect(RefusedRows.open(aFolder(), false)).rejects.toThrow(/^cannot write .+: EISDIR/)
  })

  test.runIf(existsSync('/dev/full'))('that is full hides no other error', async () => {
    const keys = { 'erp:secret': ['imports:read'] as const }
    const server = await serve(createMock({ accounts: { shop: { keys } } }), { port: 0 })
    onTestFinished(server.close)
    const env = { CONNECTIF_API_KEY: 'erp:secret', CONNECTIF_BASE_URL: server.url }
    const args = [aFile('customers.csv', '_externalId\n1\n'), '--key', 'external-id']

    const ended = await connectifIn({ env }, 'import', ...args, '--report', '/dev/full')

    expect(ended.stderr).toMatch(/^Stopped before the first row\.\nerror: 403: .+\n$/)
  })
})

describe('a checkpoint', () => {
  test('that cannot be written is an error with a sentence', async () => {
    const checkpoint = new FileCheckpoint('/nowhere/at/all.csv')
    const operation = 'contacts.upsertMany'

    const saving = checkpoint.save({ version: 1, operation, position: 1, done: [], counts: {} })

    await expect(saving).rejects.toThrow(ConnectifError)
    await expect(saving).rejects.toThrow('all.csv.connectif-checkpoint cannot be written')
  })

  test('that cannot be read is told so', () => {
    const file = aFile('customers.csv', '_externalId\n')
    mkdirSync(`${file}.connectif-checkpoint`)

    expect(() => new FileCheckpoint(file)).toThrow(/^cannot read .+: it is a folder$/)
  })
})

test('a row without any answer ends it, and each row that failed is in the report', async () => {
  const bad = Array.from({ length: 20 }, (_, at) => `K ${at},x`)
  const file = aFile('customers.csv', ['_externalId,_email', 'first,', 'lost,', ...bad].join('\n'))
  const csv = await csvFile(file, 'external-id')
  const path = join(aFolder(), 'refused.csv')
  const report = await RefusedRows.open(path, false)
  const checkpoint = new FileCheckpoint(file)
  await checkpoint.for({ file, key: 'external-id', account: 'a', total: 22 })

  const sending = send(shopThatLoses('lost'), {
    ...{ file: new ContactFile(csv, []), key: 'external-id', strategy: 'calls', total: 22 },
    ...{ checkpoint, report, signal: new AbortController().signal, waits: new Waits() },
  })

  await expect(sending).rejects.toThrow('503')
  await report.close()
  const saved = new FileCheckpoint(file).saved?.state
  const [, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
  expect(saved?.counts.failed).toBe(rows.length)
  expect(rows.some((row) => row.startsWith('3,'))).toBe(true)
})

/** A client whose calls to one contact get a 503, while the others wait for the last of those. */
function shopThatLoses(externalId: string): Connectif {
  const { fetch } = createMock()
  let tries = 0
  const over = deferred<void>()
  const losing: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    if (request.url.endsWith('/first')) return fetch(request)
    if (!request.url.endsWith(`/${externalId}`)) return over.promise.then(() => fetch(request))
    tries += 1
    if (tries === 31) setTimeout(over.resolve)
    return new Response(null, { status: 503 })
  }
  return new Connectif({ apiKey: 'test:secret', fetch: losing, maxRetryWait: 1 })
}

async function written(path: string, goesOn: boolean) {
  const report = await RefusedRows.open(path, goesOn)
  report.add([refused])
  await report.close()
}
