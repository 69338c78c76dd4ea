import { describe, expect, test } from 'vitest'
import { existingMustBeOverridable, writableOf } from '../../mock/rules/import-records.ts'
import { integer } from '../../sdk/contact-fields.ts'
import { refusalOf } from '../support/accounts.ts'
import { aTwin, imported } from '../support/imports.ts'

const delimiter = ','
const keep = { delimiter, overrideExisting: false, updateOnlyEmptyFields: false } as const
const override = { delimiter, overrideExisting: true, updateOnlyEmptyFields: false } as const
const fill = { delimiter, overrideExisting: true, updateOnlyEmptyFields: true } as const

const sent = (options: typeof keep | typeof override | typeof fill) => ({
  overrideExisting: String(options.overrideExisting),
  updateOnlyEmptyFields: String(options.updateOnlyEmptyFields),
})

describe('import-override', () => {
  test.for([
    [keep, undefined, undefined],
    [keep, {}, 'import-override'],
    [override, {}, undefined],
    [fill, {}, undefined],
  ] as const)('with %j, a record of %j is refused by %j', ([options, known, rule]) => {
    const refusal = refusalOf(() => existingMustBeOverridable(options, known, '_email'))

    expect(refusal?.rule).toBe(rule)
  })

  test('only with updateOnlyEmptyFields, what has a value is left out', () => {
    const values = { _name: 'New', toString: 'x', _points: 0 }
    const held = { _name: 'Old', _points: 0 }

    expect(writableOf(override, held, values)).toBe(values)
    expect(writableOf(fill, undefined, values)).toBe(values)
    expect(writableOf(fill, held, values)).toEqual({ toString: 'x' })
  })
})

describe('a record of a contact that exists', () => {
  const ada = { _email: 'ada@example.com', _name: 'Ada', _points: 0 }
  const file = '_email,_externalId,_name,_surname,_points\nada@example.com,1,Ava,Lovelace,7\n'
  const byEmail = { behaviors: { importKey: 'email' } } as const

  test.for([
    [keep, ada],
    [override, { ...ada, _externalId: '1', _name: 'Ava', _surname: 'Lovelace', _points: 7 }],
    [fill, { ...ada, _externalId: '1', _surname: 'Lovelace' }],
  ] as const)('with %j, leaves it as %j', async ([options, after]) => {
    const mock = aTwin({ ...byEmail, seed: { contacts: [ada] } })

    const done = await imported(mock, file, sent(options))

    const refused = [[2, '_email', 'ada@example.com', 'import-override']]
    expect(done.report).toEqual(options === keep ? refused : [])
    const fields = { _externalId: undefined, _surname: undefined, ...after }
    expect(mock.contacts.find({ email: 'ada@example.com' })).toMatchObject(
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    )
    expect(mock.contacts.all().map(({ _externalId }) => _externalId)).toEqual([fields._externalId])
  })

  test('an identifier that is there is a value too', async () => {
    const mock = aTwin({ seed: { contacts: [{ ...ada, _externalId: '1' }] } })

    const done = await imported(mock, '_externalId,_email\n1,other@example.com\n', sent(fill))

    expect(done).toMatchObject({ success: 1, report: [] })
    expect(mock.contacts.all()).toMatchObject([{ _externalId: '1', _email: 'ada@example.com' }])
  })

  test('a value that would not be written must be right all the same', async () => {
    const mock = aTwin({
      contactFields: { size: integer({ max: 9 }) },
      seed: { contacts: [{ ...ada, size: 3 }] },
    })

    const done = await imported(mock, '_email,size\nada@example.com,10\n', sent(fill))

    expect(done.report).toEqual([[2, 'size', '10', 'field-known']])
  })

  test('when nothing changes, it counts as imported, and _updatedAt stays', async () => {
    const mock = aTwin({ seed: { contacts: [ada] } })
    const before = mock.contacts.all()

    const done = await imported(mock, '_email,_name\nada@example.com,Ada\n')

    expect(done).toMatchObject({ success: 1, errors: 0 })
    expect(mock.contacts.all()).toEqual(before)
  })
})

describe('of two records of one new contact in a file', () => {
  const file = '_externalId,_name,_surname\n1,First,\n2,Other,\n1,Second,Late\n'
  const refused = [[4, '_externalId', '1', 'import-override']]

  test.for([
    [keep, { _name: 'First' }, refused],
    [override, { _name: 'Second', _surname: 'Late' }, []],
    [fill, { _name: 'First', _surname: 'Late' }, []],
  ] as const)('with %j, the contact is %j', async ([options, fields, report]) => {
    const mock = aTwin()

    const done = await imported(mock, file, sent(options))

    expect(done.report).toEqual(report)
    expect(done).toMatchObject({ total: 3, success: 3 - report.length, errors: report.length })
    expect(mock.contacts.count).toBe(2)
    const { id, ...held } = mock.contacts.find({ externalId: '1' }) ?? { id: '' }
    expect(held).toMatchObject(fields)
    expect('_surname' in held).toBe('_surname' in fields)
  })

  test('an External ID that two emails claim stays with the first, whatever the options', async () => {
    const twice = '_email,_externalId\na@example.com,1\nb@example.com,1\n'

    for (const options of [keep, override, fill]) {
      const mock = aTwin({ behaviors: { importKey: 'email' } })
      const done = await imported(mock, twice, sent(options))

      expect(done.report).toEqual([[3, '_externalId', '1', 'external-id-unique']])
      expect(mock.contacts.all()).toMatchObject([{ _email: 'a@example.com', _externalId: '1' }])
    }
  })
})
