import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { aProject, filesIn, type Project } from './packed.ts'

let project: Project
let files: string[]

beforeAll(async () => {
  project = await aProject('ky', 'openapi-fetch')
  files = filesIn(project.own)
})

const wanted = /^(dist\/(sdk|mock)\/.+\.(js|d\.ts)(\.map)?|(sdk|mock)\/.+\.ts)$/
const beside = ['CHANGELOG.md', 'LICENSE', 'README.md', 'openapi.yaml', 'package.json']

test('the package holds the build, its sources, the contract and the papers, and no more', () => {
  expect(files.filter((file) => !wanted.test(file))).toEqual(beside)
})

test('every source has its build, and every build its source', () => {
  const built = files.filter((file) => /^dist\/.*\.js$/.test(file))
  const sources = files.filter((file) => /^(sdk|mock)\//.test(file))

  expect(sources.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`)).toEqual(built)
})

test('maps lead to sources that are in the package, so that editors open them', () => {
  const maps = files.filter((file) => file.endsWith('.map'))
  const lost = maps.flatMap((file) =>
    sourcesOf(file).filter((source) => !files.includes(posix.join(dirname(file), source))),
  )

  expect(maps.length).toBeGreaterThan(100)
  expect(lost).toEqual([])
})

test('the SDK with ky and openapi-fetch is at most 14 KiB, minified and compressed', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(project.own, 'dist/sdk/index.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })

  const bytes = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength
  expect(bytes, `${bytes} bytes`).toBeGreaterThan(5 * 1024)
  expect(bytes, `${bytes} bytes`).toBeLessThanOrEqual(14 * 1024)
})

function sourcesOf(map: string): string[] {
  return JSON.parse(readFileSync(join(project.own, map), 'utf8')).sources
}
