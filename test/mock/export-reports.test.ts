import { describe, expect, test } from 'vitest'
import { aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import type { reportIds } from '../../mock/rules/exports.ts'
import { anAccount } from '../support/accounts.ts'
import { ask } from '../support/ask.ts'
import { csvIn, recordsOf, textOf } from '../support/exports.ts'

type ReportId = (typeof reportIds)[number]

function reportOf(reportId: ReportId, fromDate: string, toDate = fromDate) {
  const filters = { reportId, fromDate, toDate }
  return {
    exportType: 'data-explorer',
    dateFormat: undefined,
    version: undefined,
    filters,
  } as const
}

describe('purchases-by-day', () => {
  const purchasesOn = (...purchases: [purchaseDate: string, totalPrice: number][]) => {
    const account = anAccount({ products: [aProduct()], contacts: [{ _email: 'a@example.com' }] })
    for (const [purchaseDate, totalPrice] of purchases) {
      const { contactEmail: _, ...sample } = aPurchase()
      const purchase = { ...sample, purchaseDate, totalPrice, products: [] }
      const id = account.nextId()
      account.purchases.put({ id, contactId: undefined, purchase, createdAt: 0, updatedAt: 0 })
    }
    return account
  }

  test('has a record for every day of the range, both ends included', () => {
    const text = textOf(anAccount(), reportOf('purchases-by-day', '2026-02-27', '2026-03-01'))

    expect(text).toBe('day,purchases,amount\n2026-02-27,0,0\n2026-02-28,0,0\n2026-03-01,0,0\n')
  })

  test('counts purchases on the day of their own date, in UTC', () => {
    const account = purchasesOn(
      ['2026-01-01T23:59:59.999Z', 1],
      ['2026-01-02T00:00:00Z', 10],
      ['2026-01-03T00:30:00+01:00', 20],
      ['2026-01-03T00:00:00Z', 5],
      ['2026-01-04T00:00:00Z', 7],
    )

    expect(recordsOf(account, reportOf('purchases-by-day', '2026-01-02', '2026-01-03'))).toEqual([
      { day: '2026-01-02', purchases: '2', amount: '30' },
      { day: '2026-01-03', purchases: '1', amount: '5' },
    ])
  })

  test.for([
    [[0.1, 0.2], '0.3'],
    [[Number.MAX_VALUE, Number.MAX_VALUE], String(Number.MAX_VALUE)],
    [[-5, 2.5], '-2.5'],
  ] as const)('adds up %o to %s', ([prices, amount]) => {
    const date = '2026-01-02T12:00:00Z'
    const account = purchasesOn(...prices.map((price): [string, number] => [date, price]))

    expect(recordsOf(account, reportOf('purchases-by-day', '2026-01-02'))).toMatchObject([
      { amount },
    ])
  })
})

describe('contacts-by-origin', () => {
  const counts = (mock: ReturnType<typeof createMock>, toDate = '2026-01-01') => {
    const { id } = {
      ...ask(mock, 'POST /exports/type/data-explorer', {
        delimiter: ',',
        filters: { reportId: 'contacts-by-origin', fromDate: '2026-01-01', toDate },
      }).json,
    }
    mock.clock.advance({ minutes: 1 })
    const { fileUrl } = { ...ask(mock, `GET /exports/${id}`).json }
    return mock.fetch(String(fileUrl)).then(async (response) => {
      const [header, ...lines] = csvIn(new Uint8Array(await response.arrayBuffer())).split('\n')
      expect(header).toBe('\uFEFForigin,contacts')
      return Object.fromEntries(lines.slice(0, -1).map((line) => line.split(',')))
    })
  }
  const none = { api: '0', import: '0', web: '0', mobile: '0', app: '0', system: '0' }

  test('counts contacts by how they came in', async () => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
    ask(mock, 'PATCH /contacts/email/ada@example.com', {})
    ask(mock, 'PATCH /contacts/email/bob@example.com', {})
    mock.tracking.mobile().pageView({ trackerId: 'm' })

    expect(await counts(mock)).toEqual({ ...none, api: '2', mobile: '1' })
  })

  test('counts those that were created on the days, both included', async () => {
    const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
    ask(mock, 'PATCH /contacts/email/first@example.com', {})
    mock.clock.advance({ hours: 47, minutes: 59 })
    ask(mock, 'PATCH /contacts/email/last@example.com', {})
    mock.clock.advance({ minutes: 1 })
    ask(mock, 'PATCH /contacts/email/late@example.com', {})

    expect(await counts(mock)).toMatchObject({ api: '1' })
    expect(await counts(mock, '2026-01-02')).toMatchObject({ api: '2' })
  })

  test.for(['before', 'after'])(
    'one that was there %s a visit that became part of it',
    async (when) => {
      const mock = createMock({ clock: '2026-01-01T00:00:00Z' })
      const web = mock.tracking.web()
      if (when === 'after') web.pageView({ trackerId: 't' })
      ask(mock, 'PATCH /contacts/email/ada@example.com', {})
      if (when === 'before') web.pageView({ trackerId: 't' })
      web.identify({ trackerId: 't', email: 'ada@example.com' })
      const restored = createMock()
      restored.restore(mock.snapshot())

      expect(await counts(mock)).toEqual({ ...none, api: '1' })
      expect(await counts(restored)).toEqual({ ...none, api: '1' })
    },
  )

  test('a contact whose creation is not in the log is unknown', () => {
    const account = anAccount()
    const row = { id: account.nextId(), fields: {}, updatedAt: 0, totals: undefined }
    account.contacts.put({ ...row, createdAt: Date.UTC(2026, 0, 1) })

    const records = recordsOf(account, reportOf('contacts-by-origin', '2026-01-01'))

    expect(records.at(-1)).toEqual({ origin: 'unknown', contacts: '1' })
  })
})

describe('contacts-by-identifier', () => {
  test('counts contacts by what they have, of those created on the days', () => {
    const contacts = [
      { _email: 'a@example.com' },
      { _externalId: '1' },
      { _externalId: '2' },
      { _email: 'b@example.com', _externalId: '3' },
    ]
    const account = anAccount({ contacts })
    const row = { id: account.nextId(), fields: {}, updatedAt: 0, totals: undefined }
    account.contacts.put({ ...row, createdAt: Date.UTC(2026, 0, 1, 23, 59) })
    const delimiter = ';'

    const report = reportOf('contacts-by-identifier', '2026-01-01')
    const dayAfter = reportOf('contacts-by-identifier', '2026-01-02')

    expect(textOf(account, { ...report, delimiter })).toBe(
      'identifier;contacts\nemail;1\nexternal-id;2\nboth;1\nanonymous;1\n',
    )
    expect(textOf(account, dayAfter)).toBe(
      'identifier,contacts\nemail,0\nexternal-id,0\nboth,0\nanonymous,0\n',
    )
  })
})
