import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aProject, forFiles, root, run } from './packed.ts'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')

/** What a user of the matchers writes; one of its tests has to fail. */
const ownTests = `
import { createMock } from 'connectif-sdk/mock'
import { Connectif } from 'connectif-sdk'
import { expect, test } from 'vitest'

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
`

const config = `export default { test: { setupFiles: 'connectif-sdk/mock/vitest' } }`

test('the matchers work from setupFiles of a project that installed the package', async () => {
  const { folder } = await aProject('ky', 'openapi-fetch', 'vitest', ...forFiles)
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
      ],
    },
  ])
})
