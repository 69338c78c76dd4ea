import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, type BuildResult, build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { aProject, forFiles, type Project } from './packed.ts'

let project: Project

beforeAll(async () => {
  project = await aProject('ky', 'msw', ...forFiles)
})

/** What each entry may load at once, in KiB, minified and compressed, without peers. */
const budgets = [
  ['connectif-sdk', 14],
  ['connectif-sdk/mock', 100],
  ['connectif-sdk/mock/browser', 3],
  ['connectif-sdk/mock/msw', 6],
  ['connectif-sdk/mock/server', 80],
  ['connectif-sdk/mock/vitest', 20],
  ['connectif-sdk/mock/storybook', 120],
] as const

test.for(budgets)('what %s loads at once is at most %i KiB', async ([entry, kibibytes]) => {
  const bytes = await sizeOf(`export * from '${entry}'`)

  expect(bytes, `${bytes} bytes`).toBeGreaterThan((kibibytes * 1024) / 3)
  expect(bytes, `${bytes} bytes`).toBeLessThanOrEqual(kibibytes * 1024)
})

const forBrowsers = [
  'connectif-sdk',
  'connectif-sdk/mock',
  'connectif-sdk/mock/msw',
  'connectif-sdk/mock/browser',
]

test.for([...forBrowsers, 'connectif-sdk/mock/storybook'])(
  '%s can be bundled for a browser, so it imports nothing of Node',
  async (entry) => {
    const bundle = await bundled(`export * from '${entry}'`, { platform: 'browser' })

    expect(bundle).not.toMatch(/["']node:/)
  },
)

test('a bundler keeps the import that adds the matchers, though nothing of it is named', async () => {
  const bundle = await bundled("import 'connectif-sdk/mock/vitest'", { external: ['vitest'] })

  expect(bundle).toMatch(/from\s*["']vitest["']/)
  expect(bundle).toContain('toHaveUpserted')
})

test('a bundler drops what is imported of the twin and not used', async () => {
  const bundle = await bundled("import { createMock } from 'connectif-sdk/mock'")

  expect(bundle.trim()).toBe('')
})

/** Bytes of the entry and of what it imports at once; what is loaded on use does not count. */
async function sizeOf(contents: string): Promise<number> {
  const { outputFiles = [], metafile } = await built(contents, {
    splitting: true,
    outdir: project.folder,
    metafile: true,
    external: ['msw', 'vitest', 'node:*'],
  })
  const outputs = metafile?.outputs ?? {}
  const entry = Object.keys(outputs).find((name) =>
    outputs[name]?.entryPoint?.includes('stdin'),
  ) as string
  const atOnce = outputs[entry]?.imports.filter(({ kind }) => kind === 'import-statement') ?? []
  const names = [entry, ...atOnce.map(({ path }) => path)].map((path) => basename(path))
  const files = outputFiles.filter(({ path }) => names.includes(basename(path)))
  return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0)
}

async function bundled(contents: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await built(contents, options)
  return outputFiles?.[0]?.text ?? ''
}

function built(contents: string, options: BuildOptions): Promise<BuildResult> {
  return build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    ...options,
  })
}
