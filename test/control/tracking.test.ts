import { describe, expect } from 'vitest'
import { anEventType, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { test } from './steer.ts'

const account = '?account=test'

describe.for(['web', 'mobile'] as const)('%s tracking', (origin) => {
  test('makes an anonymous contact, and identifies it', async ({ steer, mock }) => {
    const view = { trackerId: 't', url: 'https://shop.example/' }
    const who = { trackerId: 't', email: 'ada@example.com', _name: 'Ada' }

    const viewed = await steer(`POST tracking/${origin}/page-view${account}`, view)
    const anonymous = mock.contacts.all()
    const identified = await steer(`POST tracking/${origin}/identify`, who)

    expect(anonymous).toMatchObject([{ id: viewed.json.contactId, _isAnonymous: true }])
    expect(identified.json).toEqual(viewed.json)
    expect(mock.contacts.all()).toMatchObject([{ _email: 'ada@example.com', _name: 'Ada' }])
    expect(mock.activities().map((one) => [one.type, one.origin])).toEqual([
      ['contact-created', origin],
      ['page-view', origin],
      ['contact-updated', origin],
    ])
  })

  test('does not change how accounts start', async ({ steer, call }) => {
    await steer(`POST tracking/${origin}/page-view${account}`, { trackerId: 't' })
    await call('GET /contacts/external-id/1', undefined, 'other:1')

    expect((await steer('GET state')).json.accounts).toMatchObject([
      { id: 'test', contacts: 1 },
      { id: 'other', contacts: 0 },
    ])
  })

  test('buys, and tells of events', async ({ steer, mock }) => {
    const { contactExternalId: _, ...bought } = aPurchase()
    const seed = { products: [aProduct()], eventTypes: [anEventType()] }
    await steer(`POST seed${account}`, seed)

    const purchase = await steer(`POST tracking/${origin}/purchase`, { trackerId: 't', ...bought })
    const told = { trackerId: 't', alias: anEventType().alias, fields: {} }
    const event = await steer(`POST tracking/${origin}/event`, told)

    expect(purchase.json).toEqual({ id: mock.purchases.all()[0]?.id })
    expect([event.status, Object.keys(event.json)]).toEqual([200, ['id']])
    expect(mock.activities().map(({ type }) => type)).toEqual([
      'contact-created',
      'purchase',
      'custom-event',
    ])
  })

  test('sets no External ID', async ({ steer, mock }) => {
    const who = { trackerId: 't', _externalId: '42' }

    const { status, json } = await steer(`POST tracking/${origin}/identify${account}`, who)

    expect([status, json.error]).toEqual([422, expect.stringContaining('external-id-not-tracked')])
    expect(mock.contacts.count).toBe(0)
  })

  test.for([
    ['page-view', {}, 'trackerId must be text'],
    ['page-view', { trackerId: 't', email: 'a@b.example' }, 'email is not known here'],
    ['page-view', { trackerId: 't', url: 1 }, 'url must be text'],
    ['identify', { email: 'a@b.example' }, 'trackerId must be text'],
    ['identify', { trackerId: 't', email: '' }, 'email must be text'],
    ['identify', { trackerId: 't', email: 'nobody' }, 'email-valid'],
    ['identify', { trackerId: 't', _name: null }, 'patch-null'],
    ['purchase', { trackerId: 't', purchaseId: '1' }, 'body-shape'],
    ['event', { trackerId: 't' }, 'alias must be text'],
    ['event', { trackerId: 't', alias: 'none' }, 'refused'],
    ['event', { trackerId: 't', alias: 'none', fields: [] }, 'fields must be a JSON object'],
    ['identify', { trackerId: 't', _points: 'many' }, '_points must be'],
    ['identify', { trackerId: 't', shoe: 1 }, 'shoe'],
  ] as const)('refuses %s of %j', async ([event, body, words], { steer, mock }) => {
    const { status, json } = await steer(`POST tracking/${origin}/${event}${account}`, body)

    expect([status, json.error]).toEqual([422, expect.stringContaining(words)])
    expect(mock.contacts.count).toBe(0)
  })

  test('needs to know the account', async ({ steer }) => {
    const { status } = await steer(`POST tracking/${origin}/page-view`, { trackerId: 't' })

    expect(status).toBe(400)
  })
})
