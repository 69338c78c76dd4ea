import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  aFile,
  aFolder,
  connectif,
  connectifMock,
  type Running,
  root,
  startsNode,
} from './connectif.ts'

startsNode()

const run = promisify(execFile)
const curlIsHere = spawnSync('curl', ['--version']).status === 0
const seed = {
  contacts: [{ _email: 'ada@example.com' }, { _externalId: 'Ñandú "5%" $HOME `x` !&\'~' }],
}

describe.for([
  ['the demo shop', ['--demo'], 'starts with 200 contacts, 60 products, 300 purchases'],
  ['a seed', ['--seed', aFile('seed.json', JSON.stringify(seed))], 'starts with 2 contacts'],
  ['nothing', [], 'starts empty'],
] as const)('connectif mock, with %s', ([, args, contents]) => {
  let mock: Running
  beforeAll(async () => {
    mock = await connectifMock(...args)
  })

  test('tells what each account starts with, without colours', () => {
    expect(mock.stdout).toContain(contents)
    expect(mock.stdout).not.toContain('\u001B')
  })

  test.runIf(curlIsHere)('prints a curl line that answers with a contact', async () => {
    const { stdout } = await run('sh', ['-c', `${curlLine(mock)} --silent --show-error`])

    expect(JSON.parse(stdout)).toMatchObject({ _externalId: expect.any(String) })
  })

  test('prints a curl line that is right, without curl too', async () => {
    const contact = await fetchAs(curlLine(mock))

    expect(contact).toMatchObject({ _externalId: expect.any(String) })
  })

  test('prints lines for the SDK that answer with a contact', async () => {
    const snippet = /^import .*console\.log\(contact\)$/ms.exec(mock.stdout)?.[0] ?? ''

    const { stdout } = await run(process.execPath, ['try.mjs'], { cwd: aProject(snippet) })

    expect(stdout).toContain('_externalId: ')
  })
})

describe('connectif mock', () => {
  test('refuses requests for the name of another host', async () => {
    const { url } = await connectifMock()

    expect(await statusFor(url, 'evil.example')).toBe(403)
    expect(await statusFor(url, 'localhost')).toBe(404)
  })

  test('says so when other machines can reach it', async () => {
    const { stdout, url } = await connectifMock('--host', '0.0.0.0')

    expect(stdout).toContain('everybody who reaches this machine can use it, and nobody steer it')
    expect(stdout).not.toContain('__twin')
    expect(await statusFor(url, 'shop.example')).toBe(404)
  })

  test.for(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0, open connections too', async (s) => {
    const { child, ended, url } = await connectifMock()
    const agent = new Agent({ keepAlive: true })
    await statusFor(url, 'localhost', agent)

    child.kill(s)

    expect(await ended).toMatchObject({ code: 0, stderr: '' })
    agent.destroy()
  })

  test('tells in one line that a port is taken', async () => {
    const { url } = await connectifMock()
    const { port } = new URL(url)

    const second = await connectif('mock', '--port', port)

    const stderr = `error: port ${port} of 127.0.0.1 is taken; choose another by --port, or 0 for any free one\n`
    expect(second).toEqual({ code: 1, stdout: '', stderr })
  })
})

function curlLine({ stdout }: Running) {
  return /^curl .*$/m.exec(stdout)?.[0] ?? ''
}

/** Sends what the curl line would. */
async function fetchAs(line: string) {
  const headers = Array.from(line.matchAll(/-H "(.+?): (.+?)"/g), ([, name, value]) => [
    name,
    value,
  ])
  const init = {
    method: /-X (\w+)/.exec(line)?.[1] ?? 'GET',
    headers: headers as [string, string][],
    body: /-d "(.+?[^\\])"/.exec(line)?.[1]?.replaceAll('\\"', '"') ?? null,
  }
  const response = await fetch(/http:\S+$/.exec(line)?.[0] ?? '', init)
  return response.json()
}

/** A project that has the package, as built, and a file `try.mjs`. */
function aProject(text: string) {
  const folder = aFolder()
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/connectif-sdk'), 'junction')
  writeFileSync(join(folder, 'try.mjs'), text)
  return folder
}

function statusFor(url: string, host: string, agent?: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host }, ...(agent && { agent }) }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
      .on('error', reject)
      .end()
  })
}
