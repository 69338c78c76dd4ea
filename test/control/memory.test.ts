import { describe, expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { aShop } from '../../mock/builders/shop.ts'
import { test } from './steer.ts'

const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }

describe('a seed', () => {
  test('opens the account that is named, and its key finds it there', async ({ steer, call }) => {
    const { status, text } = await steer('POST seed?account=test', seed)

    expect([status, text]).toEqual([204, ''])
    expect((await call('GET /contacts/external-id/POS-000001')).status).toBe(200)
    expect((await steer('GET state')).json.accounts).toMatchObject([{ id: 'test', contacts: 1 }])
  })

  test('is added to what the only account holds', async ({ steer, call, mock }) => {
    await call('PATCH /contacts/external-id/42', {})

    await steer('POST seed', seed)

    expect(mock.contacts.all()).toMatchObject([{ _externalId: '42' }, { _name: 'Ada' }])
    expect(mock.purchases.count).toBe(1)
    expect((await call('GET /contacts/external-id/42')).status).toBe(200)
  })

  test('leaves other accounts, and how accounts start, as they are', async ({ steer, call }) => {
    await call('PATCH /contacts/external-id/1', {}, 'a:1')
    await steer('POST seed?account=test', seed)

    expect((await call('GET /contacts/external-id/1', undefined, 'a:1')).status).toBe(200)
    expect((await call('GET /contacts/external-id/POS-000001', undefined, 'b:1')).status).toBe(404)
  })

  test('may be larger than what steers', async ({ steer }) => {
    await steer('POST seed?account=test', aShop({ contacts: 5000 }))

    expect((await steer('GET state')).json.accounts).toMatchObject([{ contacts: 5000 }])
  })

  test('that breaks a rule writes nothing, and says which', async ({ steer, mock, call }) => {
    await call('PATCH /contacts/external-id/42', {})
    const before = mock.snapshot()

    const { status, json } = await steer('POST seed', {
      contacts: [{ _externalId: '1' }, { _externalId: '42' }],
    })

    expect(status).toBe(422)
    expect(json.error).toMatch(/^contacts\[1] of the seed breaks the rule external-id-unique: /)
    expect(mock.snapshot()).toEqual(before)
  })

  test('that breaks a rule does not open its account', async ({ steer }) => {
    expect((await steer('POST seed?account=test', { contacts: [{}] })).status).toBe(422)
    expect((await steer('GET state')).json.accounts).toEqual([])
  })

  test.for([[], null, 1, { customers: [] }, { contacts: {} }, { contacts: [null] }])(
    'is none: %j',
    async (body, { steer }) => {
      expect((await steer('POST seed?account=test', body)).status).toBe(422)
    },
  )

  test('needs to know which account is meant', async ({ steer, call }) => {
    const none = await steer('POST seed', seed)
    for (const key of ['a:1', 'b:1']) await call('GET /contacts/external-id/1', undefined, key)
    const several = await steer('POST seed', seed)

    expect(none.json.error).toMatch(/^no account is open yet/)
    expect(several.json.error).toMatch(/^several accounts are open/)
    expect([none.status, several.status]).toEqual([400, 400])
  })

  test('takes a whole key for no account, and does not repeat it', async ({ steer }) => {
    const { status, text } = await steer('POST seed?account=test:s3cr3t', seed)

    expect(status).toBe(400)
    expect(text).not.toContain('s3cr3t')
  })

  describe('of a declared account', () => {
    test.override('mockOptions', { accounts: { 'my shop': { keys: { 'a:1': [] } } } })

    test('goes there by its name, and to no other', async ({ steer }) => {
      expect((await steer('POST seed?account=my%20shop', seed)).status).toBe(204)
      expect((await steer('POST seed', { contacts: [{ _externalId: '1' }] })).status).toBe(204)
      expect((await steer('POST seed?account=other', seed)).status).toBe(404)
      expect((await steer('GET state')).json.accounts).toMatchObject([{ contacts: 2 }])
    })
  })
})

