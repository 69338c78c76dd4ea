import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { aShop } from '../../mock/builders/shop.ts'
import { createMock, type Mock, type Seed } from '../../mock/index.ts'
import { visit } from '../support/lived-in.ts'

const seed: Seed = {
  contacts: [aContact()],
  products: [aProduct()],
  purchases: [aPurchase()],
  eventTypes: [visit],
}
const clock = '2026-01-01T00:00:00Z'
const stateOf = (mock: Mock) => mock.account('a:1') && mock.snapshot().accounts

describe('a seed', () => {
  test('is the same as an object, as JSON, and as what a function gives', () => {
    const forms = [seed, JSON.parse(JSON.stringify(seed)), () => seed]

    const [one, ...others] = forms.map((form) => stateOf(createMock({ clock, seed: form })))

    expect(one?.a?.contacts).toHaveLength(1)
    for (const other of others) expect(other).toEqual(one)
  })

  test('whose kinds stand in another order opens the same account', () => {
    const { contacts, products, purchases, eventTypes } = seed
    const turned = { purchases, eventTypes, products, contacts } as Seed

    expect(stateOf(createMock({ clock, seed: turned }))).toEqual(
      stateOf(createMock({ clock, seed })),
    )
  })

  test('gives the same bytes each time, a whole shop too', () => {
    const [one, other] = [1, 2].map(() => stateOf(createMock({ clock, seed: aShop() })))

    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  test('is dated by the clock of the twin', () => {
    const mock = createMock({ clock, seed })

    expect(mock.contacts.all()).toMatchObject([{ _createdAt: '2026-01-01T00:00:00.000Z' }])
    expect(mock.purchases.all()).toMatchObject([{ createdAt: '2026-01-01T00:00:00.000Z' }])
  })

  test('writes no journal, meets no fault and costs no call', () => {
    const mock = createMock({ seed, rateLimit: { limit: 1 } })

    expect(mock.journal.count).toBe(0)
  })

  test('of 10 000 contacts opens an account of 10 000 contacts', () => {
    const mock = createMock({ seed: aShop({ contacts: 10_000 }) })

    expect(mock.account('a:1').contacts.count).toBe(10_000)
  })
})

describe('a function for a seed', () => {
  test('is called once for the twin, and once for every account that has its own', () => {
    const calls: string[] = []
    const giving = (name: string) => () => {
      calls.push(name)
      return seed
    }

    createMock({ seed: giving('twin') }).account('a:1')
    createMock({
      accounts: { main: { keys: {}, seed: giving('main') }, other: { keys: {} } },
    })

    expect(calls).toEqual(['twin', 'main'])
  })

  test('that throws is heard', () => {
    const broken = () => {
      throw new RangeError('the file is empty')
    }

    expect(() => createMock({ seed: broken })).toThrow('the file is empty')
  })

  test('names rule and record as well', () => {
    const broken = () => ({ contacts: [aContact({ _externalId: 'x'.repeat(51) })] })

    expect(() => createMock({ seed: broken })).toThrow(
      'contacts[0] of the seed breaks the rule external-id-length: ',
    )
  })

  test.for([undefined, null, [], 'shop', 7])(
    'that gives %j, which is no seed, is refused',
    (none) => {
      expect(() => createMock({ seed: () => none as never })).toThrow('a seed is an object with')
    },
  )

  test('that gives a promise is refused: it would be a seed of nothing', () => {
    expect(() => createMock({ seed: (async () => seed) as never })).toThrow(
      'a seed is an object with',
    )
  })
})

test('a Map is no seed, though it is an object', () => {
  const seed = new Map([['contacts', []]]) as object

  expect(() => createMock({ seed })).toThrow('a seed is an object with')
})
