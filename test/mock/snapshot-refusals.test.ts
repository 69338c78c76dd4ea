import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMock, type Mock, type Snapshot } from '../../mock/index.ts'
import { allReads, aTwinToLiveIn, live } from '../support/lived-in.ts'

type Path = readonly (string | number)[]

const aLivedInTwin = () => live(aTwinToLiveIn())
const good: Snapshot = JSON.parse(JSON.stringify(aLivedInTwin().snapshot()))

/** Every place in a value, the outer ones first. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const inner = steps.flatMap((step) => places(value[step as keyof typeof value], [...path, step]))
  return path.length === 0 ? inner : [path, ...inner]
}

const everywhere = places(good)

/** The good snapshot with another value in one place; `undefined` takes the place away. */
function withValue(path: Path, value: unknown, from = good): Snapshot {
  const snapshot = structuredClone(from)
  const last = path.at(-1) as keyof object
  // Seam: a path leads through what `places` found.
  const parent = path.slice(0, -1).reduce<object>((at, step) => at[step as never], snapshot)
  if (value !== undefined) Object.assign(parent, { [last]: value })
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return snapshot
}

/** What refuses it, in words; undefined when it was restored, and the twin answers all reads. */
function refusalOf(mock: Mock, snapshot: unknown): string | undefined {
  try {
    mock.restore(snapshot as Snapshot)
  } catch (error) {
    expect(error, 'the refusal is no crash').toMatchObject({ name: 'Error' })
    return (error as Error).message
  }
  allReads(mock)
  mock.diff()
  mock.clock.advance({ days: 200 })
  mock.tracking.web().pageView({ trackerId: 'anonymous' })
  allReads(mock)
  expect(JSON.parse(JSON.stringify(mock.snapshot()))).toEqual(mock.snapshot())
  return undefined
}

function expectNothingChanged(mock: Mock) {
  expect(JSON.parse(JSON.stringify(mock.snapshot()))).toEqual(good)
}

describe('a snapshot that is none', () => {
  test.for([
    [null, 'not a snapshot'],
    ['connectif-mock', 'not a snapshot'],
    [[], 'not a snapshot'],
    [{}, 'not a snapshot'],
    [{ contacts: [] }, 'not a snapshot'],
    [{ ...good, format: 'another-mock' }, 'not a snapshot'],
    [{ ...good, version: 0 }, 'has version 0; this twin reads 2'],
    [{ ...good, version: 3 }, 'has version 3; this twin reads 2'],
    [{ ...good, version: '2' }, 'version'],
    [{ ...good, version: undefined }, 'version'],
    [{ ...good, now: '2026-01-01' }, 'time'],
    [{ ...good, now: 9e15 }, 'time'],
    [{ ...good, now: good.now + 0.5 }, 'time'],
    [{ ...good, frozen: 'yes' }, 'time'],
    [{ ...good, accounts: null }, 'accounts'],
    [{ ...good, accounts: [] }, 'accounts'],
    [{ ...good, accounts: { test: null } }, 'test'],
    [{ ...good, accounts: { test: {} } }, 'account test lacks its contacts'],
  ] as const)('is refused, case %#, and nothing changes', ([snapshot, words]) => {
    const mock = aLivedInTwin()

    for (const act of ['restore', 'diff'] as const) {
      expect(() => mock[act](snapshot as Snapshot)).toThrow(words)
      expect(() => mock[act](snapshot as Snapshot)).not.toThrow(TypeError)
    }
    expectNothingChanged(mock)
  })

  test('tells what it is in words that help, not in those of the machine', () => {
    const words = refusalOf(
      aLivedInTwin(),
      withValue(['accounts', 'test', 'contacts', 0, 'fields'], null),
    )

    expect(words).toMatch(/snapshot.*contacts.*test/s)
    expect(words).not.toMatch(/undefined|is not a function|Cannot read/)
  })
})

