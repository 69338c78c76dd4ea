import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aFile, connectifIn, linesOf, startsNode } from './connectif.ts'

startsNode()

const header = '_externalId,_email,_name,_points'
const good = ['1,ada@example.com,Ada,7', '2,bob@example.com,Bob,8', '3,,Eva,']

function customers(...rows: string[]) {
  return aFile('customers.csv', `${[header, ...rows].join('\n')}\n`)
}

describe('a rehearsal', () => {
  const rehearse = (file: string, ...args: string[]) =>
    connectifIn({}, 'import', file, '--key', 'external-id', '--rehearse', ...args)

  test('needs no key, and tells what would be created', async () => {
    const { code, stdout, stderr } = await rehearse(customers(...good))

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(linesOf(stdout)).toMatchObject([{ type: 'rehearsal', rows: 3, created: 3, refused: 0 }])
  })

  test('tells what would be refused, and which rows fight', async () => {
    const file = customers(...good, '4,ada@example.com,Ann,', '2,,Bo,')

    const { code, stdout } = await rehearse(file)

    expect(code).toBe(0)
    expect(linesOf(stdout)).toMatchObject([
      {
        type: 'refusal',
        line: 5,
        column: '_email',
        rule: 'email-unique',
        value: 'ada@example.com',
      },
      { type: 'fight', identifier: 'email' },
      { type: 'fight', identifier: 'external-id', rows: [{ line: 3 }, { line: 6 }] },
      { type: 'rehearsal', refused: 1, updated: 1 },
    ])
  })

  test('--strict ends it with 1, and --report writes the refused rows', async () => {
    const file = customers(...good, '4,x,Ann,')
    const report = aFile('refused.csv', 'old')

    const { code } = await rehearse(file, '--strict', '--report', report)

    expect(code).toBe(1)
    const [head, row] = readFileSync(report, 'utf8').split('\n')
    expect(head).toBe('line,column,value,rule,reason,hint')
    expect(row).toMatch(/^5,_email,x,email-valid,/)
  })

  test('goes against an export of today', async () => {
    const today = aFile('today.csv', `${header}\n1,ada@example.com,Ada,7\n2,,Bo,1\n`)

    const { stdout } = await rehearse(customers(...good), '--against', today)

    const counts = { created: 1, updated: 1, unchanged: 1, start: { contacts: 2 } }
    expect(linesOf(stdout)).toMatchObject([counts])
  })

  test('is a table on a terminal', async () => {
    const file = customers(...good, '4,\u001B[2J@x,Ann,')
    const args = ['import', file, '--key', 'external-id', '--rehearse']

    const { stdout } = await connectifIn({ isTerminal: true }, ...args)

    expect(stdout).toMatch(/^ +3 created$/m)
    expect(stdout).toMatch(/^5 +_email +\\u001b\[2J@x +must be an email/m)
    expect(stdout).not.toContain('\u001B[2J')
  })
})
