import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Source {
  readonly path: string
  /** Without comments. */
  readonly code: string
  /** What it imports: packages by name, files by their path in the repository. */
  readonly imports: readonly string[]
}

const sources: readonly Source[] = globSync('{sdk,mock}/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('/generated/'))
  .map((path) => {
    const code = withoutComments(readFileSync(path, 'utf8'))
    return { path, code, imports: importsOf(path, code) }
  })

function withoutComments(text: string) {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

function importsOf(path: string, code: string) {
  const found = code.matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)
  return Array.from(found, ([, name = '']) =>
    name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : name,
  )
}

/** The imports of the files under a path that are not among those allowed. */
function strays(under: RegExp, allowed: RegExp) {
  return sources
    .filter(({ path }) => under.test(path))
    .flatMap(({ path, imports }) => imports.map((name) => `${path} → ${name}`))
    .filter((line) => !allowed.test(line.split(' → ')[1] as string))
}

/** The files that import a package, or a part of it. */
function importers(name: RegExp) {
  return sources.filter(({ imports }) => imports.some((one) => name.test(one))).map((s) => s.path)
}

/** The twin without what knows its environment. */
const core =
  /^mock\/((engine|gate|router|problems|violations|call|plant)\.ts|(rules|operations|state)\/)/

describe('imports', () => {
  test('are read from files that exist', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(100)
  })

  test('of the SDK are of the SDK and ky, and of files where it deals with them', () => {
    expect(strays(/^sdk\/(?!files\/|queue\/)/, /^(sdk\/.*|ky)$/)).toEqual([])
    expect(strays(/^sdk\/files\//, /^(sdk\/.*|#csv-parse|#csv-stringify|fflate|node:fs)$/)).toEqual(
      [],
    )
  })

  test('of bullmq are in the queue alone, which nothing else of the SDK imports', () => {
    expect(strays(/^sdk\/queue\//, /^(sdk\/.*|bullmq)$/)).toEqual([])
    expect(strays(/^sdk\/(?!queue\/)/, /^(?!sdk\/queue\/|bullmq)/)).toEqual([])
    expect(strays(/^mock\//, /^(?!sdk\/queue\/|bullmq)/)).toEqual([])
  })

  test('of packages for files are where the twin and the SDK deal with files', () => {
    const packages = /^(#csv-parse|#csv-stringify|fflate|@remix-run\/multipart-parser)$/

    for (const path of importers(packages)) expect(path).toMatch(/^(sdk|mock)\/(files|jobs)\//)
  })

  test('of ky are in the transport alone', () => {
    expect(importers(/^ky($|\/)/)).toEqual(['sdk/transport.ts'])
  })

  test('of msw are in its carrier alone', () => {
    expect(importers(/^msw($|\/)/)).toEqual(['mock/carriers/msw.ts'])
  })

  test('of preact are in the inspector alone, which nothing else imports', () => {
    for (const path of importers(/^@?preact($|\/)/)) expect(path).toMatch(/^mock\/inspector\//)
    expect(
      importers(/^mock\/inspector\//).filter((path) => !/^mock\/inspector\//.test(path)),
    ).toEqual([])
  })

  test('of rules are state, problems, generated code, other rules and types of the SDK', () => {
    const allowed = /^(mock\/(state|rules|generated)\/.*|mock\/problems\.ts|sdk\/.*)$/

    expect(strays(/^mock\/rules\//, allowed)).toEqual([])
    for (const { code, path } of sources.filter((one) => one.path.startsWith('mock/rules/'))) {
      const valued = code.match(/^import (?!type\b)[^']*'(\.\.\/)+sdk\//m)
      expect(valued, `${path} imports more than types of the SDK`).toBeNull()
    }
  })

  test('of state are state, generated code and types of the SDK', () => {
    expect(strays(/^mock\/state\//, /^(mock\/(state|generated)\/.*|sdk\/.*)$/)).toEqual([])
  })

  test('of operations are never carriers', () => {
    const allowed =
      /^(mock\/(operations|rules|state|files|generated)\/.*|mock\/(call|problems)\.ts|sdk\/.*)$/

    expect(strays(/^mock\/operations\//, allowed)).toEqual([])
  })

  test('of the core are neither packages nor carriers', () => {
    expect(strays(core, /^(mock|sdk)\//)).toEqual([])
    expect(strays(core, /^(?!mock\/(carriers|cli|mock))/)).toEqual([])
  })

  test('of node: are in the server, the command line and nowhere else', () => {
    for (const path of importers(/^node:/)) {
      expect(path).toMatch(/^(mock\/(carriers\/(server|node-)|cli\/)|sdk\/files\/)/)
    }
  })
})

const names = [
  ...['(?<!Bad )Request', 'Response', 'Headers', 'fetch', 'setTimeout', 'setImmediate'],
  ...['process', 'window', 'document', 'globalThis', 'async', 'await', 'Promise'],
]
const environment = new RegExp(`\\b(${names.join('|')})\\b`)

describe('the core of the twin', () => {
  test.for(sources.filter(({ path }) => core.test(path)).map(({ path, code }) => [path, code]))(
    '%s knows no Request, no timer and no environment',
    ([, code]) => {
      expect(code?.match(environment)?.[0]).toBeUndefined()
    },
  )
})

describe('files', () => {
  const files = globSync('{sdk,mock,generate,examples,test}/**/*.{ts,tsx,css}')
    .concat(globSync('*.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\/(generated|node_modules|dist)\//.test(path))

  /** Whether a line is long because of a URL or a text that cannot be broken. */
  const isWhole = (line: string) => /https?:|^(?!\s*\/?\*).*['`]/.test(line)

  test.for(files)('%s has at most 200 lines of at most 100 characters', (path) => {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')

    expect(lines.length).toBeLessThanOrEqual(200)
    expect(lines.filter((line) => [...line].length > 100 && !isWhole(line))).toEqual([])
  })
})
