import { describe, expect, test } from 'vitest'
import { type ContactSearch, searchContacts } from '../../mock/search.ts'
import { defaultBehaviors } from '../../mock/state/behaviors.ts'
import { anAccount, contactOf } from '../support/accounts.ts'
import { ofAllTypes } from '../support/contact-fields.ts'

const contacts = [
  { _externalId: 'POS-1', _email: 'Ada@Example.com', _name: 'Ada', tier: 'gold' },
  { _externalId: 'POS-2', _surname: 'Lovelace', interests: ['garden'] },
  { _externalId: 'pos-3', _email: 'bob@example.com', _points: 7 },
  { _email: 'adam@example.com', _mobilePhone: '+34600111222', vip: true },
]

function anAccountOfMany(behaviors = {}) {
  const settings = { contactFields: ofAllTypes, behaviors: { ...defaultBehaviors, ...behaviors } }
  const account = anAccount({ contacts }, settings)
  const row = { fields: {}, createdAt: 0, updatedAt: 0, totals: undefined }
  account.contacts.put({ ...row, id: account.nextId() })
  return account
}

/** The places of the contacts that are found; the anonymous one is 4. */
function found(search: ContactSearch, behaviors = {}) {
  const account = anAccountOfMany(behaviors)
  const all = [...account.contacts.values()].map(({ id }) => id)
  const result = searchContacts(account, search)
  expect(result.total).toBe(result.contacts.length)
  return result.contacts.map(({ id }) => all.indexOf(id))
}

describe('a search', () => {
  test.for<[ContactSearch, number[]]>([
    [{}, [0, 1, 2, 3, 4]],
    [{ externalId: 'POS-' }, [0, 1]],
    [{ externalId: '', email: '', text: '' }, [0, 1, 2, 3, 4]],
    [{ email: 'ADA' }, [0, 3]],
    [{ externalId: 'POS-', email: 'ada' }, [0]],
    [{ anonymous: true }, [4]],
    [{ anonymous: false }, [0, 1, 2, 3]],
    [{ segment: 'has-no-external-id' }, [3, 4]],
    [{ segment: 'has-no-external-id', anonymous: false }, [3]],
    [{ text: 'LOVE' }, [1]],
    [{ text: 'example.COM' }, [0, 2, 3]],
    [{ text: '600111' }, [3]],
    [{ text: 'gold' }, [0]],
    [{ text: 'gard' }, [1]],
    [{ text: 'true' }, []],
    [{ text: 'nobody' }, []],
  ])('for %o finds the contacts %o', ([search, places]) => {
    expect(found(search)).toEqual(places)
  })

  test('compares identifiers as the account does', () => {
    const other = { externalIdComparison: 'ignore-case', emailComparison: 'exact' }

    expect(found({ externalId: 'pos-' })).toEqual([2])
    expect(found({ externalId: 'pos-' }, other)).toEqual([0, 1, 2])
    expect(found({ email: 'ada' }, other)).toEqual([3])
  })

  test('finds contacts of a segment that was defined, as the API shows them', () => {
    const account = anAccountOfMany()
    account.segments.set('gold', { fields: { tier: 'gold' } })

    const { contacts } = searchContacts(account, { segment: 'gold' })

    expect(contacts).toMatchObject([{ _externalId: 'POS-1', _isAnonymous: false, tier: 'gold' }])
  })

  test('is refused for a segment that there is not, and for a limit that is none', () => {
    const account = anAccountOfMany()

    expect(() => searchContacts(account, { segment: 'gold' })).toThrow('no segment "gold"')
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      expect(() => searchContacts(account, { limit })).toThrow('limit is a whole number from 1')
    }
  })
})

describe('the pages of a search', () => {
  const pagesOf = (account: ReturnType<typeof anAccount>, search: ContactSearch) => {
    const pages: (string | undefined)[][] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = searchContacts(account, { ...search, after })
      pages.push(page.contacts.map((contact) => contact._externalId))
      after = page.next
    }
    return pages
  }

  test('follow one another, the oldest contacts first, and all tell how many there are', () => {
    const seed = { contacts: [5, 4, 3, 2, 1].map((one) => ({ _externalId: String(one) })) }
    const account = anAccount(seed)
    const [first, last] = ['', account.nextId()].map((after) =>
      searchContacts(account, { limit: 2, after }),
    )

    expect(pagesOf(account, { limit: 2 })).toEqual([['5', '4'], ['3', '2'], ['1']])
    expect(pagesOf(account, { limit: 5 })).toEqual([['5', '4', '3', '2', '1']])
    expect([first?.total, last?.total]).toEqual([5, 5])
    expect(last).toMatchObject({ contacts: [], next: undefined })
  })

  test('have 100 contacts unless told otherwise', () => {
    const seed = { contacts: Array.from({ length: 101 }, (_, at) => ({ _externalId: `${at}` })) }
    const pages = pagesOf(anAccount(seed), { externalId: '' })

    expect(pages.map((page) => page.length)).toEqual([100, 1])
  })

  test('hold when the last contact of one is gone before the next is asked for', () => {
    const seed = { contacts: ['a', 'b', 'c'].map((one) => ({ _email: `${one}@example.com` })) }
    const account = anAccount(seed)
    const { next = '' } = searchContacts(account, { limit: 2 })
    account.contacts.delete(contactOf(account, 'b@example.com'))

    const { contacts, total } = searchContacts(account, { limit: 2, after: next })

    expect(contacts).toMatchObject([{ _email: 'c@example.com' }])
    expect(total).toBe(2)
  })
})
