import { expect, test } from 'vitest'
import { connectif, startsNode } from './connectif.ts'

startsNode()

test.for(['bash', 'zsh', 'fish', 'powershell'])('there is a script for %s', async (shell) => {
  const { code, stdout, stderr } = await connectif('completion', shell)

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/connectif complete '?--/)
})

test.for([
  [['imp'], ['import']],
  [
    ['contacts', ''],
    ['get', 'upsert', 'delete'],
  ],
  [['contacts', 'get', '--ex'], ['--external-id']],
  [
    ['import', 'a.csv', '--key', ''],
    ['external-id', 'email'],
  ],
  [
    ['import', 'a.csv', '--strategy', ''],
    ['calls', 'import', 'auto'],
  ],
  [['import', 'REA'], ['README.md']],
  [['import', 'a.csv', '--against', './mock/cli/ma'], ['./mock/cli/main.ts']],
  [
    ['export', 'contacts', '--env-file', ''],
    ['mock/', 'package.json'],
  ],
] as const)('%j is completed', async ([words, completions]) => {
  const { stdout } = await connectif('complete', '--', ...words)

  const found = stdout.split('\n').map((line) => line.split('\t')[0])
  expect(found).toEqual(expect.arrayContaining([...completions]))
})
