import { readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aProject, filesIn, type Project } from './packed.ts'

let project: Project
let files: string[]

beforeAll(async () => {
  project = await aProject()
  files = filesIn(project.own)
})

/** Built into few files, so its sources are not in the package. */
const inspector = [
  'dist/mock/inspector/assets/icon.svg',
  'dist/mock/inspector/assets/inspector.css',
  'dist/mock/inspector/assets/inspector.js',
  'dist/mock/inspector/index.d.ts',
  'dist/mock/inspector/index.html',
  'dist/mock/inspector/index.js',
]
const wanted = /^(dist\/(sdk|mock)\/.+\.(js|d\.ts)(\.map)?|(sdk|mock)\/.+\.ts)$/
const contracts = ['mock/control/openapi.yaml', 'openapi.yaml']
const papers = ['CHANGELOG.md', 'LICENSE', 'README.md']
const beside = [...contracts, ...papers, 'package.json'].sort()

test('the package holds the build, its sources, the contracts and the papers, and no more', () => {
  const others = files.filter((file) => !inspector.includes(file))

  expect(others.filter((file) => !wanted.test(file))).toEqual(beside)
  expect(files.filter((file) => file.includes('/inspector/'))).toEqual(inspector)
})

test('every source has its build, and every build its source', () => {
  const built = files.filter((file) => /^dist\/(?!mock\/inspector\/).*\.js$/.test(file))
  const sources = files.filter((file) => /^(sdk|mock)\/.*\.ts$/.test(file))

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

test('of each entry point the types come first, and all that it names is there', () => {
  for (const [entry, target] of Object.entries(manifest().exports)) {
    if (typeof target === 'string') expect(files, entry).toContain(named(target))
    else {
      expect(Object.keys(target), entry).toEqual(['types', 'default'])
      expect(files, entry).toEqual(expect.arrayContaining(Object.values(target).map(named)))
    }
  }
})

test('nothing runs when it is installed', () => {
  const { scripts } = manifest()

  expect(Object.keys(scripts).filter((name) => /install|^prepare$/.test(name))).toEqual([])
})

test('the frameworks that entry points are for are peers, and none is required', () => {
  const { peerDependencies, peerDependenciesMeta } = manifest()
  const required = Object.keys(peerDependencies).filter(
    (name) => !peerDependenciesMeta[name]?.optional,
  )

  expect(Object.keys(peerDependencies)).toEqual(expect.arrayContaining(['msw', 'vitest']))
  expect(required).toEqual([])
})

test('the archive is at most 1 MiB', () => {
  const { size } = statSync(join(project.folder, 'package.tgz'))

  expect(size).toBeLessThanOrEqual(1024 * 1024)
})

interface Manifest {
  exports: Record<string, string | Record<string, string>>
  scripts: Record<string, string>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, { optional?: boolean }>
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(project.own, 'package.json'), 'utf8'))
}

function named(target: string) {
  return posix.normalize(target)
}

function sourcesOf(map: string): string[] {
  return JSON.parse(readFileSync(join(project.own, map), 'utf8')).sources
}
