import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { codeBlocks } from '../../generate/site/code-blocks.ts'
import { aFile, connectifIn, connectifMock, root, startsNode } from './connectif.ts'

startsNode()

const commands = ['README.md', 'guides/imports-and-exports.md'].flatMap((path) => {
  const blocks = codeBlocks(readFileSync(join(root, path), 'utf8'))
  const file = blocks.find(({ language }) => language === 'csv')?.code ?? ''
  return blocks
    .filter(({ language, run }) => language === 'sh' && run === 'run')
    .map((block) => ({ ...block, path, file }))
})

test('README and guides have commands', () => {
  expect(commands.length).toBeGreaterThan(2)
})

test.for(commands)('the command of line $line of $path does what it shows', async (block) => {
  const { url } = await connectifMock()
  const customers = aFile('customers.csv', block.file)
  const env = { CONNECTIF_API_KEY: 'test:secret', CONNECTIF_BASE_URL: url, NO_COLOR: '1' }
  const words = block.code.replace(/\|.*/, '').trim().split(' ').slice(1)
  const args = words.map((word) => (word === 'customers.csv' ? customers : word))

  const { code, stdout } = await connectifIn({ env, isTerminal: true }, ...args)

  expect(code).toBe(0)
  const printed = stripVTControlCharacters(stdout).replaceAll(customers, 'customers.csv')
  if (block.output !== undefined) expect(printed).toBe(block.output)
})
