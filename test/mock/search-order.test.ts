import { describe, expect, test } from 'vitest'
import { type ContactSearch, createMock } from '../../mock/index.ts'

const clock = '2026-01-01T00:00:00Z'
const names = ['Ünal', 'ada', 'Émile', 'Emil', '李', 'Zoë', 'Ada', 'zoe', undefined]

/** A contact for each place, with values that are out of order, and many of them equal. */
function seedOf(count: number) {
  const contacts = Array.from({ length: count }, (_, at) => {
    const number = (at * 7919) % count
    const name = names[at % names.length]
    return {
      ...(at % 5 !== 0 && { _externalId: `POS-${number}` }),
      ...(at % 5 === 0 && { _email: `User${number}@example.com` }),
      ...(name !== undefined && { _name: name }),
    }
  })
  return { contacts }
}

/** What a search finds on all of its pages. */
function allPages(mock: ReturnType<typeof createMock>, search: ContactSearch, limit: number) {
  const found: string[] = []
  for (let offset = 0; ; offset += limit) {
    const { contacts, total } = mock.contacts.search({ ...search, limit, offset })
    expect(total).toBe(mock.contacts.count)
    if (contacts.length === 0) return found
    found.push(...contacts.map(({ id }) => id))
  }
}

describe('the order of a search', () => {
  test('takes neither case nor accents into account, and names that are missing come last', () => {
    const mock = createMock({ clock, seed: seedOf(names.length) })
    const namesBy = (order: 'asc' | 'desc') =>
      mock.contacts.search({ sort: 'name', order }).contacts.map(({ _name }) => _name)

    expect(namesBy('asc')).toEqual([
      ...['ada', 'Ada', 'Emil', 'Émile', 'Ünal', 'Zoë', 'zoe', '李', undefined],
    ])
    expect(namesBy('desc')).toEqual([
      ...['李', 'Zoë', 'zoe', 'Ünal', 'Émile', 'Emil', 'ada', 'Ada', undefined],
    ])
  })

  test.for([
    ['externalId', 'asc'],
    ['externalId', 'desc'],
    ['email', 'asc'],
    ['name', 'asc'],
    ['name', 'desc'],
    ['updated', 'desc'],
    ['created', 'desc'],
  ] as const)('by %s, %s, is the same on small pages as on one, without gaps', ([sort, order]) => {
    const mock = createMock({ clock, seed: seedOf(4000) })

    const [whole] = [allPages(mock, { sort, order }, 4000)]
    const pages = allPages(createMock({ clock, seed: seedOf(4000) }), { sort, order }, 333)

    expect(new Set(whole).size).toBe(4000)
    expect(pages).toEqual(whole)
  })

  test('is that of the moment, also on the pages behind the first', () => {
    const mock = createMock({ clock, seed: seedOf(1500) })
    const last = () =>
      mock.contacts.search({ sort: 'externalId', order: 'desc', limit: 1, offset: 1199 })
    const before = last()

    const account = mock.account('test:secret')
    account.tracking.web().pageView({ trackerId: 't' })
    const added = last()
    mock.restore(mock.snapshot())

    expect([before.total, added.total, last().total]).toEqual([1500, 1501, 1501])
    expect(added.contacts).toEqual(before.contacts)
  })

  test('follows what contacts and segments become', () => {
    const mock = createMock({ clock, seed: seedOf(1500) })
    const find = () =>
      mock.contacts.search({ segment: 'some', sort: 'externalId', limit: 1, offset: 1000 }).total
    mock.segments.define('some', { externalId: { present: true } })
    const before = find()

    mock.segments.define('some', { email: { present: true } })

    expect([before, find()]).toEqual([1200, 300])
  })

  test.for<[ContactSearch, string]>([
    [{ sort: 'id' as never }, 'sort is one of created, updated, externalId, email, name'],
    [{ order: 'up' as never }, 'order is asc or desc'],
    [{ kind: 'nobody' as never }, 'kind is one of external-id, email-only, anonymous'],
    [{ offset: -1 }, 'offset is a whole number from 0'],
    [{ offset: 0.5 }, 'offset is a whole number from 0'],
    [{ sort: 'name', after: '1' }, 'after is for contacts that come oldest first'],
  ])('is refused for %o', ([search, words]) => {
    expect(() => createMock().contacts.search(search)).toThrow(words)
  })
})

describe('a search by how something starts', () => {
  const seed = {
    contacts: [
      { _externalId: 'POS-1', _name: 'Jean-Luc', _surname: 'O’Neill' },
      { _email: 'luc@example.com', _name: 'Ñandú', _surname: 'de la Cruz' },
      { _externalId: 'a.*b', _name: '李 雷' },
    ],
  }

  test.for([
    ['pos', [0]],
    ['LUC', [0, 1]],
    ['uc', []],
    ['neill', [0]],
    ['jean-luc o', [0]],
    ['la c', [1]],
    ['ñandú de', [1]],
    ['andú', []],
    ['雷', [2]],
    ['.*', []],
    ['a.*', [2]],
    [' ', []],
  ] as const)('with %j finds %j', ([start, places]) => {
    const mock = createMock({ seed })
    const all = mock.contacts.all().map(({ id }) => id)

    const { contacts } = mock.contacts.search({ start })

    expect(contacts.map(({ id }) => all.indexOf(id))).toEqual(places)
  })
})
