import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { aFile, aFolder, connectifIn, connectifMock, linesOf, startsNode } from './connectif.ts'

startsNode()

const header = '_externalId,_email,_name,_points'
const good = ['1,ada@example.com,Ada,7', '2,bob@example.com,Bob,8', '3,,Eva,']
const byEmail = ['--key', 'email', '--strategy', 'calls']
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

  test('goes on after a row that cannot be addressed, and names its column', async () => {
    const report = aFile('refused.csv', '')
    const file = customers('.,dot@example.com,Dot,', ' ,,Blank,', ...good)

    const ended = await imported(file, '--yes', '--strategy', 'calls', '--report', report)

    expect(ended).toMatchObject({ code: 1, stderr: '' })
    expect(linesOf(ended.stdout).at(-1)).toMatchObject({ type: 'sent', created: 3, failed: 2 })
    const [, ...rows] = readFileSync(report, 'utf8').trimEnd().split('\n')
    expect(rows.toSorted()).toEqual([
      '2,_externalId,.,,"cannot be "".""",',
      '3,_externalId, ,,"cannot be "" """,',
    ])
  })

  test('by email names the column of an email that is refused', async () => {
    const file = customers(',x,Ann,', ',ada@example.com,Ada,')

    const { code, stdout } = await connectifIn({ env }, 'import', file, ...byEmail, '--yes')

    expect(code).toBe(1)
    const refusal = { type: 'refusal', line: 2, column: '_email', value: 'x', rule: 'email-valid' }
    expect(linesOf(stdout).slice(-2)).toMatchObject([refusal, { type: 'sent', failed: 1 }])
  })

  test('tells how many refused rows it does not list', async () => {
    const bad = Array.from({ length: 103 }, (_, at) => `K${at},x,Ann,`)

    const { stdout } = await imported(customers(...bad), '--yes', '--strategy', 'calls')

    const lines = linesOf(stdout)
    expect(lines.filter(({ type }) => type === 'refusal')).toHaveLength(103 + 100)
    expect(lines.at(-1)).toMatchObject({ type: 'sent', failed: 103, notListed: 3 })
  })

  test('sends nothing where its report cannot be written', async () => {
    const report = `${aFolder()}/no/folder.csv`

    const { code, stderr } = await imported(customers(...good), '--report', report)

    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: cannot write .*folder\.csv: .+\n$/)
    await expect(connectif.contacts.get({ externalId: '1' })).rejects.toThrow('404')
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
