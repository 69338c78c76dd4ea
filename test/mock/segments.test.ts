import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { flawOfSegment, segmentsOf } from '../../mock/segments.ts'
import { Account } from '../../mock/state/account.ts'
import type { SegmentFilter } from '../../mock/state/segments.ts'
import { contactOf } from '../support/accounts.ts'
import { anAccountOfMany } from '../support/segments.ts'

describe('segments', () => {
  test('are listed with how many contacts are in them, built-in ones first', () => {
    const segments = segmentsOf(() => anAccountOfMany())
    const account = anAccountOfMany()
    const own = segmentsOf(() => account)
    own.define('gold', { fields: { tier: 'gold' } })

    const external = { externalId: { present: true } }
    expect(segments.all()).toHaveLength(3)
    expect(own.all()).toEqual([
      { id: 'has-external-id', filter: external, isBuiltIn: true, count: 5 },
      {
        id: 'has-no-external-id',
        filter: { externalId: { present: false } },
        isBuiltIn: true,
        count: 2,
      },
      { id: 'anonymous', filter: { anonymous: true }, isBuiltIn: true, count: 1 },
      { id: 'gold', filter: { fields: { tier: 'gold' } }, isBuiltIn: false, count: 1 },
    ])
  })

  test('have contacts in them as the API shows them, by what they are now', () => {
    const account = anAccountOfMany()
    const segments = segmentsOf(() => account)
    segments.define('silver', { fields: { tier: 'silver' } })
    const ada = contactOf(account, 'ada@example.com')
    account.contacts.put({ ...ada, fields: { ...ada.fields, tier: 'silver' } })

    const found = segments.contacts('silver')

    expect(found).toMatchObject([
      { id: ada.id, _externalId: 'POS-1', _isAnonymous: false },
      { _externalId: 'pos-3' },
    ])
  })

  test('are defined anew in place of the one with their id', () => {
    const account = anAccountOfMany()
    const segments = segmentsOf(() => account)
    segments.define('mine', { anonymous: true })
    segments.define('mine', { externalId: { oneOf: ['POS-1'] } })

    expect(segments.contacts('mine')).toMatchObject([{ _externalId: 'POS-1' }])
    expect(segments.all()).toHaveLength(4)
  })

  test('are not changed by what becomes of the object that defined them', () => {
    const account = anAccountOfMany()
    const segments = segmentsOf(() => account)
    const oneOf = ['POS-1']
    segments.define('mine', { externalId: { oneOf } })
    oneOf.push('POS-2')
    const listed = segments.all().at(-1)?.filter.externalId?.oneOf as string[]
    listed.push('POS-2')

    expect(segments.contacts('mine')).toHaveLength(1)
  })

  test('are removed, unless there is none with the id or it is built in', () => {
    const account = anAccountOfMany()
    const segments = segmentsOf(() => account)
    segments.define('mine', {})

    segments.remove('mine')

    expect(segments.all()).toHaveLength(3)
    expect(() => segments.remove('mine')).toThrow('there is no segment "mine"')
    expect(() => segments.remove('anonymous')).toThrow('built-in')
    expect(() => segments.contacts('mine')).toThrow('there is no segment "mine"')
  })

  test('belong to the account of a key; a reset of the twin removes them', () => {
    const mock = createMock()
    const [one, other] = ['a:a', 'b:b'].map((key) => mock.account(key).segments)
    one?.define('mine', {})

    expect(one?.contacts('mine')).toEqual([])
    expect(() => other?.contacts('mine')).toThrow('there is no segment "mine"')
    mock.reset()
    expect(() => mock.account('a:a').segments.contacts('mine')).toThrow('no segment "mine"')
  })

  test('of a copy of an account are its own', () => {
    const account = anAccountOfMany()
    segmentsOf(() => account).define('mine', {})
    const copy = new Account(account.settings, account)
    segmentsOf(() => copy).remove('mine')

    expect(segmentsOf(() => account).contacts('mine')).toHaveLength(7)
  })
})

describe('a definition is refused', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.fields = cyclic

  test.for<[unknown, unknown, string]>([
    ['', {}, 'its id is no text, or empty'],
    [7, {}, 'its id is no text, or empty'],
    ['anonymous', {}, 'its id is that of a built-in segment'],
    ['external-id-starts-with:x', {}, 'its id is that of a built-in segment'],
    ['external-id-is-one-of:', {}, 'its id is that of a built-in segment'],
    ['x', undefined, 'its filter is no object'],
    ['x', null, 'its filter is no object'],
    ['x', [], 'its filter is no object'],
    ['x', new Map(), 'its filter is no object'],
    ['x', () => true, 'its filter is no object'],
    ['x', { externalID: {} }, 'externalId, email, anonymous, fields, but no externalID'],
    ['x', { externalId: 'POS-' }, 'externalId is no object'],
    ['x', { email: { startWith: 'a' } }, 'email has present, startsWith, oneOf, but no startWith'],
    ['x', { email: { present: 'yes' } }, 'email.present is no boolean'],
    ['x', { email: { startsWith: '' } }, 'email.startsWith is no text, or empty'],
    ['x', { email: { startsWith: /a/ } }, 'email.startsWith is no text, or empty'],
    ['x', { externalId: { oneOf: 'a' } }, 'externalId.oneOf is no array of texts'],
    ['x', { externalId: { oneOf: ['a', 1] } }, 'externalId.oneOf is no array of texts'],
    ['x', { anonymous: 1 }, 'anonymous is no boolean'],
    ['x', { fields: 'tier' }, 'fields are no values by field'],
    ['x', { fields: { tier: null } }, 'fields are no values by field'],
    ['x', { fields: { tier: Number.NaN } }, 'fields are no values by field'],
    ['x', { fields: { tier: { a: 1 } } }, 'fields are no values by field'],
    ['x', cyclic, 'fields are no values by field'],
  ])('for %j and %o: %s', ([id, filter, flaw]) => {
    const account = anAccountOfMany()

    const defining = () => segmentsOf(() => account).define(id as string, filter as SegmentFilter)

    expect(flawOfSegment(id, filter)).toContain(flaw)
    expect(defining).toThrow(flaw)
    expect([...account.segments.entries()]).toEqual([])
  })

  test.for<[Record<string, string | number>, string]>([
    [{ teir: 'gold' }, 'teir is not declared'],
    [{ tier: 'bronze' }, 'tier must be one of gold, silver'],
    [{ _totalPurchases: 1 }, '_totalPurchases is not a field'],
    [{ _email: 'ada@example.com' }, 'fields._email is a matter of email or externalId'],
    [{ _externalId: 'POS-1' }, 'fields._externalId is a matter of email or externalId'],
  ])('for the fields %o, which no contact could have: %s', ([fields, flaw]) => {
    const account = anAccountOfMany()

    expect(() => segmentsOf(() => account).define('x', { fields })).toThrow(flaw)
    expect([...account.segments.entries()]).toEqual([])
  })
})
