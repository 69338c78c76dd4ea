import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compiled } from '../package/compiled.ts'
import { playwrightConsumer } from '../package/consumers.ts'
import { aProject, forFiles } from '../package/packed.ts'
import { run } from '../package/run.ts'

/** What a user of the fixtures writes; one of its tests has to fail. */
const ownTests = `
import { test as base, expect } from '@playwright/test'
import { twinFixtures } from 'connectif-sdk/mock/playwright'

const test = base.extend(twinFixtures)
test.use({ mockOptions: { seed: { contacts: [{ _externalId: '1', _name: 'Ada' }] } } })

test('passes', async ({ mock, connectif, twinUrl }) => {
  const headers = { authorization: 'apiKey test:secret' }
  const answer = await fetch(twinUrl + '/contacts/external-id/1', { headers })
  expect(await answer.json()).toMatchObject({ _name: 'Ada' })

  await connectif.contacts.upsert({ externalId: '1' }, { _points: 7 })
  expect(mock.contacts.all()).toMatchObject([{ _name: 'Ada', _points: 7 }])
})

test('fails', async ({ mock }) => {
  expect(mock.contacts.all()).not.toMatchObject([{ _points: 7 }])
  mock.faults.add({ kind: 'reset' })
})
`

let folder: string

beforeAll(async () => {
  folder = (await aProject('ky', '@types/node', ...forFiles)).folder
  const playwright = join(import.meta.dirname, 'node_modules/@playwright')
  symlinkSync(playwright, join(folder, 'node_modules/@playwright'), 'junction')
})

test('the fixtures work in the runner of Playwright', async () => {
  writeFileSync(join(folder, 'own.spec.js'), ownTests)
  const cli = join(folder, 'node_modules/@playwright/test/cli.js')
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: 'results.json' }

  const args = [cli, 'test', '--reporter=json', '--workers=1']
  const ended = await run(process.execPath, args, { cwd: folder, env }).catch((error) => error)
  const { suites } = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'))
  const [passes, fails] = suites[0].specs

  expect(ended).toMatchObject({ code: 1 })
  expect([passes.title, passes.ok, fails.title, fails.ok]).toEqual(['passes', true, 'fails', false])
  expect(JSON.stringify(fails)).toContain('No call met the fault')
})

test('the types of the fixtures hold beside those of Playwright', async () => {
  const options = { moduleResolution: 'nodenext', module: 'nodenext', types: ['node'] }

  expect(await compiled(folder, playwrightConsumer, options)).toBe('')
})
