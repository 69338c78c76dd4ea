import { readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aFile, aFolder, connectifIn, connectifMock, startsNode } from './connectif.ts'

startsNode()

const seed = {
  contacts: [
    { _externalId: 'POS-1', _name: 'Ada' },
    { _email: 'bob@example.com', _name: '\u001B[2JBob' },
  ],
}
let env: Record<string, string>

beforeAll(async () => {
  const { url } = await connectifMock('--seed', aFile('seed.json', JSON.stringify(seed)))
  env = { CONNECTIF_API_KEY: 'test:secret', CONNECTIF_BASE_URL: url }
})

function exported(...args: string[]) {
  return connectifIn({ env }, 'export', ...args)
}

test('contacts go to a pipe as CSV', async () => {
  const { code, stdout, stderr } = await exported('contacts')

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.split('\n')[0]).toContain('_externalId,_email,_name')
  expect(stdout).toContain('POS-1,,Ada')
})

test('contacts on a terminal cannot drive it', async () => {
  const { stdout } = await connectifIn({ env, isTerminal: true }, 'export', 'contacts')

  expect(stdout).toContain('\\u001b[2JBob')
  expect(stdout).not.toContain('\u001B[2JBob')
})

test('a file is CSV, and takes the place of the one that was there', async () => {
  const file = aFile('contacts.csv', 'old')

  const ended = await exported('contacts', '--delimiter', ';', '--output', file)

  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(readFileSync(file, 'utf8')).toContain('POS-1;;Ada')
  expect(await readdir(dirname(file))).toEqual(['contacts.csv'])
})

test('a .zip is what the API made', async () => {
  const file = join(aFolder(), 'contacts.zip')

  await exported('contacts', '--output', file)

  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('activities of days are those up to the end of the last one', async () => {
  const ada = await connectifIn({ env }, 'contacts', 'get', '--external-id', 'POS-1')
  const day = JSON.parse(ada.stdout)._createdAt.slice(0, 10)

  const { code, stdout } = await exported('activities', '--from', day, '--to', day)

  expect(code).toBe(0)
  expect(stdout).toContain('contact')
})

test.for([
  [['activities', '--from', '2026-01-01'], "required option '--to <date>' not specified"],
  [['activities', '--from', '2026-01-01', '--to', '2026-03-01'], '(rule '],
  [['contacts', '--delimiter', '|'], 'Allowed choices are ,, ;'],
  [['contacts', '--output', '/nowhere/contacts.csv'], 'there is no such folder'],
] as const)('%j is a mistake, told in one line', async ([args, words]) => {
  const { code, stdout, stderr } = await exported(...args)

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^error: .+\n$/)
  expect(stderr).toContain(words)
})

test('a file that cannot be written is not left half', async () => {
  const folder = aFolder()
  const file = join(folder, 'is-a-folder.csv')
  await import('node:fs/promises').then(({ mkdir }) => mkdir(file))
  writeFileSync(join(file, 'x'), '')

  const { code } = await exported('contacts', '--output', file)

  expect(code).toBe(1)
  expect(await readdir(folder)).toEqual(['is-a-folder.csv'])
})
