import { describe, expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import type { Mock } from '../../mock/index.ts'
import { test as base } from './steer.ts'

const contacts = [
  aContact(),
  aContact({ _email: 'Adam@example.com', _externalId: undefined, _name: 'Bo' }),
  aContact({ _email: undefined, _externalId: 'pos-2', _name: 'Émile', _surname: "O'Hara" }),
]
const seed = { contacts, products: [aProduct()], purchases: [aPurchase()] }

const test = base.extend({ mockOptions: { seed } })

test.beforeEach(async ({ mock }) => {
  mock.account('test:s3cr3t').tracking.web().pageView({ trackerId: 't' })
})

/** The places of contacts among all; the anonymous one is the last, 3. */
function places(mock: Mock, items: { id: string }[]) {
  const all = mock.contacts.all().map(({ id }) => id)
  return items.map(({ id }) => all.indexOf(id))
}

describe('a search for contacts', () => {
  test.for([
    ['q=POS', [0, 2]],
    ['q=ada', [0, 1]],
    ['q=adam', [1]],
    ['q=example', []],
    ['q=LINDQ', [0, 1]],
    ['q=hara', [2]],
    ['q=émile%20o', [2]],
    ['q=', [0, 1, 2, 3]],
    ['kind=anonymous', [3]],
    ['kind=external-id', [0, 2]],
    ['kind=email-only', [1]],
    ['kind=external-id&q=ada', [0]],
    ['segment=has-no-external-id', [1, 3]],
    ['segment=external-id-starts-with:POS-', [0]],
    ['sort=created&order=desc', [3, 2, 1, 0]],
    ['sort=externalId', [0, 2, 1, 3]],
    ['sort=externalId&order=desc', [2, 0, 1, 3]],
    ['sort=email', [0, 1, 2, 3]],
    ['sort=name&limit=2', [0, 1]],
    ['sort=name&limit=2&offset=2', [2, 3]],
    ['order=asc', [0, 1, 2, 3]],
  ] as const)('by %s finds %j', async ([query, wanted], { steer, mock }) => {
    const { status, json } = await steer(`GET accounts/test/contacts?${query}`)

    expect([status, places(mock, json.items)]).toEqual([200, wanted])
    expect(json.total).toBe(query.includes('limit') ? 4 : wanted.length)
  })

  test('by what was changed last', async ({ steer, mock, call }) => {
    mock.clock.advance({ days: 1 })
    await call('PATCH /contacts/email/adam@example.com', { _points: 1 })

    const { json } = await steer('GET accounts/test/contacts?sort=updated&order=desc')

    expect(places(mock, json.items)).toEqual([1, 0, 2, 3])
  })

  test.for([
    ['kind=none', 'kind is one of external-id, email-only, anonymous'],
    ['kind=__proto__', 'kind is one of'],
    ['sort=_name', 'sort is one of created, updated, externalId, email, name'],
    ['sort=constructor', 'sort is one of'],
    ['order=DESC', 'order is asc or desc'],
    ['segment=none', 'there is no segment "none"'],
    ['segment=__proto__', 'there is no segment'],
    ['segment=', 'there is no segment'],
    ['start=POS', 'the query can have'],
    ['after=1', 'the query can have'],
  ])('by %s is refused', async ([query, words], { steer }) => {
    const { status, json } = await steer(`GET accounts/test/contacts?${query}`)

    expect([status, json.error]).toEqual([400, expect.stringContaining(words as string)])
  })

  test.for(['.*', '(', '\\', "' OR 1=1", '<script>', '\0', '\u{1F600}', '__proto__'])(
    'takes %j for text and no more',
    async (q, { steer }) => {
      const { status, json } = await steer(`GET accounts/test/contacts?q=${encodeURIComponent(q)}`)

      expect([status, json.items]).toEqual([200, []])
    },
  )
})

describe('a contact', () => {
  test('comes with its purchases and what happened to it, newest first', async ({
    steer,
    mock,
    call,
  }) => {
    const { id } = mock.contacts.find({ externalId: 'POS-000001' }) as { id: string }
    await call('PATCH /contacts/external-id/POS-000001', { _points: 1 })

    const { json } = await steer(`GET accounts/test/contacts/${id}`)

    expect(json).toEqual({
      contact: JSON.parse(JSON.stringify(mock.contacts.find({ id }))),
      purchases: JSON.parse(JSON.stringify(mock.purchases.all())),
      activities: mock.activities(id).toReversed(),
      activityCount: 3,
    })
    expect(json.activities[0].type).toBe('contact-updated')
  })

  test('comes with its last 100 activities, and how many there are', async ({ steer, mock }) => {
    const web = mock.tracking.web()
    const id = web.pageView({ trackerId: 't', url: 'https://shop.example/first' })
    for (let count = 0; count < 150; count++) web.pageView({ trackerId: 't' })

    const { json } = await steer(`GET accounts/test/contacts/${id}`)

    expect([json.activities.length, json.activityCount]).toEqual([100, 153])
    expect(json.purchases).toEqual([])
  })

  test.for(['none', '__proto__', '..%2F..', '%00', '000000000000000000000009'])(
    'with the id %s is a 404',
    async (id, { steer }) => {
      expect((await steer(`GET accounts/test/contacts/${id}`)).status).toBe(404)
    },
  )
})

describe('the fields of contacts', () => {
  test('are those of the contract, then the custom ones, with type and limits', async ({
    steer,
    call,
  }) => {
    const shoe = { id: 'shoe', name: 'Shoe size', type: 'integer', minValue: 10 }
    await call('POST /contact-fields/', shoe)

    const { json } = await steer('GET accounts/test/fields')

    const { fields } = json as { fields: { id: string; isWritable: boolean }[] }
    const writable = fields.filter(({ isWritable }) => isWritable).map(({ id }) => id)
    expect(fields[0]).toMatchObject({ id: 'id', type: 'text', isWritable: false })
    expect(fields.at(-1)).toEqual({ ...shoe, isCustom: true, isWritable: true })
    expect(writable.slice(0, 4)).toEqual(['_email', '_externalId', '_name', '_surname'])
    expect(writable.slice(-2)).toEqual(['_points', 'shoe'])
    expect(fields).toContainEqual({
      id: '_externalId',
      type: 'text',
      maxLength: 50,
      description: expect.stringContaining('External ID'),
      isCustom: false,
      isWritable: true,
    })
    expect(fields.find(({ id }) => id === '_emailStatus')).toMatchObject({
      type: 'radio',
      options: [{ id: 'active' }, { id: 'bounced' }, { id: 'paused' }, { id: 'banned' }],
    })
  })

  test('are all that a contact shows', async ({ steer }) => {
    const { json } = await steer('GET accounts/test/fields')
    const { json: page } = await steer('GET accounts/test/contacts')

    const ids = json.fields.map(({ id }: { id: string }) => id)
    for (const contact of page.items)
      expect(ids).toEqual(expect.arrayContaining(Object.keys(contact)))
  })
})