const contact = ['accounts', 'test', 'contacts', 0] as const
const purchase = ['accounts', 'test', 'purchases', 0] as const
const broken: [string, Snapshot][] = [
  ['two contacts of one id', withValue([...contact, 'id'], good.accounts.test?.contacts[1]?.id)],
  [
    'two contacts of one email, in another case',
    withValue([...contact, 'fields', '_email'], 'BOB@example.com'),
  ],
  ['two contacts of one External ID', withValue([...contact, 'fields', '_externalId'], 'POS-2')],
  ['an External ID of 51', withValue([...contact, 'fields', '_externalId'], 'x'.repeat(51))],
  ['a blank External ID', withValue([...contact, 'fields', '_externalId'], ' ')],
  ['a malformed email', withValue([...contact, 'fields', '_email'], 'ada')],
  ['an undeclared field', withValue([...contact, 'fields', 'nonsense'], 1)],
  ['an option that is none', withValue([...contact, 'fields', 'tier'], 'bronze')],
  ['a field that is not one of patches', withValue([...contact, 'fields', '_createdAt'], 'now')],
  ['a purchase of nobody', withValue([...purchase, 'contactId'], 'f'.repeat(24))],
  ['a purchase of nothing', withValue([...purchase, 'purchase', 'products'], [])],
  ['a purchase of another product', withValue([...purchase, 'purchase', 'products', 0, 'id'], 'x')],
  ['two purchases of one id', withValue([...purchase, 'purchase', 'purchaseId'], 'T-2')],
  ['totals that are not those', withValue([...contact, 'totals', 'count'], 7)],
  ['an id in use to come', withValue(['accounts', 'test', 'lastId'], 0)],
  ['half a millisecond', withValue([...contact, 'createdAt'], 1767225600000.5)],
  ['a fraction for an id', withValue(['accounts', 'test', 'lastId'], 100.5)],
  ['a tracker of nobody', withValue(['accounts', 'test', 'trackers', 0, 1], 'f'.repeat(24))],
  ['nobody as anonymous', withValue(['accounts', 'test', 'anonymous', 0, 0], 'f'.repeat(24))],
  ['an anonymous contact that is not listed', withValue(['accounts', 'test', 'anonymous'], [])],
  ['an activity of no kind', withValue(['accounts', 'test', 'activities', 0, 'type'], 'nap')],
  ['an activity from nowhere', withValue(['accounts', 'test', 'activities', 0, 'origin'], 'moon')],
  [
    'an event type without email',
    withValue(['accounts', 'test', 'eventTypes', 0, 'eventType', 'primaryKey'], 'minutes'),
  ],
]

describe('a snapshot whose records do not fit', () => {
  test.for(broken)('%s: is refused, and nothing changes', ([, snapshot], { expect }) => {
    const mock = aLivedInTwin()

    expect(refusalOf(mock, snapshot)).toMatch(/snapshot is broken/)
    expectNothingChanged(mock)
  })
})

/** What a message calls the records of each list. */
const wordsFor: Record<string, RegExp> = {
  contacts: /contact/,
  purchases: /purchase/,
  products: /product/,
  contactFields: /contact ?field/i,
  eventTypes: /event ?type/i,
  activities: /activit/,
  anonymous: /anonymous/,
  trackers: /tracker/,
}

describe('a snapshot with one place broken', () => {
  const values = [undefined, null, Number.NaN, {}, [], 1e300, -1, '', 'x']

  test.for(values)('by %j: is refused by what is broken, or gives a twin that answers', (value) => {
    const tried = aLivedInTwin()

    for (const path of everywhere) {
      const words = refusalOf(tried, withValue(path, value))
      if (words !== undefined && path.length > 4 && value !== undefined) {
        expect(words, `at ${path.join('.')}`).toMatch(wordsFor[String(path[2])] ?? /snapshot/)
      }
      tried.restore(good)
    }
    expectNothingChanged(tried)
  })

  test('by any JSON: is refused, and nothing changes, or gives a twin that answers', () => {
    const tried = createMock()
    tried.restore(good)

    fc.assert(
      fc.property(fc.constantFrom(...everywhere), fc.jsonValue(), (path, value) => {
        if (refusalOf(tried, withValue(path, value)) === undefined) tried.restore(good)
        expectNothingChanged(tried)
      }),
      { numRuns: 300 },
    )
  })

  test('in two places: is refused, or gives a twin that answers', () => {
    const tried = createMock()
    const place = fc.constantFrom(...everywhere)
    const [one, other] = [fc.constantFrom(...values), fc.constantFrom(...values)]

    fc.assert(
      fc.property(place, one, place, other, (first, value, second, another) => {
        const snapshot = withValue(first, value)
        fc.pre(places(snapshot).some((path) => path.join() === second.join()))

        tried.restore(good)
        refusalOf(tried, withValue(second, another, snapshot))
      }),
      { numRuns: 300 },
    )
  })
})
