import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { aShop } from '../../mock/builders/shop.ts'
import { serve } from '../../mock/carriers/server.ts'
import { routes } from '../../mock/generated/routes.ts'
import { createMock } from '../../mock/index.ts'
import { Router } from '../../mock/router.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import * as sdk from '../../sdk/index.ts'
import { requestsOf } from '../support/curl.ts'
import { codeBlocks } from '../support/markdown.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = codeBlocks(readme)
const folder = mkdtempSync(join(tmpdir(), 'readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the TypeScript of the README compiles', { timeout: 60_000 }, () => {
  const typescript = blocks.filter(({ language }) => language === 'ts')

  expect(typescript.length).toBeGreaterThan(5)
  expect(
    mistakes(typescript.map(({ line, code }) => [`README-line-${line}.ts`, whole(code)])),
  ).toEqual([])
})

test('the TypeScript of the README prints what it shows', { timeout: 60_000 }, () => {
  const runnable = blocks.filter(({ language, run }) => language === 'ts' && run === 'run')

  const printed = run(runnable.map(({ line, code }) => script(`line-${line}.ts`, whole(code))))

  expect(runnable.length).toBeGreaterThan(5)
  expect(runnable.map(({ line }, at) => [line, printed[at]])).toEqual(
    runnable.map(({ line, output }) => [line, output ?? expect.any(String)]),
  )
})

test.for(blocks.filter(({ run }) => run === 'run against the demo shop'))(
  'the commands of line $line of the README are answered as it shows',
  async ({ code, output }) => {
    const server = await serve(createMock({ seed: aShop() }), { port: 0 })
    const answers: string[] = []
    const statuses: number[] = []

    for (const { url, init, streams } of requestsOf(code)) {
      const response = await fetch(url.replace('http://127.0.0.1:4010', server.url), init)
      statuses.push(response.status)
      if (streams) await response.body?.cancel()
      else answers.push(`${await response.text()}\n`)
    }
    await server.close()

    if (output === undefined) expect(statuses.filter((status) => status >= 300)).toEqual([])
    else expect(answers.join('')).toBe(output)
    expect(statuses.length).toBe(code.match(/^curl /gm)?.length)
  },
)

test('the switches of the README are those of the twin, with their defaults', () => {
  const switches = [...readme.matchAll(/^\| `(\w+)` +\| `([^`]+)` +\| [`a]/gm)]

  expect(switches.map(([, name, byDefault]) => [name, byDefault?.replaceAll("'", '')])).toEqual(
    Object.entries(defaultBehaviors).map(([name, value]) => [name, String(value)]),
  )
})

test('each switch of the README has a reason for its default', () => {
  const reasons = [...readme.matchAll(/^\| `\w+` +\| `[^`]+` +\| [`a].*\| (\S.*\S) +\|$/gm)]

  expect(reasons).toHaveLength(Object.keys(defaultBehaviors).length)
  for (const [line, reason] of reasons) expect(reason, line).toMatch(/^(as|so that) /)
})

test('the errors of the README are those of the SDK', () => {
  const errors = [...readme.matchAll(/^\| (?:– )*`(\w+Error)` /gm)].map(([, name]) => name)
  const classes = Object.keys(sdk).filter((name) => name.endsWith('Error'))

  expect(errors.toSorted()).toEqual(classes.toSorted())
})

test('the faults of the README are those of the twin', () => {
  const table = section('Faults')
  const kinds = [...table.matchAll(/^\| `([\w-]+)` /gm)].map(([, kind]) => kind)
  const unknown = () => createMock().faults.add({ kind: 'unknown' } as never)

  expect(unknown).toThrow(new RegExp(`one of ${kinds.join(', ')}$`))
})

test('the paths that the README calls not modelled are unknown to the twin', () => {
  const paths = [...section('What is not modelled').matchAll(/`(\/[\w/-]+)`/g)]

  expect(paths.length).toBeGreaterThan(3)
  for (const [, path = ''] of paths) expect(new Router(routes).find(path), path).toBeUndefined()
})

test('the links of the README lead to its headings and to files', () => {
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  )
  const links = [...readme.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, to = '']) => to)
  const leadsOn = (to: string) =>
    to.startsWith('#') ? headings.includes(to.slice(1)) : existsSync(join(root, to))

  expect(links.length).toBeGreaterThan(20)
  expect(links.filter((to) => !leadsOn(to))).toEqual([])
})

test('the list of examples has every example', () => {
  const list = readFileSync(join(root, 'examples/README.md'), 'utf8')
  const isPage = (name: string) => existsSync(join(root, 'examples', name, 'index.html'))
  const examples = readdirSync(join(root, 'examples')).filter(
    (name) => /\.(ts|sh)$/.test(name) || isPage(name),
  )

  const listed = [...list.matchAll(/^\| \[([\w.-]+)\]\(\1\) /gm)].map(([, name]) => name)
  expect(listed.toSorted()).toEqual(examples.toSorted())
})

/** The part of the README under a heading, to the next one. */
function section(title: string): string {
  return readme.split(/^#+ /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
}

/** A block that makes no client of its own is about these two. */
function whole(code: string): string {
  if (code.includes('import ')) return code
  return `import { Connectif } from 'connectif-sdk'
import { createMock } from 'connectif-sdk/mock'
const mock = createMock()
const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
${code}`
}

/** What the compiler has to say of these files, as if they were in the root. */
function mistakes(files: [name: string, code: string][]): string[] {
  const sources = new Map(files.map(([name, code]) => [join(root, name), code]))
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (name) => sources.has(name) || fileExists(name)
  host.readFile = (name) => sources.get(name) ?? readFile(name)

  const program = ts.createProgram([...sources.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map((mistake) => ts.formatDiagnostic(mistake, { ...host, getNewLine: () => '\n' }))
}

/** Writes a script that uses the sources, and gives its path. */
function script(name: string, code: string): string {
  const sources: Record<string, string> = {
    'connectif-sdk': 'sdk/index.ts',
    'connectif-sdk/mock': 'mock/index.ts',
    'connectif-sdk/mock/server': 'mock/carriers/server.ts',
  }
  const path = join(folder, name)
  const local = (entry: string) => new URL(`../../${sources[entry]}`, import.meta.url).href
  writeFileSync(
    path,
    code.replace(/'(connectif-sdk[/\w]*)'/g, (_, entry) => `'${local(entry)}'`),
  )
  return path
}

/** What each script prints, run one after another; the twin answers for the real address. */
function run(scripts: string[]): string[] {
  const mark = '--- end of a script'
  const all = scripts.map((path) => `await import(${JSON.stringify(path)}); console.log('${mark}')`)
  const code = `import { createMock } from 'connectif-sdk/mock'
globalThis.fetch = createMock().fetch
${all.join('\n')}`

  const { stdout, stderr } = spawnSync(process.execPath, [script('all.ts', code)], {
    encoding: 'utf8',
    env: { ...process.env, CONNECTIF_API_KEY: 'test:secret' },
  })
  expect(stderr).toBe('')
  return stdout.split(`${mark}\n`)
}
