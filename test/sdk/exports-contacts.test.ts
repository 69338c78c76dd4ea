import { expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { collected } from '../support/collected.ts'
import { ofAllTypes as contactFields } from '../support/contact-fields.ts'
import { json, scripted } from './scripted.ts'
import { anExport, file, zipOf } from './scripted-files.ts'

/** The contacts that an export with this text has, for a client with declared fields. */
async function contactsOf(csv: string) {
  const steps = [json(anExport()), file(zipOf(csv))]
  const fetch = async (request: Request) => (steps.shift() ?? json({}))(request)
  const connectif = new Connectif({ apiKey: 'id:secret', fetch, contactFields })
  return collected(connectif.exports.contacts('65c1'))
}

test('values are what their fields are declared as; empty ones are left out', async () => {
  const csv =
    'id,_email,_points,_totalPurchasesAmount,_isAnonymous,_hasPushSubscriptions,_clv,_createdAt,' +
    'motto,workPhone,memberSince,shoeSize,balance,vip,tier,interests\n' +
    '1,ada@example.com,7,-0.5,false,true,,2026-01-01T00:00:00.000Z,' +
    '007,0034600000001,2020-01-01,38,-1.5,true,gold,garden|kitchen\n' +
    '2,,,,,,,,,,,,,,,kitchen\n'

  const [ada, other] = await contactsOf(csv)

  expect(ada).toEqual({
    id: '1',
    _email: 'ada@example.com',
    _points: 7,
    _totalPurchasesAmount: -0.5,
    _isAnonymous: false,
    _hasPushSubscriptions: true,
    _createdAt: '2026-01-01T00:00:00.000Z',
    motto: '007',
    workPhone: '0034600000001',
    memberSince: '2020-01-01',
    shoeSize: 38,
    balance: -1.5,
    vip: true,
    tier: 'gold',
    interests: ['garden', 'kitchen'],
  })
  expect(other).toEqual({ id: '2', interests: ['kitchen'] })
})

test.for(['_points', '_totalPurchases', '_totalPurchasesAmount', '_averagePurchasesAmount'])(
  '%s is a number',
  async (field) => {
    expect(await contactsOf(`${field}\n-12.5\n1e3\n`)).toEqual([
      { [field]: -12.5 },
      { [field]: 1000 },
    ])
  },
)

test.for(['_emailSoftBounces', '_churnRate', '_pAlive', '_clv', '_expectedPurchases'])(
  '%s is a number, too',
  async (field) => {
    expect(await contactsOf(`${field}\n0\n`)).toEqual([{ [field]: 0 }])
  },
)

test('columns that are no known field are there as text', async () => {
  expect(await contactsOf('_points,_origin,constructor\n1,api,2\n')).toEqual([
    { _points: 1, _origin: 'api', constructor: '2' },
  ])
})

test.for([
  ['_points', 'seven'],
  ['_points', '1,5'],
  ['_points', '0x10'],
  ['_points', ' '],
  ['_points', 'NaN'],
  ['shoeSize', '38 EU'],
  ['vip', 'yes'],
  ['_isAnonymous', 'TRUE'],
] as const)('in %s, the value "%s" is an error that names both', async ([field, value]) => {
  await expect(contactsOf(`${field}\n"${value}"\n`)).rejects.toMatchObject({
    name: 'ConnectifError',
    message: `"${value}" is no value of the field ${field}: read it with rows`,
  })
})

test('without declared fields, custom ones are text', async () => {
  const csv = '_points,shoeSize,interests\n1,38,garden|kitchen\n'
  const { connectif } = scripted([json(anExport()), file(zipOf(csv))])

  expect(await collected(connectif.exports.contacts('65c1'))).toEqual([
    { _points: 1, shoeSize: '38', interests: 'garden|kitchen' },
  ])
})

test('an export of something else has no contacts, and is not downloaded', async () => {
  const { connectif, requests } = scripted([json(anExport({ exportType: 'activities' }))])

  await expect(collected(connectif.exports.contacts('65c1'))).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'the export 65c100000000000000000001 is one of activities: read it with rows',
  })
  expect(requests).toHaveLength(1)
})
