import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { anInstalledProject } from '../package/packed.ts'
import { run } from '../package/run.ts'
import { inAWorker, served } from './in-a-worker.ts'
import { told } from './told.ts'

const customers = `_externalId,_email,_name
POS-000124,bob@example.com,"Bob, ""the builder"""
POS-000125,no email,Cleo
POS-000126,nandu@example.com,Ñandú 🦤
`

let folder: string

beforeAll(async () => {
  folder = await anInstalledProject()
  writeFileSync(join(folder, 'customers.csv'), customers)
  for (const name of ['scenario', 'in-memory', 'over-http', 'worker']) {
    copyFileSync(join(import.meta.dirname, `${name}.ts`), join(folder, `${name}.ts`))
  }
})

/** How each is called. Deno grants nothing that is not named: the twin in memory needs nothing. */
const runtimes = [
  { name: 'Node 22', says: /^v22\./, program: 'node22/bin/node', inMemory: [], overHttp: [] },
  { name: 'Node 24', says: /^v24\./, program: 'node24/bin/node', inMemory: [], overHttp: [] },
  { name: 'Node 26', says: /^v26\./, program: 'node26/bin/node', inMemory: [], overHttp: [] },
  { name: 'Bun', says: /^1\./, program: '.bin/bun', inMemory: ['run'], overHttp: ['run'] },
  {
    name: 'Deno',
    says: /^deno 2\./,
    program: '.bin/deno',
    inMemory: ['run', '--no-prompt'],
    overHttp: ['run', '--no-prompt', '--allow-net=127.0.0.1', '--allow-read=.'],
  },
].map((runtime) => ({
  ...runtime,
  program: join(import.meta.dirname, 'node_modules', runtime.program),
}))

describe.for(runtimes)('$name', ({ says, program, inMemory, overHttp }) => {
  test('is the runtime that it is called', async () => {
    const { stdout } = await run(program, ['--version'])

    expect(stdout).toMatch(says)
  })

  test('runs the SDK and the twin in memory', async () => {
    expect(await printed(program, [...inMemory, 'in-memory.ts'])).toEqual(told)
  })

  test('runs the SDK over HTTP, the server of the twin, and an import from a path', async () => {
    const missing = 'the file missing.csv cannot be opened'

    const answers = await printed(program, [...overHttp, 'over-http.ts'])

    expect(answers).toEqual({ ...told, missing })
  })
})

describe('Cloudflare workers', () => {
  test('run the SDK and the twin in memory', async () => {
    expect(await inAWorker(folder, 'worker.ts')).toEqual(told)
  })

  test('run the SDK over HTTP', async () => {
    const server = await served(folder)

    const answer = await inAWorker(folder, 'worker.ts', `?server=${server.url}`)
    await server.close()

    expect(answer).toEqual(told)
  })
})

async function printed(program: string, args: string[]) {
  const env = { ...process.env, DENO_DIR: join(folder, '.deno'), DENO_NO_UPDATE_CHECK: '1' }
  const { stdout } = await run(program, args, { cwd: folder, env })
  return JSON.parse(stdout)
}
