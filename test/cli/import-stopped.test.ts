import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { serve } from '../../mock/carriers/server.ts'
import { createMock, type Mock } from '../../mock/index.ts'
import { aFile, connectifBegun, connectifIn, linesOf, startsNode } from './connectif.ts'

startsNode()

const many = Array.from({ length: 150 }, (_, at) => `K-${at},,Name ${at},`)
const args = ['--key', 'external-id', '--strategy', 'calls']
/** Calls that are answered; more than are under way at once, so that some rows have ended. */
const answered = 100
let mock: Mock
let env: Record<string, string>

beforeEach(async () => {
  mock = createMock()
  const server = await serve(mock, { port: 0 })
  onTestFinished(server.close)
  env = { CONNECTIF_API_KEY: 'shop:secret', CONNECTIF_BASE_URL: server.url }
})

function customers(...rows: string[]) {
  return aFile('customers.csv', `${['_externalId,_email,_name,_points', ...rows].join('\n')}\n`)
}

/** Stops an import in its midst: where no call is answered any more. */
async function stopped(file: string, ...more: string[]) {
  const on = 'PATCH /contacts/external-id/{externalId}'
  const times = Number.POSITIVE_INFINITY
  const { id } = mock.faults.add({ kind: 'timeout', on, nth: answered + 1, times })
  const isStuck = new Promise<void>((resolve) => {
    mock.journal.subscribe(({ fault }) => fault && resolve())
  })
  const { child, ended } = connectifBegun({ env }, 'import', file, ...args, ...more)
  await Promise.race([isStuck, ended])
  child.kill('SIGINT')
  const end = await ended
  mock.faults.remove(id)
  return end
}

function imported(file: string) {
  return connectifIn({ env }, 'import', file, ...args)
}

test('an import that Ctrl-C stops ends with 130, and the same command goes on', async () => {
  const file = customers(...many)

  const first = await stopped(file)
  const second = await imported(file)

  expect(first.code).toBe(130)
  expect(first.stderr).toMatch(/^Stopped after \d+ of 150 rows\. The same command goes on/)
  expect(second).toMatchObject({ code: 0, stderr: '' })
  expect(linesOf(second.stdout)).toMatchObject([{ type: 'sent', done: 150, failed: 0 }])
  expect(existsSync(`${file}.connectif-checkpoint`)).toBe(false)
  expect(mock.contacts.count).toBe(150)
})

test('it ends with 1 once all is sent, where the rows before had a refused one', async () => {
  const file = customers('K,x,Ann,', ...many)

  const first = await stopped(file, '--yes')
  const second = await imported(file)

  expect(first.code).toBe(130)
  expect(second).toMatchObject({ code: 1, stderr: '' })
  expect(linesOf(second.stdout)).toMatchObject([
    { type: 'sent', done: 151, failed: 1, notListed: 1 },
  ])
})

test('it does not go on with another file, nor into another account', async () => {
  const file = customers(...many)
  await stopped(file)

  const other = { env: { ...env, CONNECTIF_API_KEY: 'other:secret' } }
  const elsewhere = await connectifIn(other, 'import', file, ...args)
  writeFileSync(file, readFileSync(file, 'utf8').replace('Name 7', 'Name'))
  const changed = await imported(file)

  expect(elsewhere.stderr).toContain('it was begun with another key or base URL')
  expect(changed.stderr).toContain('but the file has changed; remove it to begin anew')
})
