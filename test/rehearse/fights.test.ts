import { describe, expect, test } from 'vitest'
import { createMock, rehearse } from '../../mock/index.ts'

const header = '_externalId,_email,_name\n'

/** Each fight as `identifier value: lines, winner`. */
async function fightsOf(rows: string, options = {}) {
  const { fights } = await rehearse(header + rows, options)
  return fights.map(({ identifier, value, rows, winner }) => {
    const lines = rows.map(({ line, outcome }) => `${line} ${outcome}`)
    return `${identifier} ${value}: ${lines.join(', ')}; ${winner} wins`
  })
}

describe('rows that claim one identifier', () => {
  test('write over each other, so that the last one wins', async () => {
    expect(await fightsOf('1,,A\n2,,B\n1,,C\n1,,D\n')).toEqual([
      'external-id 1: 2 created, 4 updated, 5 updated; 5 wins',
    ])
  })

  test('are refused where they are other contacts, so that the first one wins', async () => {
    expect(
      await fightsOf('1,ada@example.com,A\n2,ada@example.com,B\n3,Ada@Example.com,C\n'),
    ).toEqual(['email Ada@Example.com: 2 created, 3 refused, 4 refused; 2 wins'])
  })

  test('may say the same', async () => {
    const { fights } = await rehearse(`${header}1,,A\n1,,A\n`)

    expect(fights).toMatchObject([{ winner: 2, why: 'The later rows say the same.' }])
  })

  test('keep what the first one wrote where only empty fields are written', async () => {
    expect(await fightsOf('1,,A\n1,b@example.com,B\n', { updateOnlyEmptyFields: true })).toEqual([
      'external-id 1: 2 created, 3 updated; 2 wins',
    ])
  })

  test('are refused where nothing is overridden', async () => {
    expect(await fightsOf('1,,A\n1,,B\n', { overrideExisting: false })).toEqual([
      'external-id 1: 2 created, 3 refused; 2 wins',
    ])
  })

  test('of two kinds are two fights', async () => {
    expect(
      await fightsOf('1,a@example.com,A\n2,b@example.com,B\n1,b@example.com,C\n,a@example.com,D\n'),
    ).toEqual([
      'external-id 1: 2 created, 4 refused; 2 wins',
      'email b@example.com: 3 created, 4 refused; 3 wins',
      'email a@example.com: 2 created, 5 updated; 5 wins',
    ])
  })
})

test('a row that is refused for its values, and one about a contact of before, fight with none', async () => {
  const start = '_externalId,_email\n9,z@example.com\n'

  expect(await fightsOf('9,,A\n1,z@example.com,B\n', { start })).toEqual([
    'email z@example.com: 2 updated, 3 refused; 2 wins',
  ])
  expect(await fightsOf('1,z@example.com,B\n', { start })).toEqual([])
  expect(await fightsOf('1,bad,A\n1,,B\n')).toEqual([])
})

test('contacts of a snapshot whose ids are far apart are told apart as well', async () => {
  const mock = createMock({ seed: { contacts: [{ _externalId: '1' }, { _externalId: '2' }] } })
  const [one, other] = mock.contacts.all().map(({ id }) => id as string) as [string, string]
  const text = JSON.stringify(mock.snapshot())
    .replaceAll(one, '00000000000000003b9ac9fe')
    .replaceAll(other, '00000000000000003b9ac9ff')
    .replace(/"lastId":\d+/, '"lastId":999999999')

  expect(await fightsOf('1,,A\n2,,B\n1,,C\n3,,D\n3,,E\n', { start: JSON.parse(text) })).toEqual([
    'external-id 1: 2 updated, 4 updated; 4 wins',
    'external-id 3: 5 created, 6 updated; 6 wins',
  ])
})
