import { describe, expect, test } from 'vitest'
import { testOf } from '../../mock/rules/segments.ts'
import { segmentsOf } from '../../mock/segments.ts'
import { builtInFilter, type SegmentFilter } from '../../mock/state/segments.ts'
import { anAccount } from '../support/accounts.ts'
import { anAccountOfMany } from '../support/segments.ts'

/** The places of the contacts that a filter means; the anonymous one is 6. */
function meant(filter: SegmentFilter, behaviors = {}) {
  const account = anAccountOfMany(behaviors)
  const isMeant = testOf(account, filter)
  return [...account.contacts.values()].flatMap((contact, at) => (isMeant(contact) ? [at] : []))
}

describe('built-in segments', () => {
  test.for([
    ['has-external-id', [0, 1, 2, 3, 4]],
    ['has-no-external-id', [5, 6]],
    ['anonymous', [6]],
    ['external-id-starts-with:POS-', [0, 1]],
    ['external-id-starts-with:1,5', [3]],
    ['external-id-starts-with:50%', [4]],
    ['external-id-is-one-of:POS-1', [0]],
    ['external-id-is-one-of:POS-1,POS-2,none', [0, 1]],
    ['external-id-is-one-of:1%2C5,50%25', [3, 4]],
  ] as const)('%s has the contacts %o in it', ([id, places]) => {
    const account = anAccountOfMany()
    const all = [...account.contacts.values()].map((contact) => contact.id)

    const found = segmentsOf(() => account).contacts(id)

    expect(found.map((contact) => all.indexOf(contact.id))).toEqual(places)
  })

  test.for([
    'external-id-starts-with:',
    'external-id-is-one-of:',
    'external-id-is-one-of:a,,b',
    'external-id-is-one-of:50%',
    'external-id-starts-with',
    'toString',
  ])('%s is none', (id) => {
    const account = anAccountOfMany()

    expect(builtInFilter(id)).toBeUndefined()
    expect(() => segmentsOf(() => account).contacts(id)).toThrow(`there is no segment "${id}"`)
  })
})

describe('a filter', () => {
  test.for<[SegmentFilter, number[]]>([
    [{}, [0, 1, 2, 3, 4, 5, 6]],
    [{ externalId: {} }, [0, 1, 2, 3, 4, 5, 6]],
    [{ externalId: { present: false } }, [5, 6]],
    [{ email: { present: true } }, [0, 3, 5]],
    [{ email: { startsWith: 'ADA' } }, [0, 5]],
    [{ email: { startsWith: 'ada@' } }, [0]],
    [{ email: { oneOf: ['ADA@example.com', 'adam@example.com', 'x@example.com'] } }, [0, 5]],
    [{ externalId: { startsWith: 'POS', oneOf: ['POS-2', 'pos-3'] } }, [1]],
    [{ externalId: { oneOf: [] } }, []],
    [{ anonymous: false, externalId: { present: false } }, [5]],
    [{ fields: { tier: 'gold' } }, [0]],
    [{ fields: { _points: 7 } }, [1, 5]],
    [{ fields: { _points: 7, vip: true } }, [5]],
    [{ fields: { interests: ['garden'] } }, [0]],
    [{ fields: { interests: ['garden', 'kitchen'] } }, []],
    [{ fields: {} }, [0, 1, 2, 3, 4, 5, 6]],
  ])('%o means the contacts %o', ([filter, places]) => {
    expect(meant(filter)).toEqual(places)
  })

  test('compares External IDs and emails as the account does', () => {
    const byId = { externalId: { startsWith: 'pos-' } }
    const oneId = { externalId: { oneOf: ['pos-1'] } }
    const byEmail = { email: { startsWith: 'ada@' } }
    const oneEmail = { email: { oneOf: ['ada@example.com'] } }
    const other = { externalIdComparison: 'ignore-case', emailComparison: 'exact' }

    expect([byId, oneId, byEmail, oneEmail].map((filter) => meant(filter))).toEqual([
      [2],
      [],
      [0],
      [0],
    ])
    expect([byId, oneId, byEmail, oneEmail].map((filter) => meant(filter, other))).toEqual([
      [0, 1, 2],
      [0],
      [],
      [],
    ])
  })

  test('takes the default value of a field for one that was never set', () => {
    const account = anAccount({ contacts: [{ _externalId: '1' }] })
    account.contactFields.put({ id: 'size', name: 'Size', type: 'integer', defaultValue: 40 })
    const [contact] = account.contacts.values()
    const isMeant = testOf(account, { fields: { size: 40 } })

    expect(contact && isMeant(contact)).toBe(true)
    expect(contact && isMeant({ ...contact, fields: { size: 41 } })).toBe(false)
  })
})
