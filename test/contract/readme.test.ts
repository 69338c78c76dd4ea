import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { withFidelityTable } from '../../generate/fidelity.ts'
import { aShop } from '../../mock/builders/shop.ts'
import { serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import * as sdk from '../../sdk/index.ts'
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
  'the command of line $line of the README is answered as it shows',
  async ({ code, output }) => {
    const server = await serve(createMock({ seed: aShop() }), { port: 0 })
    const { url, ...init } = requestOf(code)

    const response = await fetch(url.replace('http://127.0.0.1:4010', server.url), init)
    const body = await response.text()
    await server.close()

    expect(`${body}\n`).toBe(output)
  },
)

test('the rules of the README are those of the twin', () => {
  expect(withFidelityTable(readme), 'stale: npm run generate').toBe(readme)
})

test('the switches of the README are those of the twin, with their defaults', () => {
  const switches = [...readme.matchAll(/^\| `(\w+)` +\| `([^`]+)` +\| `/gm)]

  expect(switches.map(([, name, byDefault]) => [name, byDefault?.replaceAll("'", '')])).toEqual(
    Object.entries(defaultBehaviors).map(([name, value]) => [name, String(value)]),
  )
})

test('the errors of the README are those of the SDK', () => {
  const errors = [...readme.matchAll(/^\| (?:– )*`(\w+Error)` /gm)].map(([, name]) => name)
  const classes = Object.keys(sdk).filter((name) => name.endsWith('Error'))

  expect(errors.toSorted()).toEqual(classes.toSorted())
})

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

/** The request that a curl command makes, as far as the README uses curl. */
function requestOf(command: string) {
  const header = (name: string) => command.match(`-H "${name}: ([^"]+)"`)?.[1] ?? ''
  return {
    url: command.match(/http:\S+/)?.[0] ?? '',
    method: command.match(/-X (\w+)/)?.[1] ?? 'GET',
    headers: { authorization: header('Authorization'), 'content-type': header('Content-Type') },
    body: command.match(/-d '([^']+)'/)?.[1] ?? null,
  }
}
