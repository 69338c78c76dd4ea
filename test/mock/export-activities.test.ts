import { describe, expect, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import type { Activity } from '../../mock/state/activities.ts'
import { anAccount, contactOf } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'
import { csvIn, recordsOf, textOf } from '../support/exports.ts'

const january = { fromDate: '2026-01-01T00:00:00Z', toDate: '2026-01-31T00:00:00Z' }
const activities = { exportType: 'activities', filters: january } as const
const columns = 'type,date,contactId,_externalId,_email,origin,subject,data'
const laterColumns =
  'previousContactId,contentId,contentName,contentTags,workflowId,workflowName,workflowTags,' +
  'attributionConfidence,attributionScenario'

const ada = { _email: 'ada@example.com', _externalId: 'POS-1' }
const gone = 'f'.repeat(24)
const noon = Date.UTC(2026, 0, 15, 12)

/** An account with Ada in it, to whom this happened. */
function anAccountWith(...log: Partial<Activity>[]) {
  const account = anAccount({ contacts: [ada] }, { now: () => 0 })
  const { id: contactId } = contactOf(account, ada._email)
  const activity = { type: 'purchase', at: noon, contactId, origin: 'api' } as const
  for (const one of log) account.activities.record({ ...activity, ...one })
  return { account, contactId }
}

describe('the columns of exported activities', () => {
  test.for(['v1', 'v2', 'v3'] as const)('are these in %s', (version) => {
    expect(textOf(anAccount(), { ...activities, version })).toBe(`${columns}\n`)
  })

  test.for(['v4', 'v5', 'v6'] as const)('are more in %s', (version) => {
    const { account } = anAccountWith()

    expect(textOf(account, { ...activities, version })).toBe(`${columns},${laterColumns}\n`)
  })

  test('say what happened, when, to whom and how', () => {
    const subject = 'a'.repeat(24)
    const { account, contactId } = anAccountWith({ origin: 'mobile', subject })

    expect(recordsOf(account, activities)).toEqual([
      {
        type: 'purchase',
        date: '2026-01-15T12:00:00.000Z',
        contactId,
        _externalId: 'POS-1',
        _email: 'ada@example.com',
        origin: 'mobile',
        subject,
        data: '',
      },
    ])
  })

  test('have what an event brought as JSON', () => {
    const data = { minutes: 5, note: 'a "b", c', tags: ['x'] }
    const { account } = anAccountWith({ type: 'custom-event', data })

    expect(JSON.parse(recordsOf(account, activities)[0]?.data as string)).toEqual(data)
  })

  test('leave the identifiers empty where the contact is gone', () => {
    const { account } = anAccountWith({ type: 'contact-deleted', contactId: gone })

    const [record] = recordsOf(account, activities)

    expect(record).toMatchObject({ contactId: gone, _externalId: '', _email: '' })
  })

  test.for([
    ['ISO', '2026-01-15T12:00:00.000Z'],
    ['L', '01/15/2026'],
    ['LL', 'January 15, 2026'],
    ['LLL', 'January 15, 2026 12:00 PM'],
  ] as const)('have the date as %s', ([dateFormat, date]) => {
    const { account } = anAccountWith({})

    expect(recordsOf(account, { ...activities, dateFormat })).toMatchObject([{ date }])
  })
})

describe('versions of exported activities', () => {
  const merged = 'b'.repeat(24)
  const { account } = anAccountWith(
    { type: 'contact-created', origin: 'web' },
    { type: 'contact-merged', subject: merged, origin: 'web' },
  )

  test.for(['v1', 'v3'] as const)('%s does not say who was merged', (version) => {
    expect(textOf(account, { ...activities, version })).not.toContain(merged)
    expect(recordsOf(account, { ...activities, version })[1]).toMatchObject({
      type: 'contact-merged',
      origin: 'web',
      subject: '',
    })
  })

  test.for(['v4', 'v5', 'v6'] as const)('%s says who was merged', (version) => {
    const [created, merge] = recordsOf(account, { ...activities, version })

    expect(merge).toMatchObject({ subject: merged, previousContactId: merged })
    expect(created).toMatchObject({ subject: '', previousContactId: '' })
  })

  test.for([
    ['v4', ''],
    ['v5', 'web'],
    ['v6', 'web'],
  ] as const)('in %s, the origin of a creation is "%s"', ([version, origin]) => {
    expect(recordsOf(account, { ...activities, version })[0]).toMatchObject({ origin })
  })

  test('the columns that a purchase has from v4 on are empty', () => {
    const { account } = anAccountWith({ subject: 'a'.repeat(24) })

    const [first] = recordsOf(account, { ...activities, version: 'v4' })

    expect(laterColumns.split(',').map((name) => first?.[name])).toEqual(Array(9).fill(''))
  })
})

describe('exported activities', () => {
  test('are those between the dates, both ends included, in the order of the log', () => {
    const moments = [
      Date.UTC(2025, 11, 31, 23, 59, 59, 999),
      Date.UTC(2026, 0, 1),
      Date.UTC(2026, 0, 31),
      Date.UTC(2026, 0, 31, 0, 0, 0, 1),
    ]
    const { account } = anAccountWith(...moments.map((at) => ({ at })))

    expect(recordsOf(account, activities).map(({ date }) => date)).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-31T00:00:00.000Z',
    ])
  })

  test('are those of the types', () => {
    const { account } = anAccountWith({}, { type: 'page-view' }, { type: 'custom-event' })
    const filters = { ...january, activityTypes: ['custom-event', 'purchase'] }

    const types = recordsOf(account, { ...activities, filters }).map(({ type }) => type)

    expect(types).toEqual(['purchase', 'custom-event'])
  })

  test('are those of the contacts in the segment; who is gone is in none', () => {
    const { account, contactId } = anAccountWith({}, { type: 'contact-purged', contactId: gone })
    const contactIds = (segmentId: string) =>
      recordsOf(account, { ...activities, filters: { ...january, segmentId } }).map(
        (one) => one.contactId,
      )

    expect(contactIds('has-external-id')).toEqual([contactId])
    expect(contactIds('has-no-external-id')).toEqual([])
    expect(contactIds('removed-since')).toEqual([])
  })
})

test('what happens in a twin comes out of its export', async () => {
  const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
  mock.tracking.web().pageView({ trackerId: 't', url: 'https://shop.example/' })
  ask(mock, 'PATCH /contacts/email/ada@example.com', { _externalId: 'POS-1' })
  mock.tracking.web().identify({ trackerId: 't', email: 'ada@example.com' })
  const [{ id: contactId } = { id: '' }] = mock.contacts.all()
  const body = { ...activities, delimiter: ';', dateFormat: 'ISO', version: 'v5' }
  const { id } = { ...ask(mock, 'POST /exports/', body).json }
  mock.clock.advance({ minutes: 1 })

  const { fileUrl } = { ...ask(mock, `GET /exports/${id}`).json }

  const response = await mock.fetch(String(fileUrl))
  const [, ...lines] = csvIn(new Uint8Array(await response.arrayBuffer())).split('\n')
  const at = `2026-01-01T00:00:00.000Z;${contactId};POS-1;ada@example.com`
  const anonymous = '000000000000000000000001'
  expect(lines).toEqual([
    `contact-created;${at};web;;;;;;;;;;;`,
    `page-view;${at};web;;"{""url"":""https://shop.example/""}";;;;;;;;;`,
    `contact-created;${at};api;;;;;;;;;;;`,
    `contact-merged;${at};web;${anonymous};;${anonymous};;;;;;;;`,
    '',
  ])
})
