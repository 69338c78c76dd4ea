import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { codeBlocks, whole } from '../../generate/site/code-blocks.ts'
import { commandsFor } from '../../mock/cli/commands.ts'
import { local, mistakes, printedBy } from '../support/snippets.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const names = readdirSync(join(root, 'guides')).filter((name) => name.endsWith('.md'))
const blocks = names.flatMap((name) =>
  codeBlocks(readFileSync(join(root, 'guides', name), 'utf8')).map((block) => ({
    ...block,
    at: `guides/${name}:${block.line}`,
  })),
)
const scripts = blocks.filter(({ language }) => ['ts', 'js', 'sh'].includes(language))

test('each guide is in the list of the site, by which its pages are ordered', () => {
  const { projectDocuments } = JSON.parse(readFileSync(join(root, 'typedoc.json'), 'utf8'))

  expect(projectDocuments.filter((path: string) => path.startsWith('guides/')).toSorted()).toEqual(
    names.map((name) => `guides/${name}`).toSorted(),
  )
})

test('each block says whether it is run, merely compiled, or neither, and why', () => {
  const ways = /^(run|run with (vitest|node:test)|(compiled|not (run|compiled)): \S.{10,})$/

  expect(scripts.length).toBeGreaterThan(30)
  expect(scripts.filter(({ run }) => !ways.test(run ?? '')).map(({ at }) => at)).toEqual([])
})

test('the TypeScript of guides and README compiles', { timeout: 120_000 }, () => {
  const readme = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8'))
  const all = [...scripts, ...readme.map((block) => ({ ...block, at: `README.md:${block.line}` }))]
  const typescript = all.filter(
    ({ language, run }) => language === 'ts' && !run?.startsWith('not '),
  )

  expect(
    mistakes(typescript.map(({ at, code }) => [`${at.replace(/\W/g, '-')}.ts`, whole(code)])),
  ).toEqual([])
})

test('the TypeScript of the guides prints what it shows, no more and no less', {
  timeout: 120_000,
}, () => {
  const runnable = scripts.filter(({ language, run }) => language === 'ts' && run === 'run')

  const printed = printedBy(runnable.map(({ code }) => whole(code)))

  expect(runnable.map(({ at }, place) => [at, printed[place]])).toEqual(
    runnable.map(({ at, output }) => [at, output ?? '']),
  )
})

describe('the tests in the guides', () => {
  const inRunner = (runner: string) =>
    scripts.filter(({ run }) => run === `run with ${runner}`).map(({ code }) => code)

  test('for vitest pass', { timeout: 120_000 }, () => {
    const files = inRunner('vitest')
    const { status, output } = runAll(files, (folder) => [
      ...['node_modules/vitest/vitest.mjs', 'run', '--project', 'node'],
      ...['--config', 'vitest.config.ts', folder],
    ])

    expect(output).toMatch(new RegExp(`Test Files.* ${files.length} passed`))
    expect(status).toBe(0)
  })

  test('for node:test pass', { timeout: 120_000 }, () => {
    const files = inRunner('node:test').map(local)
    const { status, output } = runAll(files, (folder) => ['--test', `${folder}/*.test.ts`])

    expect(output).toMatch(new RegExp(`pass ${files.length}$`, 'm'))
    expect(status).toBe(0)
  })
})

test('commands of the guides have options that there are', async () => {
  const texts = blocks.filter(({ language }) => ['sh', 'yaml', 'ts'].includes(language))
  const commands = texts.flatMap(({ at, code }) =>
    [...code.matchAll(/(?:npx |^)connectif (\w+)( [^'\n&]*)?/gm)].map(([, name, rest = '']) => ({
      at,
      name,
      options: [...rest.matchAll(/--[\w-]+/g)].map(([option]) => option),
    })),
  )
  const known = await commandsFor('completion')

  expect(commands.length).toBeGreaterThan(3)
  for (const { at, name, options } of commands) {
    const command = known.find((one) => one.name() === name)
    expect(command, `${at}: connectif ${name}`).toBeDefined()
    const longs = command?.options.map(({ long }) => long)
    expect(longs, `${at}: connectif ${name}`).toEqual(expect.arrayContaining(options))
  }
})

test('the YAML of the guides can be read', () => {
  const yaml = blocks.filter(({ language }) => language === 'yaml')

  expect(yaml.length).toBeGreaterThan(2)
  for (const { at, code } of yaml) expect(() => parse(code), at).not.toThrow()
})

/** Runs blocks as files of a folder in the repository, where they find the packages. */
function runAll(files: readonly string[], args: (folder: string) => string[]) {
  const folder = mkdtempSync(join(root, 'test/.guides-'))
  files.forEach((code, at) => {
    writeFileSync(join(folder, `${at}.test.ts`), code)
  })
  const relative = folder.slice(root.length)
  const env = { ...process.env, NO_COLOR: '1', VITEST: undefined, NODE_TEST_CONTEXT: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, args(relative), {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  rmSync(folder, { recursive: true })
  return { status, output: stdout + stderr }
}
