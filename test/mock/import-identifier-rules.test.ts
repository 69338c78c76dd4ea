import { describe, expect, test } from 'vitest'
import {
  codeMustBeNew,
  contactMustBeNamed,
  identifiersMustAgree,
  keyMustBeGiven,
} from '../../mock/rules/import-records.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { anAccount, contactOf, refusalOf } from '../support/accounts.ts'
import { aTwin, imported } from '../support/imports.ts'

const ada = { _externalId: '1', _email: 'ada@example.com' }
const bob = { _externalId: '2', _email: 'bob@example.com' }
const cy = { _email: 'cy@example.com' }
const dee = { _externalId: '4' }
const seed = { contacts: [ada, bob, cy, dee] }

describe('import-identifier', () => {
  const emailFirst = { behaviors: { ...defaultBehaviors, importKey: 'email' } } as const

  test.for([
    [{}, '1', 'a', { externalId: '1' }],
    [{}, '1', undefined, { externalId: '1' }],
    [{}, undefined, 'a', { email: 'a' }],
    [emailFirst, '1', 'a', { email: 'a' }],
    [emailFirst, '1', undefined, { externalId: '1' }],
    [emailFirst, undefined, 'a', { email: 'a' }],
  ] as const)(
    'with %j, External ID %j and email %j are %j',
    ([settings, externalId, email, to]) => {
      expect(contactMustBeNamed(anAccount({}, settings), { externalId, email })).toEqual(to)
    },
  )

  test('neither is refused', () => {
    const nobody = { externalId: undefined, email: undefined }

    expect(refusalOf(() => contactMustBeNamed(anAccount(), nobody))).toMatchObject({
      status: 422,
      rule: 'import-identifier',
    })
  })

  test.for([
    ['1', 'ada@example.com', false],
    ['1', 'ADA@example.com', false],
    ['1', 'new@example.com', false],
    ['new', 'ada@example.com', false],
    ['1', undefined, false],
    [undefined, 'ada@example.com', false],
    ['1', 'bob@example.com', true],
    ['1', 'cy@example.com', true],
    ['4', 'ada@example.com', true],
  ] as const)('%j and %j name two contacts: %s', ([externalId, email, refused]) => {
    const account = anAccount(seed)
    const known = contactOf(account, 'ada@example.com')

    const refusal = refusalOf(() => identifiersMustAgree(account, known, { externalId, email }))

    expect(refusal?.rule).toBe(refused ? 'import-identifier' : undefined)
  })

  test('a key that is blank and a code that was there are refused', () => {
    const rule = 'import-identifier'

    expect(refusalOf(() => keyMustBeGiven('productId', 'a'))).toBeUndefined()
    expect(refusalOf(() => keyMustBeGiven('productId', ' '))).toMatchObject({ rule })
    expect(refusalOf(() => codeMustBeNew(new Set(['A']), 'a'))).toBeUndefined()
    expect(refusalOf(() => codeMustBeNew(new Set(['A']), 'A'))).toMatchObject({ rule })
  })
})

describe('a record with both identifiers', () => {
  const refusedAs = (rule: string, column: string) => ({ rule, column })
  const merging = refusedAs('import-identifier', '_email')

  test.for([
    ['1,ada@example.com', undefined],
    ['1,', undefined],
    [',ada@example.com', undefined],
    ['1,bob@example.com', merging],
    ['2,ada@example.com', merging],
    ['1,cy@example.com', merging],
    ['4,cy@example.com', merging],
    ['9,cy@example.com', refusedAs('email-unique', '_email')],
    [',', refusedAs('import-identifier', '')],
  ] as const)('%s is refused by %j, and then nobody is changed', async ([record, refused]) => {
    const mock = aTwin({ seed })
    const before = mock.contacts.all()

    const done = await imported(mock, `_externalId,_email,_name\n${record},New\n`)

    const [line] = done.report
    expect(line && { column: line[1], rule: line[3] }).toEqual(refused)
    expect(done).toMatchObject({ success: refused ? 0 : 1, errors: refused ? 1 : 0 })
    if (refused) expect(mock.contacts.all()).toEqual(before)
    else expect(mock.contacts.find({ externalId: '1' })?._name).toBe('New')
  })

  test.for([
    ['4,new@example.com', { _externalId: '4', _email: 'new@example.com' }],
    ['1,new@example.com', { _externalId: '1', _email: 'new@example.com' }],
    ['9,new@example.com', { _externalId: '9', _email: 'new@example.com' }],
    ['9,', { _externalId: '9' }],
  ] as const)('%s gives the contact of the External ID the email', async ([record, fields]) => {
    const mock = aTwin({ seed })

    const done = await imported(mock, `_externalId,_email\n${record}\n`)

    expect(done).toMatchObject({ success: 1, report: [] })
    expect(mock.contacts.find({ externalId: fields._externalId })).toMatchObject(fields)
  })

  test('without the column of External IDs, the email finds the contact', async () => {
    const mock = aTwin({ seed })

    const done = await imported(mock, '_name,_email\nAda,ADA@example.com\nNew,new@example.com\n')

    expect(done).toMatchObject({ success: 2, report: [] })
    const adaNow = mock.contacts.find({ externalId: '1' })
    expect(adaNow).toMatchObject({ ...ada, _name: 'Ada' })
    expect(mock.contacts.find({ email: 'new@example.com' })?._name).toBe('New')
  })

  test('an identifier that breaks a rule of its own is an error, and uses up no id', async () => {
    const mock = aTwin()
    const long = 'x'.repeat(51)

    const done = await imported(mock, `_externalId,_email\n${long},\n..,\n5,ada\n,a b@c\n6,\n`)

    expect(done).toMatchObject({ success: 1, errors: 4 })
    expect(done.report).toEqual([
      [2, '_externalId', long, 'external-id-length'],
      [3, '_externalId', '..', 'external-id-length'],
      [4, '_email', 'ada', 'email-valid'],
      [5, '_email', 'a b@c', 'email-valid'],
    ])
    expect(mock.contacts.all()).toMatchObject([{ id: '0'.repeat(23).concat('2') }])
  })
})
