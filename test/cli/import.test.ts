import { once } from 'node:events'
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { collected } from '../support/collected.ts'
import {
  aFile,
  connectifBegun,
  connectifIn,
  connectifMock,
  linesOf,
  startsNode,
} from './connectif.ts'

startsNode()

const header = '_externalId,_email,_name,_points'
const good = ['1,ada@example.com,Ada,7', '2,bob@example.com,Bob,8', '3,,Eva,']
let baseUrl: string
let accounts = 0
let env: Record<string, string>
let connectif: Connectif

beforeAll(async () => {
  baseUrl = (await connectifMock()).url
})

beforeEach(() => {
  accounts += 1
  const apiKey = `shop${accounts}:secret`
  env = { CONNECTIF_API_KEY: apiKey, CONNECTIF_BASE_URL: baseUrl }
  connectif = new Connectif({ apiKey, baseUrl })
})

function customers(...rows: string[]) {
  return aFile('customers.csv', `${[header, ...rows].join('\n')}\n`)
}

function imported(file: string, ...args: string[]) {
  return connectifIn({ env }, 'import', file, '--key', 'external-id', ...args)
}

describe('an import', () => {
  test.for(['calls', 'import'])('by %s writes all rows', async (strategy) => {
    const { code, stdout, stderr } = await imported(customers(...good), '--strategy', strategy)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(linesOf(stdout).at(-1)).toMatchObject({ type: 'sent', done: 3, failed: 0 })
    const ada = await connectif.contacts.get({ externalId: '1' })
    expect(ada).toMatchObject({ _email: 'ada@example.com', _name: 'Ada', _points: 7 })
  })

  test('writes custom fields by the types that the account has', async () => {
    await connectif.contactFields.create({ id: 'shoeSize', name: 'Shoe size', type: 'integer' })
    const file = aFile('customers.csv', '_externalId,shoeSize\n1,38\n')

    await imported(file, '--strategy', 'calls')

    expect(await connectif.contacts.get({ externalId: '1' })).toMatchObject({ shoeSize: 38 })
  })

  test('with refused rows is not sent without --yes', async () => {
    const { code, stderr } = await imported(customers(...good, '4,x,Ann,'))

    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: 1 of 4 rows would be refused, .*: say --yes/)
    await expect(connectif.contacts.get({ externalId: '1' })).rejects.toThrow('404')
  })

  test('with --yes sends the others, ends with 1, and tells what the API refused', async () => {
    const report = aFile('refused.csv', '')
    const file = customers('4,x,Ann,', ...good, '5', '6,,Zoë,many')

    const ended = await imported(file, '--yes', '--strategy', 'calls', '--report', report)

    expect(ended).toMatchObject({ code: 1, stderr: '' })
    expect(linesOf(ended.stdout).at(-1)).toMatchObject({ type: 'sent', created: 3, failed: 3 })
    expect(readFileSync(report, 'utf8')).toMatch(/^2,_email,x,.*\n7,_points,many,.*\n6,,,.*\n$/m)
    expect((await connectif.contacts.get({ externalId: '3' }))._name).toBe('Eva')
  })

  test.for([
    [['--strict', '--yes'], '1 of 4 rows would be refused, so nothing was sent'],
    [['--key', 'phone'], 'Allowed choices are external-id, email'],
    [['--strategy', 'magic'], 'Allowed choices are calls, import, auto'],
    [['--against', 'nowhere.csv'], 'nowhere.csv'],
  ] as const)('%j is told in one line', async ([args, words]) => {
    const { code, stderr } = await imported(customers(...good, '4,x,Ann,'), ...args)

    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: .+\n$/)
    expect(stderr).toContain(words)
  })
})

describe('an import that is stopped by Ctrl-C', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => `K-${at},,Name ${at},`)
  const args = ['--key', 'external-id', '--strategy', 'calls']

  async function stopped(file: string) {
    const { child, ended } = connectifBegun({ env }, 'import', file, ...args)
    const watcher = watch(dirname(file))
    await once(watcher, 'change')
    watcher.close()
    child.kill('SIGINT')
    return ended
  }

  test('ends with 130, and the same command goes on from there', async () => {
    const file = customers(...many)

    const first = await stopped(file)
    const second = await imported(file, '--strategy', 'calls')

    expect(first.code).toBe(130)
    expect(first.stderr).toMatch(/^Stopped after \d[\d ]* of 2 000 rows\. The same command goes on/)
    expect(second).toMatchObject({ code: 0, stderr: '' })
    expect(linesOf(second.stdout)).toMatchObject([{ type: 'sent', done: 2_000, failed: 0 }])
    expect(existsSync(`${file}.connectif-checkpoint`)).toBe(false)
    expect(await contactsOf(connectif)).toBe(2_000)
  })

  test('does not go on with another file, nor into another account', async () => {
    const file = customers(...many)
    await stopped(file)

    const other = { env: { ...env, CONNECTIF_API_KEY: 'other:secret' } }
    const elsewhere = await connectifIn(other, 'import', file, ...args)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Name 7', 'Name'))
    const changed = await imported(file, '--strategy', 'calls')

    expect(elsewhere.stderr).toContain('it was begun with another key or base URL')
    expect(changed.stderr).toContain('but the file has changed; remove it to begin anew')
  })
})

async function contactsOf({ exports }: Connectif) {
  const { id } = await exports.create({ exportType: 'contacts' })
  await exports.waitFor(id, { interval: 50 })
  return (await collected(exports.rows(id))).length
}
