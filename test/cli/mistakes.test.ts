import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFile, aFolder, connectif, root, startsNode } from './connectif.ts'

startsNode()

describe('connectif', () => {
  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

    expect(await connectif('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('--help names the subcommands', async () => {
    const { code, stdout } = await connectif('--help')

    expect(code).toBe(0)
    for (const name of ['mock', 'import', 'export', 'contacts', 'purchases', 'completion']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    }
  })

  test.for([
    'import',
    'export contacts',
    'export activities',
    'export data-explorer',
    'contacts get',
    'contacts upsert',
    'contacts delete',
    'purchases get',
    'purchases delete',
    'completion',
  ])('%s --help has examples, in 80 columns', async (command) => {
    const { code, stdout } = await connectif(...command.split(' '), '--help')

    expect(code).toBe(0)
    expect(stdout).toMatch(/^Examples:\n {2}\$ (source <\()?connectif /m)
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('a command that is misspelt leads to the right one', async () => {
    const { code, stderr } = await connectif('improt')

    expect(code).toBe(1)
    expect(stderr).toBe("error: unknown command 'improt'\n(Did you mean import?)\n")
  })

  test('mock --help has every option and examples, in 80 columns', async () => {
    const { code, stdout } = await connectif('mock', '--help')

    expect(code).toBe(0)
    for (const words of ['--port', '4010', '--host', '127.0.0.1', '--seed', '--demo', '--open']) {
      expect(stdout).toContain(words)
    }
    expect(stdout).toContain('$ connectif mock --demo')
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})

describe('a mistake is told in one line, with exit code 1', () => {
  test.for([
    [['--port', '65536'], 'A port is a whole number, 0 to 65535'],
    [['--port', '40x'], 'A port is a whole number, 0 to 65535'],
    [['--host', ''], 'Leave it out for 127.0.0.1'],
    [['--host', '192.0.2.1'], '192.0.2.1 is no address of this machine'],
    [['--demo', '--seed', 'a.json'], "'--seed <file>' cannot be used with option '--demo'"],
    [['--seed', 'nowhere.json'], 'cannot read nowhere.json: there is no such file'],
    [['--seed', aFolder()], 'it is a folder'],
    [['--host', '0.0.0.0', '--open'], '--open needs a loopback address'],
  ] as const)('%s', async ([args, words]) => {
    expectOneLine(await connectif('mock', ...args), words)
  })

  test.for([
    ['{"contacts": [\n  oops\n]}', 'is not JSON: '],
    ['null', 'a seed is an object with contacts, products, purchases and eventTypes'],
    [
      '{"contacts": [{"_externalId": "1"}, {"_externalId": "1"}]}',
      'contacts[1] of the seed breaks the rule external-id-unique: ',
    ],
    ['{"purchases": [{}]}', 'purchases[0] of the seed breaks the rule body-shape: '],
  ] as const)('the seed %j', async ([text, words]) => {
    const file = aFile('seed.json', text)

    const ended = await connectif('mock', '--port', '0', '--seed', file)

    expectOneLine(ended, file)
    expectOneLine(ended, words)
  })
})

function expectOneLine(ended: Awaited<ReturnType<typeof connectif>>, words: string) {
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toMatch(/^error: .+\n$/)
  expect(ended.stderr).toContain(words)
}
