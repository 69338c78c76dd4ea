import { beforeAll, describe, expect, test } from 'vitest'
import { aFile, connectifIn, connectifMock, type Surroundings, startsNode } from './connectif.ts'

startsNode()

const seed = {
  contacts: [
    { _externalId: 'POS-1', _name: 'Ada', _points: 7 },
    { _email: 'bob@example.com', _name: '\u001B[2JBob\u009B31m' },
  ],
}
const ada = ['--external-id', 'POS-1']
let around: Surroundings & { env: Record<string, string> }

/** An account of its own, that starts from the seed. */
beforeAll(async () => {
  const { url } = await connectifMock('--seed', aFile('seed.json', JSON.stringify(seed)))
  around = { env: { CONNECTIF_API_KEY: 'test:top-secret', CONNECTIF_BASE_URL: url } }
})

function contacts(...args: string[]) {
  return connectifIn(around, 'contacts', ...args)
}

describe('in a pipe', () => {
  test('a contact is a line of JSON', async () => {
    const { code, stdout, stderr } = await contacts('get', ...ada)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(stdout)).toMatchObject({ _externalId: 'POS-1', _points: 7 })
  })

  test('an upsert writes fields by their types, and prints the contact', async () => {
    const set = ['--set', '_points=8', '--set', '_surname=7']

    const { stdout } = await contacts('upsert', '--email', 'new@example.com', ...set)

    expect(JSON.parse(stdout)).toMatchObject({ _points: 8, _surname: '7' })
  })

  test('an upsert reads JSON from stdin', async () => {
    const given = { ...around, input: '{"_surname":"Lovelace"}' }

    const { stdout } = await connectifIn(given, 'contacts', 'upsert', ...ada, '--json', '-')

    expect(JSON.parse(stdout)).toMatchObject({ _name: 'Ada', _surname: 'Lovelace' })
  })

  test('a delete refuses without --yes, and deletes with it', async () => {
    const eva = ['--email', 'eva@example.com']
    await contacts('upsert', ...eva)

    const refused = await contacts('delete', ...eva)
    const kept = await contacts('get', ...eva)
    const deleted = await contacts('delete', ...eva, '--yes')
    const gone = await contacts('get', ...eva)

    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^error: deleting asks first.*: say --yes\n$/)
    expect(kept.code).toBe(0)
    expect(deleted).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(gone.stderr).toBe('error: 404: There is no contact with this address.\n')
  })
})

describe('on a terminal', () => {
  function onTerminal(input: string, ...args: string[]) {
    return connectifIn({ ...around, input, isTerminal: true }, 'contacts', ...args)
  }

  test('a contact is a table', async () => {
    const { stdout } = await onTerminal('', 'get', ...ada)

    expect(stdout).toMatch(/^_externalId +POS-1$/m)
  })

  test('a name that somebody stored drives no terminal', async () => {
    const { stdout } = await onTerminal('', 'get', '--email', 'bob@example.com')

    expect(stdout).toContain('\\u001b[2JBob\\u009b31m')
    for (const part of ['\u001B[2J', '\u009B']) expect(stdout).not.toContain(part)
  })

  test.for([
    ['y', 0, 'Deleted the contact with the email y@example.com.'],
    ['n', 1, 'Nothing was deleted.'],
    ['\r', 1, 'Nothing was deleted.'],
    ['\u0003', 130, 'Nothing was deleted.'],
  ] as const)('a delete asks, and takes %j for an answer', async ([answer, code, words]) => {
    await contacts('upsert', '--email', 'y@example.com')

    const ended = await onTerminal(answer, 'delete', '--email', 'y@example.com')

    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toContain('Delete the contact with the email y@example.com for good?')
    expect(ended.stderr).toContain(words)
    expect((await contacts('get', '--email', 'y@example.com')).code).toBe(code === 0 ? 1 : 0)
  })
})

describe('a mistake is told in one line, without the key', () => {
  test.for([
    [['get'], 'name the contact: --email <email> or --external-id <id>'],
    [['get', '--email', 'a@b.c', '--external-id', '1'], 'cannot be used with option'],
    [['upsert', ...ada, '--set', '_points=x'], '_points must be an integer'],
    [
      ['upsert', '--email', 'bob@example.com', '--set', '_externalId=POS-1'],
      '422: _externalId belongs to another contact (rule external-id-unique)',
    ],
    [['get', '--external-id', '..'], 'externalId cannot be ".."'],
    [['get', ...ada, '--base-url', 'http://127.0.0.1:9'], 'http://127.0.0.1:9'],
    [['get', ...ada, '--base-url', 'shop'], '--base-url must be http(s)'],
  ] as const)('%s', async ([args, words]) => {
    expectOneLine(await contacts(...args), words)
  })

  test.for([
    ['', 'no API key: set CONNECTIF_API_KEY to keyId:keySecret, or name a file'],
    ['top-secret', 'CONNECTIF_API_KEY must be "keyId:keySecret" without spaces'],
  ] as const)('the key %j', async ([key, words]) => {
    const given = { env: { ...around.env, CONNECTIF_API_KEY: key } }

    expectOneLine(await connectifIn(given, 'contacts', 'get', ...ada), words)
  })

  test('a command that is misspelt leads to the right one', async () => {
    const { code, stderr } = await contacts('upser')

    expect(code).toBe(1)
    expect(stderr).toContain('(Did you mean upsert?)')
  })
})

test('a file of the key that is not there is told in one line', async () => {
  // Node looks for such a file before any script, and has words and an exit code of its own.
  const { code, stderr } = await contacts('get', ...ada, '--env-file', 'nowhere')

  expect([1, 9]).toContain(code)
  expect(stderr).toMatch(/^.*nowhere: (not found|there is no such file)\n$/)
})

test.for([
  ['is not set', {}],
  ['is set to nothing', { CONNECTIF_API_KEY: '' }],
] as const)('the key is read from a file where its variable %s', async ([, key]) => {
  const file = aFile('.env', 'CONNECTIF_API_KEY="file:secret" # of the shop\n')
  const env = { CONNECTIF_BASE_URL: around.env.CONNECTIF_BASE_URL as string, ...key }

  const ended = await connectifIn({ env }, 'contacts', 'get', ...ada, '--env-file', file)

  expect(ended).toMatchObject({ code: 0, stderr: '' })
})

test('a key of the environment goes before that of a file', async () => {
  const eva = ['--email', 'only.here@example.com']
  const file = aFile('.env', 'CONNECTIF_API_KEY=file:secret')
  await contacts('upsert', ...eva)

  const ended = await contacts('get', ...eva, '--env-file', file)

  expect(ended).toMatchObject({ code: 0, stderr: '' })
})

function expectOneLine(ended: Awaited<ReturnType<typeof connectifIn>>, words: string) {
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toMatch(/^error: .+\n$/)
  expect(ended.stderr).toContain(words)
  expect(ended.stderr).not.toContain('top-secret')
}