describe('a snapshot', () => {
  test('brings accounts and time back', async ({ steer, call, mock }) => {
    await steer('POST seed?account=test', seed)
    const { text } = await steer('GET snapshot')
    await call('DELETE /contacts/external-id/POS-000001')
    await steer('POST clock/advance', { days: 1 })

    const { status } = await steer('PUT snapshot', text)

    expect(status).toBe(204)
    expect(JSON.parse(JSON.stringify(mock.snapshot()))).toEqual(JSON.parse(text))
    expect((await call('GET /contacts/external-id/POS-000001')).status).toBe(200)
  })

  test('tells what changed since', async ({ steer, call }) => {
    await steer('POST seed?account=test', seed)
    const { text } = await steer('GET snapshot')
    await call('PATCH /contacts/external-id/POS-000001', { _name: 'Eve' })
    await call('PATCH /contacts/external-id/2', {})
    await call('DELETE /purchases/purchase-id/ORD-100001')

    const { json } = await steer('POST diff', text)

    expect(json.contacts).toMatchObject({
      created: [{ _externalId: '2' }],
      updated: [{ before: { _name: 'Ada' }, after: { _name: 'Eve' } }],
      deleted: [],
    })
    expect(json.purchases).toMatchObject({ created: [], deleted: [{ purchaseId: 'ORD-100001' }] })
    expect(json.products).toEqual({ created: [], updated: [], deleted: [] })
  })

  const snapshot = { format: 'connectif-mock', version: 2, now: 0, frozen: true, accounts: {} }
  const nothing = ['purchases', 'products', 'contactFields', 'eventTypes', 'activities', 'imports']
  const empty = Object.fromEntries(
    [...nothing, 'exports', 'segments', 'anonymous', 'trackers'].map((one) => [one, []]),
  )
  const withContacts = (contacts: object[]) => ({
    ...snapshot,
    accounts: { test: { lastId: 0, exportsFreeSince: 0, ...empty, contacts } },
  })

  test.for([
    ['nothing', null, 'not a snapshot'],
    ['foreign', { contacts: [] }, 'not a snapshot'],
    ['of another version', { ...snapshot, version: 3 }, 'version 3'],
    ['without accounts', { ...snapshot, accounts: null }, 'broken'],
    ['with half an account', { ...snapshot, accounts: { test: {} } }, 'lacks its contacts'],
    ['with a contact without fields', withContacts([{ id: '1' }]), 'broken'],
    [
      'with two contacts of one External ID',
      withContacts(
        ['1', '2'].map((last) => ({
          id: last.padStart(24, '0'),
          fields: { _externalId: 'x' },
          createdAt: 0,
          updatedAt: 0,
        })),
      ),
      'share what is unique',
    ],
  ] as const)('that is %s is refused, and nothing changes', async (given, { steer, mock }) => {
    const [, body, words] = given
    await steer('POST seed?account=test', seed)
    const before = mock.snapshot()

    for (const line of ['PUT snapshot', 'POST diff']) {
      const { status, json } = await steer(line, body)
      expect([status, json.error]).toEqual([422, expect.stringContaining(words)])
    }

    expect(mock.snapshot()).toEqual(before)
  })
})

test('reset closes all accounts, and forgets journal and faults', async ({ steer, call }) => {
  await steer('POST faults', { kind: 'duplicate' })
  await call('PATCH /contacts/external-id/1', {})

  expect((await steer('POST reset')).status).toBe(204)

  const { json } = await steer('GET state')
  expect(json).toMatchObject({ accounts: [], faults: [], journal: { count: 0 } })
})

test('reset of one account is not a thing, and nothing is reset', async ({ steer, call }) => {
  await call('PATCH /contacts/external-id/1', {})

  expect((await steer('POST reset?account=test')).status).toBe(400)
  expect((await steer('GET state')).json.accounts).toHaveLength(1)
})
