import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aProject, filesIn, type Project } from './packed.ts'

let project: Project
let files: string[]

beforeAll(async () => {
  project = await aProject()
  files = filesIn(project.own)
})

const wanted = /^(dist\/(sdk|mock)\/.+\.(js|d\.ts)(\.map)?|(sdk|mock)\/.+\.ts)$/
const contracts = ['mock/control/openapi.yaml', 'openapi.yaml']
const papers = ['CHANGELOG.md', 'LICENSE', 'README.md']
const beside = [...contracts, ...papers, 'package.json'].sort()

test('the package holds the build, its sources, the contracts and the papers, and no more', () => {
  expect(files.filter((file) => !wanted.test(file))).toEqual(beside)
})

test('every source has its build, and every build its source', () => {
  const built = files.filter((file) => /^dist\/.*\.js$/.test(file))
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

function sourcesOf(map: string): string[] {
  return JSON.parse(readFileSync(join(project.own, map), 'utf8')).sources
}
