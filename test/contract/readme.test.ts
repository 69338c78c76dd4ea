import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { codeBlocks, whole } from '../../generate/site/code-blocks.ts'
import { routes } from '../../mock/generated/routes.ts'
import { createMock } from '../../mock/index.ts'
import { Router } from '../../mock/router.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import * as sdk from '../../sdk/index.ts'
import { answersOfDemoShop } from '../support/curl.ts'
import { printedBy } from '../support/snippets.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = codeBlocks(readme)

test('the TypeScript of the README prints what it shows', { timeout: 60_000 }, () => {
  const runnable = blocks.filter(({ language, run }) => language === 'ts' && run === 'run')

  const printed = printedBy(runnable.map(({ code }) => whole(code)))

  expect(runnable.length).toBeGreaterThan(5)
  expect(runnable.map(({ line }, at) => [line, printed[at]])).toEqual(
    runnable.map(({ line, output }) => [line, output ?? expect.any(String)]),
  )
})

test.for(blocks.filter(({ run }) => run === 'run against the demo shop'))(
  'the commands of line $line of the README are answered as it shows',
  async ({ code, output }) => {
    const { answers, statuses } = await answersOfDemoShop(code)

    if (output === undefined) expect(statuses.filter((status) => status >= 300)).toEqual([])
    else expect(answers).toBe(output)
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

test('the list of examples has every example', () => {
  const list = readFileSync(join(root, 'examples/README.md'), 'utf8')
  const isPage = (name: string) => existsSync(join(root, 'examples', name, 'index.html'))
  const examples = readdirSync(join(root, 'examples')).filter(
    (name) => /\.(tsx?|sh)$/.test(name) || isPage(name),
  )

  const listed = [...list.matchAll(/^\| \[([\w.-]+)\]\(\1(?:\/main\.ts)?\) /gm)].map(
    ([, name]) => name,
  )
  expect(listed.toSorted()).toEqual(examples.toSorted())
})

/** The part of the README under a heading, to the next one. */
function section(title: string): string {
  return readme.split(/^#+ /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
}
