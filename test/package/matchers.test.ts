import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProject, forFiles } from './packed.ts'
import { root, run } from './run.ts'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')

/** What a user of the matchers writes; two of its tests have to fail. */
const ownTests = `
import { createMock } from 'connectif-sdk/mock'
import { Connectif } from 'connectif-sdk'
import { expect, test } from 'vitest'
import { test as withTwin } from 'connectif-sdk/mock/vitest'

const mock = createMock()
const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch })
await connectif.contacts.upsert({ externalId: '1' }, { _name: 'Ada' })

test('passes', () => {
  expect(mock).toHaveUpserted({ externalId: '1' }, { _name: 'Ada' })
  expect(mock).toHaveChanged({ contacts: { created: 1 } })
})

test('fails', () => {
  expect(mock).toHaveUpserted({ externalId: '2' })
})

const ownTest = withTwin.extend({ mockOptions: { seed: { contacts: [{ _externalId: '1' }] } } })

ownTest('has a twin of its own', async ({ mock, connectif }) => {
  await connectif.contacts.upsert({ externalId: '1' }, { _points: 7 })
  expect(mock).toHaveChanged({ contacts: { updated: 1 } })
})

ownTest('has another, and a fault that nothing meets', async ({ mock }) => {
  expect(mock).toHaveChanged({})
  mock.faults.add({ kind: 'reset' })
})
`

const config = `export default { test: { setupFiles: 'connectif-sdk/mock/vitest' } }`

test('matchers and fixtures work in a project that installed the package', async () => {
  const { folder } = await aProject('ky', 'vitest', ...forFiles)
  writeFileSync(join(folder, 'own.test.js'), ownTests)
  writeFileSync(join(folder, 'vitest.config.js'), config)

  const args = [vitest, 'run', '--reporter=json', '--outputFile=results.json']
  const ended = await run(process.execPath, args, { cwd: folder }).catch((error) => error)
  const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'))

  expect(ended).toMatchObject({ code: 1 })
  expect(results.testResults).toMatchObject([
    {
      assertionResults: [
        { title: 'passes', status: 'passed' },
        { title: 'fails', failureMessages: [expect.stringContaining('No upsert by this address')] },
        { title: 'has a twin of its own', status: 'passed' },
        {
          title: 'has another, and a fault that nothing meets',
          failureMessages: [expect.stringContaining('No call met the fault')],
        },
      ],
    },
  ])
})
