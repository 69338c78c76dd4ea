import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { codeBlocks } from '../support/markdown.ts'
import { aFolder, connectifIn, connectifMock, root, startsNode } from './connectif.ts'

startsNode()

const blocks = codeBlocks(readFileSync(join(root, 'README.md'), 'utf8'))
const commands = blocks.filter(({ language, run }) => language === 'sh' && run === 'run')
const file = blocks.find(({ language }) => language === 'csv')

test('the README has commands', () => {
  expect(commands.length).toBeGreaterThan(1)
})

test.for(commands)('the command of line $line of the README does what it shows', async (block) => {
  const { url } = await connectifMock()
  const cwd = aFolder()
  writeFileSync(join(cwd, 'customers.csv'), file?.code ?? '')
  const env = { CONNECTIF_API_KEY: 'test:secret', CONNECTIF_BASE_URL: url, NO_COLOR: '1' }
  const [, ...args] = block.code.replace(/\|.*/, '').trim().split(' ')

  const { code, stdout } = await connectifIn({ cwd, env, isTerminal: true }, ...args)

  expect(code).toBe(0)
  if (block.output !== undefined) expect(stripVTControlCharacters(stdout)).toBe(block.output)
})
