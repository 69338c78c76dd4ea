import { describe, expect, test } from 'vitest'
import { createMock, rehearse } from '../../mock/index.ts'
import { hintFor } from '../../mock/rehearse/hints.ts'
import { defineContactFields, integer } from '../../sdk/index.ts'

const { rules } = createMock()
const file = `_externalId,_email,_name,_points
K 1,ada@example.com,Ada,7
K 2,bob@example.com,Bob,seven
K 3,ADA@example.com,Eve,1
K 1,ada@example.com,Ada,7
K 1,ada@example.com,Ada,9
`

describe('a rehearsal', () => {
  test('counts what would be created, updated, unchanged and refused', async () => {
    expect(await rehearse(file)).toMatchObject({
      rows: 5,
      created: 1,
      updated: 1,
      unchanged: 1,
      refused: 2,
      unknownColumns: [],
      start: { contacts: 0, refused: 0 },
    })
  })

  test('tells of a refusal the line, the column, the value, the rule, why, and what to do', async () => {
    const { refusals } = await rehearse(file)

    expect(refusals).toEqual([
      {
        line: 3,
        column: '_points',
        value: 'seven',
        rule: rule('import-values'),
        reason: 'must be an integer, without a plus or zeros before it',
        hint: expect.stringMatching(/^Write digits alone/),
      },
      {
        line: 4,
        column: '_email',
        value: 'ADA@example.com',
        rule: rule('email-unique'),
        reason: 'belongs to another contact',
        hint: expect.stringMatching(/^Another contact has this email/),
      },
    ])
  })

  test('is plain JSON', async () => {
    const result = await rehearse(file)

    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test('reports columns that are no fields, and leaves their values out', async () => {
    const result = await rehearse('\n_email,shoe size,_totalPurchases\nada@example.com,38,1\n')

    expect(result).toMatchObject({ created: 1, refused: 0, refusals: [] })
    expect(result.unknownColumns).toEqual(['shoe size', '_totalPurchases'])
  })

  test('does as an import does, of every record', async () => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
    const form = new FormData()
    const options = { type: 'contacts', delimiter: ',', overrideExisting: 'true' }
    for (const [name, value] of Object.entries(options)) form.set(name, value)
    form.set('updateOnlyEmptyFields', 'false')
    form.set('file', new Blob([file]), 'a.csv')
    const headers = { authorization: 'apiKey a:b' }
    await mock.fetch('https://api.connectif.cloud/imports/', {
      method: 'POST',
      headers,
      body: form,
    })
    mock.jobs.finish()
    const [imported] = mock.imports.all()

    const { refusals, refused, rows } = await rehearse(file)

    expect(refusals.map(({ hint: _, rule, ...line }) => ({ ...line, rule: rule.id }))).toEqual(
      imported?.report,
    )
    expect([refused, rows]).toEqual([imported?.errors, imported?.total])
  })
})

describe('custom fields', () => {
  const csv = '_email,shoeSize\nada@example.com,38\nbob@example.com,big\n'

  test('are declared', async () => {
    const contactFields = defineContactFields({ shoeSize: integer({ max: 30 }) })

    const { refusals } = await rehearse(csv, { contactFields })

    expect(refusals.map(({ line, rule: { id } }) => [line, id])).toEqual([
      [2, 'field-known'],
      [3, 'import-values'],
    ])
  })

  test('are taken from the header', async () => {
    expect(await rehearse(csv, { contactFields: 'from-header' })).toMatchObject({
      created: 2,
      unknownColumns: [],
    })
  })
})

describe('the key', () => {
  const both = '_externalId,_email,_name\nK 1,ada@example.com,A\nK 2,ada@example.com,B\n'

  test('is the External ID, or the email where that is asked', async () => {
    expect(await rehearse(both)).toMatchObject({ created: 1, refused: 1 })
    expect(await rehearse(both, { key: 'email' })).toMatchObject({ created: 1, updated: 1 })
  })

  test('must be in the file', async () => {
    const { file: problem, rows } = await rehearse('_email\nada@example.com\n', {
      key: 'external-id',
    })

    expect(rows).toBe(0)
    expect(problem?.reason).toBe('has no column _externalId, which is the key')
  })
})

test('products are rehearsed as well', async () => {
  const header = 'productId,name,productDetailUrl,unitPrice,availability'
  const boots = 'B-1,Boots,https://shop.example/boots,9.5,instock'
  const csv = `${header}\n${boots}\n${boots}\n${boots.replace('9.5', '10')}\n,x,https://shop.example/x,1,\n${boots.replace('9.5', '1€')}\n`

  const result = await rehearse(csv, { type: 'products' })

  expect(result).toMatchObject({ created: 1, unchanged: 1, updated: 1, refused: 2 })
  expect(result.fights).toMatchObject([
    { identifier: 'product-id', value: 'B-1', winner: 4, rows: { length: 4 } },
  ])
})

test('there is a hint for every rule that a file can break', () => {
  const ofFiles = [
    ...['external-id-unique', 'external-id-length', 'external-id-single', 'email-unique'],
    ...['email-valid', 'field-known', 'import-values', 'import-identifier', 'import-override'],
    ...['body-shape', 'import-file', 'import-options', 'product-upsert', 'import-queue'],
  ]
  for (const id of ofFiles) {
    expect(rules.map((one) => one.id)).toContain(id)
    expect([id, hintFor(id, 'has no column must be an integer neither')]).not.toEqual([
      id,
      'Change the value as the reason says.',
    ])
  }
})

function rule(id: string) {
  return rules.find((one) => one.id === id)
}
