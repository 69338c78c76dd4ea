import { describe, expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { test as base } from './steer.ts'

const contacts = [
  aContact(),
  aContact({ _email: 'Adam@example.com', _externalId: undefined }),
  aContact({ _email: undefined, _externalId: 'pos-2' }),
]
const seed = { contacts, products: [aProduct()], purchases: [aPurchase()] }

const test = base.extend({ mockOptions: { seed } })

describe('the state', () => {
  test('before any call no account is open', async ({ steer }) => {
    const { json } = await steer('GET state')

    expect(json).toEqual({
      accounts: [],
      clock: { now: '2026-01-01T00:00:00.000Z', frozen: true },
      journal: { count: 0 },
      faults: [],
    })
  })

  test('lists accounts with what they hold, the calls and the faults', async ({ steer, call }) => {
    await steer('POST faults', { kind: 'delay', ms: 0, on: 'GET /contacts/email/{email}' })
    await call('GET /contacts/external-id/none', undefined, 'a:1')
    await call('PATCH /contacts/external-id/new', {}, 'b:1')
    await call('DELETE /purchases/purchase-id/ORD-100001', undefined, 'b:2')

    const { json } = await steer('GET state')

    expect(json.accounts).toMatchObject([
      { id: 'a', contacts: 3, purchases: 1, products: 1, contactFields: 0, activities: 4 },
      { id: 'b', contacts: 4, purchases: 1 },
      { id: 'b#2', contacts: 3, purchases: 0 },
    ])
    expect(json.journal).toEqual({ count: 3 })
    expect(json.faults).toMatchObject([{ id: 1, hits: 0, options: { kind: 'delay' } }])
  })

  test('counts what happened, but for what was forgotten', async ({ steer, mock, call }) => {
    await call('PATCH /contacts/external-id/new', {})
    await call('DELETE /contacts/external-id/POS-000001')

    const { json } = await steer('GET state')

    expect(json.accounts[0].activities).toBe(mock.activities().length)
    expect(mock.activities().at(-1)?.type).toBe('contact-deleted')
  })

  test('what has fallen due has happened', async ({ mock, steer }) => {
    const account = mock.account('a:1')
    account.tracking.web().pageView({ trackerId: 't' })
    mock.clock.run()
    mock.clock.restore(mock.clock.milliseconds() + 91 * 86_400_000, true)

    expect((await steer('GET state')).json.accounts).toMatchObject([{ id: 'a', contacts: 3 }])
  })
})

describe('the records of an account', () => {
  test.beforeEach(async ({ call }) => {
    await call('GET /contacts/external-id/none')
  })

  test.for(['contacts', 'purchases', 'products'] as const)(
    '%s are those of the twin, as the API shows them',
    async (kind, { mock, steer }) => {
      const { json } = await steer(`GET accounts/test/${kind}`)

      expect(json).toEqual({
        total: mock[kind].count,
        offset: 0,
        limit: 100,
        items: JSON.parse(JSON.stringify(mock[kind].all())),
      })
    },
  )

  test('a page has no more than its limit, from its offset', async ({ steer }) => {
    const { json } = await steer('GET accounts/test/contacts?limit=1&offset=1')

    expect(json).toMatchObject({ total: 3, offset: 1, limit: 1 })
    expect(json.items).toMatchObject([{ _email: 'Adam@example.com' }])
  })

  test('a page behind the last one is empty', async ({ steer }) => {
    expect((await steer('GET accounts/test/contacts?offset=3')).json.items).toEqual([])
  })

  test('activities are all, or those of a contact', async ({ mock, steer }) => {
    const id = mock.contacts.find({ externalId: 'POS-000001' })?.id
    const all = await steer('GET accounts/test/activities')

    const { json } = await steer(`GET accounts/test/activities?contact=${id}`)

    expect(all.json.items).toEqual(mock.activities())
    expect(json.items).toMatchObject([
      { type: 'contact-created', contactId: id },
      { type: 'purchase', contactId: id },
    ])
  })

  test('an id is percent-encoded in the path', async ({ call, steer }) => {
    await call('GET /contacts/external-id/none', undefined, 'te/st:1')
    await call('GET /contacts/external-id/none', undefined, 'te/st:2')

    expect((await steer('GET accounts/te%2Fst%232/contacts')).json.total).toBe(3)
  })

  test.for([
    ['limit=0', 'limit must be a whole number, 1 to 1000'],
    ['limit=1001', 'limit must be a whole number, 1 to 1000'],
    ['limit=1e2', 'limit must be a whole number, 1 to 1000'],
    ['offset=-1', 'offset must be a whole number, 0 to 1000000000'],
    ['limit=1&limit=2', 'limit is in the query twice'],
    ['page=2', 'the query can have: limit, offset, q, kind, segment, sort, order'],
  ] as const)('the query %s is refused', async ([query, error], { steer }) => {
    const { status, json } = await steer(`GET accounts/test/contacts?${query}`)

    expect([status, json]).toEqual([400, { error }])
  })

  test.for(['contacts', 'purchases', 'products', 'activities'])(
    '%s of an account that is not open are a 404, which does not open it',
    async (kind, { steer }) => {
      const { status, json } = await steer(`GET accounts/other:s3cr3t/${kind}`)

      expect(status).toBe(404)
      expect(json.error).toBe('no such account is open; GET /__twin/state lists those that are')
      expect((await steer('GET state')).json.accounts).toHaveLength(1)
    },
  )

  test('a path that cannot be decoded is refused', async ({ steer }) => {
    expect((await steer('GET accounts/%E0%A4%A/contacts')).status).toBe(400)
  })
})
