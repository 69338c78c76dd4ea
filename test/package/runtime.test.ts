import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { aProject, forFiles, type Project } from './packed.ts'
import { run } from './run.ts'

let project: Project

beforeAll(async () => {
  project = await aProject('ky', 'commander', 'msw', 'bullmq', ...forFiles)
  writeFileSync(join(project.folder, 'trace.mjs'), trace)
})

/** Prints, as the process ends, where each module that was loaded came from. */
const trace = `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({
  load(url, context, next) {
    loaded.push(url)
    return next(url, context)
  },
})
process.on('exit', () => console.log(JSON.stringify(loaded)))
`

test.for([
  ['connectif-sdk', ['Connectif', 'ApiError', 'defineContactFields']],
  ['connectif-sdk/queue', ['produce', 'work', 'report', 'clear']],
  ['connectif-sdk/mock', ['createMock']],
  ['connectif-sdk/mock/browser', ['keep']],
  ['connectif-sdk/mock/msw', ['handlers']],
  ['connectif-sdk/mock/server', ['serve']],
  ['connectif-sdk/mock/playwright', ['routeToTwin', 'twinFixtures']],
  ['connectif-sdk/mock/storybook', ['beforeEach']],
] as const)('%s can be imported', async ([entry, names]) => {
  const exported = await evaluated(`console.log(Object.keys(await import('${entry}')).join())`)

  expect(exported.trim().split(',')).toEqual(expect.arrayContaining([...names]))
})

test('the contract is where its entry point says', async () => {
  const script = "console.log(import.meta.resolve('connectif-sdk/openapi.yaml'))"

  expect(existsSync(new URL((await evaluated(script)).trim()))).toBe(true)
})

/** In Node, fflate looks whether there are worker threads. */
const forTheTwin = [...forFiles, '@remix-run/headers', 'node']

test.for([
  ['connectif-sdk', ['connectif-sdk', 'ky']],
  ['connectif-sdk/mock', ['connectif-sdk', ...forTheTwin]],
  ['connectif-sdk/mock/server', ['connectif-sdk', ...forTheTwin]],
] as const)('%s loads only %s', async ([entry, packages]) => {
  const loaded = await loadedBy(`import '${entry}'`)

  expect([...new Set(loaded.map(packageOf))].sort()).toEqual(packages.toSorted())
})

test('the SDK loads what it deals with files by when a file is dealt with', async () => {
  const loaded = await loadedBy(`
    import { Connectif } from 'connectif-sdk'
    const fetch = async () => Response.json({ id: '1', total: 1 })
    const connectif = new Connectif({ apiKey: 'test:secret', fetch })
    await connectif.imports.create({ type: 'contacts', file: { rows: [{ _email: 'a@b.example' }] } })
  `)

  expect(loaded.map(packageOf)).toContain('csv-stringify')
  expect(loaded.map(packageOf)).not.toContain('fflate')
})

test('the SDK loads nothing of the twin', async () => {
  const loaded = await loadedBy("import 'connectif-sdk'")

  expect(loaded.filter((url) => url.includes('/dist/mock/'))).toEqual([])
})

test.for([
  'connectif-sdk',
  'connectif-sdk/mock',
  'connectif-sdk/mock/msw',
  'connectif-sdk/mock/server',
])('%s loads nothing of the matchers', async (entry) => {
  const loaded = await loadedBy(`import '${entry}'`)

  expect(loaded.filter((url) => /\/dist\/mock\/(vitest|matchers)/.test(url))).toEqual([])
})

test('the SDK reaches the twin', async () => {
  const name = await evaluated(`
    import { Connectif } from 'connectif-sdk'
    import { createMock } from 'connectif-sdk/mock'
    const connectif = new Connectif({ apiKey: 'test:secret', fetch: createMock().fetch })
    const { _name } = await connectif.contacts.upsert({ externalId: '1' }, { _name: 'Ada' })
    console.log(_name)
  `)

  expect(name).toBe('Ada\n')
})

test('the control API of the server describes itself', async () => {
  const description = await evaluated(`
    import { createMock } from 'connectif-sdk/mock'
    import { serve } from 'connectif-sdk/mock/server'
    const server = await serve(createMock(), { port: 0 })
    console.log(await (await fetch(server.url + '/__twin/openapi.yaml')).text())
    await server.close()
  `)

  expect(description).toMatch(/^openapi: 3\.1/)
})

test('connectif serves the twin until a signal stops it', async () => {
  const { bin } = JSON.parse(readFileSync(join(project.own, 'package.json'), 'utf8'))
  const main = join(project.own, bin.connectif)
  const child = spawn(process.execPath, [main, 'mock', '--port', '0', '--demo'])

  const stderr = textOf(child.stderr)
  const ended = once(child, 'close').then(async () => Promise.reject(new Error(await stderr)))
  const [screen] = await Promise.race([once(child.stdout, 'data'), ended])
  const url = /http:\S+/.exec(String(screen))?.[0] ?? ''
  const headers = { authorization: 'apiKey test:secret' }
  const { status } = await fetch(`${url}/purchases/purchase-id/ORD-100001`, { headers })
  child.kill('SIGTERM')

  expect(status).toBe(200)
  await expect(ended).rejects.toThrow(/^$/)
  expect(child.exitCode).toBe(0)
})

test('connectif is parsed, and says what it needs, where Node is too old', async () => {
  const main = join(project.own, 'dist/mock/cli/main.js')
  const old = "Object.defineProperty(process, 'versions', { value: { node: '20.19.0' } })"
  const args = ['--import', `data:text/javascript,${encodeURIComponent(old)}`, main]

  const ended = await run(process.execPath, args).catch((error) => error)

  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toBe('connectif needs Node 22.12 or newer, and this is Node 20.19.0.\n')
  expect(readFileSync(main, 'utf8')).not.toMatch(/^\s*import\s/m)
})

async function evaluated(script: string, ...options: string[]): Promise<string> {
  const args = [...options, '--input-type=module', '--eval', script]
  const { stdout } = await run(process.execPath, args, { cwd: project.folder })
  return stdout
}

async function loadedBy(script: string): Promise<string[]> {
  const loaded = await evaluated(script, '--import', './trace.mjs')
  return JSON.parse(loaded).filter((url: string) => !url.includes('[eval'))
}

function packageOf(url: string) {
  if (url.startsWith('node:')) return 'node'
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? url
}
