import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { aProject, type Project } from './packed.ts'

let project: Project

beforeAll(async () => {
  project = await aProject('ky', 'openapi-fetch', 'msw')
})

test('the SDK with ky and openapi-fetch is at most 14 KiB, minified and compressed', async () => {
  const bytes = gzipSync(await bundled("export * from 'connectif-sdk'"), { level: 9 }).byteLength

  expect(bytes, `${bytes} bytes`).toBeGreaterThan(5 * 1024)
  expect(bytes, `${bytes} bytes`).toBeLessThanOrEqual(14 * 1024)
})

test.for(['connectif-sdk', 'connectif-sdk/mock', 'connectif-sdk/mock/msw'])(
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

async function bundled(contents: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}
