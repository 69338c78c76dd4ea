import { expect, test } from 'vitest'
import { createMock, type Mock } from '../../mock/index.ts'
import {
  boolean,
  checkbox,
  date,
  decimal,
  defineContactFields,
  email,
  integer,
  phone,
  radio,
  text,
} from '../../sdk/index.ts'
import { ask } from '../support/ask.ts'
import { csvIn } from '../support/exports.ts'

const contactFields = defineContactFields({
  motto: text(),
  workEmail: email(),
  workPhone: phone({ defaultCountryCode: '34' }),
  memberSince: date(),
  shoeSize: integer(),
  balance: decimal(),
  vip: boolean(),
  tier: radio('gold', 'silver;plated'),
  interests: checkbox('garden', 'kitchen, bath', 'so called "art"'),
})

const hard = [
  ...['quote " and "" twice', 'line\nbreak', 'line\r\nbreak', 'carriage\rreturn', 'comma, semi;'],
  ...["=cmd|' /C calc'!A0", '+34', '-1', '@SUM(A1)', ' outer spaces ', '\ttab\t', '""', '"'],
  ...[
    'ñandú €',
    '日本語',
    '😀👩‍👩‍👧',
    '\uFEFFmark',
    'nul\0',
    '\uD800',
    'true',
    '0',
    'null',
    '|',
    '\\',
  ],
]
const numbers = [0, -0, 1, -1, 9007199254740991, 1e21, -1.5e300]
const decimals = [0, 0.1, -0.25, 1e-7, 5e-324, 1.7976931348623157e308, 123456.789]
const dates = ['2026-01-31', '0001-01-01', '2024-02-29T23:59:59.123Z', '2024-02-29t09:30:00+05:30']
const phones = ['600111222', '+34600111222', '0034600111222', '+1'.padEnd(21, '5')]

function live(mock: Mock) {
  const path = (id: string) => `/contacts/external-id/${encodeURIComponent(id)}`
  for (const [at, motto] of hard.entries()) {
    ask(mock, `PATCH ${path(`text ${at}`)}`, { motto, _name: motto, _surname: `${motto}.` })
  }
  const all = [
    ...numbers.map((shoeSize) => ({ shoeSize, _points: Math.trunc(shoeSize) % 1000 || 0 })),
    ...decimals.map((balance) => ({ balance })),
    ...dates.map((memberSince) => ({ memberSince })),
    ...dates.slice(2).map((_birthdate) => ({ _birthdate })),
    ...phones.map((workPhone) => ({ workPhone })),
    { vip: true, tier: 'silver;plated', interests: ['so called "art"', 'kitchen, bath'] },
    { vip: false, tier: 'gold', interests: ['garden'], workEmail: 'Work+1@Example.com' },
    { interests: [], motto: '', _name: '' },
    { _mobilePhone: '34600000001', _mobilePhoneStatus: 'paused', _emailStatus: 'banned' },
    { _newsletterSubscriptionStatus: 'subscribed', _smsSubscriptionStatus: 'none' },
    {},
  ]
  for (const [at, fields] of all.entries()) {
    const both = at % 2 === 0 && { _email: `Both${at}@Example.com` }
    const { status, json } = ask(mock, `PATCH ${path(`ñ"${at};, ')`)}`, { ...fields, ...both })
    expect(status, JSON.stringify(json)).toBe(200)
  }
  ask(mock, 'PATCH /contacts/email/only@example.com', { _name: 'Email' })
}

async function exported(mock: Mock, more: object): Promise<string> {
  const body = { exportType: 'contacts', delimiter: ',', dateFormat: 'ISO', ...more }
  const { id } = { ...ask(mock, 'POST /exports/', body).json }
  mock.clock.advance({ minutes: 1 })
  const { fileUrl } = { ...ask(mock, `GET /exports/${id}`).json }
  return csvIn(new Uint8Array(await (await mock.fetch(String(fileUrl))).arrayBuffer()))
}

async function imported(mock: Mock, csv: string, delimiter: string) {
  const form = new FormData()
  const options = { type: 'contacts', delimiter, overrideExisting: 'false' }
  for (const [name, value] of Object.entries({ ...options, updateOnlyEmptyFields: 'false' })) {
    form.append(name, value)
  }
  form.append('file', new Blob([csv], { type: 'text/csv' }), 'contacts.csv')
  const url = 'https://api.connectif.cloud/imports/'
  const headers = { authorization: 'apiKey test:secret' }
  const response = await mock.fetch(url, { method: 'POST', body: form, headers })
  expect(response.status).toBe(201)
  const { id } = (await response.json()) as { id: string }
  mock.clock.advance({ minutes: 1 })
  return ask(mock, `GET /imports/${id}`).json
}

test.for([
  [',', 'v1'],
  [';', 'v4'],
])(
  'an export, imported into an empty account and exported again, has the same bytes: %s %s',
  async ([delimiter = ',', version]) => {
    const clock = '2026-01-01T00:00:00Z'
    const mock = createMock({ clock, contactFields })
    live(mock)
    const before = await exported(mock, { delimiter, version })
    const empty = createMock({ clock, contactFields })

    const result = await imported(empty, before, delimiter)

    const { count } = mock.contacts
    expect(result).toMatchObject({ total: count, success: count, errors: 0, status: 'finished' })
    expect(count).toBeGreaterThan(50)
    expect(await exported(empty, { delimiter, version })).toBe(before)
  },
)
