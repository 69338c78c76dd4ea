import { expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import {
  boolean,
  checkbox,
  date,
  decimal,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/contact-fields.ts'
import { aTwin, call, formOf, imported } from '../support/imports.ts'

const contactFields = {
  tier: radio('gold', 'silver'),
  likes: checkbox('tea', 'rum'),
  since: date(),
  size: integer({ max: 9 }),
  rate: decimal(),
  vip: boolean(),
  home: phone({ defaultCountryCode: '34' }),
  'a[0]': text({ maxLength: 5 }),
}

test('every field that can be written has a column', async () => {
  const { _email, _externalId, ...fields } = aContact()
  const custom = {
    ...{ tier: 'gold', likes: ['tea', 'rum'], since: '2026-01-31', size: 7 },
    ...{ rate: 0.5, vip: false, home: '+34910000001', 'a[0]': 'b' },
  }
  const whole = { _email, _externalId, ...fields, ...custom }
  const cells = Object.values(whole).map((value) => [value].flat().join('|'))
  const mock = aTwin({ contactFields })

  const done = await imported(mock, `${Object.keys(whole).join(',')}\n${cells.join(',')}\n`)

  expect(done).toMatchObject({ success: 1, report: [] })
  expect(mock.contacts.all()).toMatchObject([whole])
})

test('an empty cell writes nothing, whatever the options', async () => {
  const mock = aTwin({ contactFields, seed: { contacts: [aContact()] } })
  const before = mock.contacts.all()
  const { _externalId } = aContact()

  const done = await imported(
    mock,
    `_externalId,_email,_name,_points,tier,likes\n${_externalId},,"",,,\n`,
  )

  expect(done).toMatchObject({ success: 1, report: [] })
  expect(mock.contacts.all()).toEqual(before)
})

test.for([
  ['_birthdate', '1990-02-30', 'body-shape'],
  ['_birthdate', '30/01/1990', 'import-values'],
  ['_mobilePhone', '600 000 001', 'body-shape'],
  ['_emailStatus', 'fine', 'body-shape'],
  ['_points', 'many', 'import-values'],
  ['_points', '1e+400', 'body-shape'],
  ['tier', 'lead', 'field-known'],
  ['tier', 'gold|silver', 'field-known'],
  ['likes', 'tea|milk', 'field-known'],
  ['likes', 'tea|tea', 'field-known'],
  ['since', '2026-02-30', 'field-known'],
  ['since', 'yesterday', 'import-values'],
  ['size', '10', 'field-known'],
  ['rate', '0,5', 'import-values'],
  ['vip', 'yes', 'import-values'],
  ['home', '91 000 00 01', 'field-known'],
  ['a[0]', 'longer', 'field-known'],
] as const)(
  '%s %j is refused by %s, and nothing of the record written',
  async ([name, value, rule]) => {
    const mock = aTwin({ contactFields })

    const done = await imported(mock, `_email;_name;${name}\na@b.example;Ada;${value}\n`, {
      delimiter: ';',
    })

    expect(done.report).toEqual([[2, name, value, rule]])
    expect(done).toMatchObject({ success: 0, errors: 1 })
    expect(mock.contacts.count).toBe(0)
  },
)

test('a record with several wrong values counts once, and each has a line', async () => {
  const mock = aTwin({ contactFields })
  const long = 'x'.repeat(51)

  const done = await imported(
    mock,
    `_email,_externalId,_points,vip,_emailStatus\na,${long},1,true,fine\nb,2,x,y,active\n`,
  )

  expect(done).toMatchObject({ total: 2, success: 0, errors: 2 })
  expect(done.report).toEqual([
    [2, '_externalId', long, 'external-id-length'],
    [2, '_email', 'a', 'email-valid'],
    [2, '_emailStatus', 'fine', 'body-shape'],
    [3, '_points', 'x', 'import-values'],
    [3, 'vip', 'y', 'import-values'],
  ])
})

test('unknown and read-only columns are left out, and reported once', async () => {
  const mock = aTwin({ contactFields })
  const names = ['nonsense', '_createdAt', 'id', '__proto__', '_totalPurchases']

  const done = await imported(mock, `_email,${names}\na@b.example,1,2,3,4,5\n,1,2,3,4,5\n`)

  expect(done).toMatchObject({ success: 1, errors: 1 })
  expect(done.report).toEqual([
    ...names.map((name) => [1, name, '', 'import-values']),
    [3, '', '', 'import-identifier'],
  ])
  expect(mock.contacts.all()).toHaveLength(1)
  expect(mock.contacts.all()[0]).not.toHaveProperty('nonsense')
})

test('a field that is declared before the import begins is known', async () => {
  const mock = aTwin()
  await call(mock, 'POST /imports/', formOf('_email,note\na@b.example,hello\n'))
  const created = (await call(mock, 'GET /imports/')).json.results[0]

  mock.handle({
    ...{ method: 'POST', path: '/contact-fields/', query: '', oversized: false },
    headers: { authorization: 'apiKey test:secret', 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'note', name: 'Note', type: 'text' }),
  })
  mock.clock.advance({ minutes: 5 })

  const { json } = await call(mock, `GET /imports/${created.id}`)
  expect(json).toMatchObject({ success: 1, errors: 0 })
  expect(mock.contacts.all()).toMatchObject([{ note: 'hello' }])
})

test('formulas come back as text', async () => {
  const formula = "=cmd|' /C calc'!A0"
  const mock = aTwin()

  const done = await imported(mock, `_email,_name\na@b.example,"${formula}"\n${formula},x\n`)

  expect(mock.contacts.all()).toMatchObject([{ _name: formula }])
  expect(done.report).toEqual([[3, '_email', formula, 'email-valid']])
})

test('what an import writes is in the activity log as such', async () => {
  const mock = aTwin()

  await imported(mock, '_email,_name\na@b.example,Ada\na@b.example,Ava\n')

  expect(mock.activities().map(({ type, origin }) => [type, origin])).toEqual([
    ['contact-created', 'import'],
    ['contact-updated', 'import'],
  ])
})
