import { describe, expect, test } from 'vitest'
import { ExportWork } from '../../mock/jobs/exports.ts'
import { plant } from '../../mock/plant.ts'
import { defineContactFields, phone } from '../../sdk/index.ts'
import { anAccount, contactOf } from '../support/accounts.ts'
import { ofAllTypes } from '../support/contact-fields.ts'
import { anExport, csvIn, recordsOf, textOf, zipOf } from '../support/exports.ts'

const systemColumns =
  '_externalId,_email,_name,_surname,_birthdate,_mobilePhone,_mobilePhoneStatus,_emailStatus,' +
  '_newsletterSubscriptionStatus,_smsSubscriptionStatus,_points'
const laterColumns =
  '_createdOrigin,_emailLastSubscribedDate,_emailLastSubscribedIp,_emailLastSubscribedOrigin,' +
  '_emailLastUnsubscribedOrigin'

const ada = { _email: 'ada@example.com', _externalId: 'POS-1' }
const bob = { _email: 'bob@example.com' }

describe('the columns of exported contacts', () => {
  test.for(['v1', 'v2', 'v3', 'v4'] as const)('are those that an import takes in %s', (version) => {
    const account = anAccount({}, { contactFields: ofAllTypes })

    const custom = Object.keys(ofAllTypes).join(',')
    expect(textOf(account, { version })).toBe(`${systemColumns},${custom}\n`)
  })

  test.for(['v5', 'v6'] as const)('are more in %s', (version) => {
    const account = anAccount({}, { contactFields: { tier: ofAllTypes.tier } })

    expect(textOf(account, { version })).toBe(`${systemColumns},tier,${laterColumns}\n`)
  })

  test('custom ones come in the order of their creation', () => {
    const account = anAccount()
    for (const id of ['zebra', 'ant']) account.contactFields.put({ id, name: id, type: 'text' })

    expect(textOf(account)).toBe(`${systemColumns},zebra,ant\n`)
  })

  test('have the values of every system field', () => {
    const fields = {
      ...ada,
      _name: 'Ada',
      _surname: 'Lovelace',
      _birthdate: '1990-12-10T00:00:00Z',
      _mobilePhone: '+34600000001',
      _mobilePhoneStatus: 'active',
      _emailStatus: 'bounced',
      _newsletterSubscriptionStatus: 'subscribed',
      _smsSubscriptionStatus: 'none',
      _points: -7,
    } as const

    const [record] = recordsOf(anAccount({ contacts: [fields] }))

    expect(record).toEqual({ ...fields, _points: '-7' })
  })

  test('have the values of every type of custom field', () => {
    const fields = {
      motto: 'a|b',
      workEmail: 'ada@work.example',
      workPhone: '+34600000001',
      memberSince: '2024-02-29',
      shoeSize: 38,
      balance: -0.25,
      vip: false,
      tier: 'gold',
      interests: ['kitchen', 'garden'],
    }
    const account = anAccount(
      { contacts: [{ ...ada, ...fields }, bob] },
      { contactFields: ofAllTypes },
    )

    const [first, second] = recordsOf(account)

    const texts = { shoeSize: '38', balance: '-0.25', vip: 'false', interests: 'kitchen|garden' }
    expect(first).toMatchObject({ ...fields, ...texts })
    expect(Object.keys(fields).map((name) => second?.[name])).toEqual(Array(9).fill(''))
  })

  test('are empty where a field was never set, whatever its default value', () => {
    const account = anAccount({ contacts: [ada] })
    account.contactFields.put({ id: 'size', name: 'Size', type: 'integer', defaultValue: 40 })
    plant(account, { contacts: [{ ...bob, size: 41 }] })

    expect(recordsOf(account).map(({ size }) => size)).toEqual(['', '41'])
  })

  test('have phones with their prefix, as an import would read them', () => {
    const contactFields = defineContactFields({ work: phone({ defaultCountryCode: '34' }) })
    const contacts = ['600111222', '+44700111222'].map((work, at) => ({
      _externalId: `POS-${at}`,
      work,
    }))

    const records = recordsOf(anAccount({ contacts }, { contactFields }))

    expect(records.map(({ work }) => work)).toEqual(['+34600111222', '+44700111222'])
  })

  test('are empty for a field whose name every object has', () => {
    const account = anAccount({ contacts: [ada] })
    account.contactFields.put({ id: 'constructor', name: 'C', type: 'text' })

    expect(recordsOf(account)[0]).toMatchObject({ constructor: '' })
  })

  test('say from v5 on how the contact came in', () => {
    const account = anAccount({ contacts: [ada, bob] })
    const { id: contactId } = contactOf(account, 'bob@example.com')
    account.activities.forget(contactId)

    const origins = recordsOf(account, { version: 'v5' }).map((one) => one._createdOrigin)

    expect(origins).toEqual(['api', ''])
  })
})

describe('dates of contacts', () => {
  const contactFields = { memberSince: ofAllTypes.memberSince }
  const dates = { _birthdate: '1990-12-10T23:05:00-02:00', memberSince: '2024-02-29' }
  const account = anAccount({ contacts: [{ ...ada, ...dates }] }, { contactFields })

  test.for([
    ['ISO', '1990-12-10T23:05:00-02:00', '2024-02-29'],
    ['L', '12/11/1990', '02/29/2024'],
    ['LL', 'December 11, 1990', 'February 29, 2024'],
    ['LLL', 'December 11, 1990 1:05 AM', 'February 29, 2024 12:00 AM'],
  ] as const)('are written as %s', ([dateFormat, _birthdate, memberSince]) => {
    expect(recordsOf(account, { dateFormat })[0]).toMatchObject({ _birthdate, memberSince })
  })
})

describe('exported contacts', () => {
  const day = 86_400_000
  const created = (at: number, seed = { contacts: [ada] }) => anAccount(seed, { now: () => at })
  const midday = Date.UTC(2026, 0, 15, 12)

  test('are all of them, the oldest first, anonymous ones too', () => {
    const account = anAccount({ contacts: [{ _externalId: '2' }, { _externalId: '1' }] })
    account.contacts.put({ ...contactRow, id: account.nextId() })

    expect(recordsOf(account).map(({ _externalId }) => _externalId)).toEqual(['2', '1', ''])
  })

  test.for([
    ['2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z', 1],
    ['2026-01-15T12:00:00.001Z', undefined, 0],
    [undefined, '2026-01-15T11:59:59.999Z', 0],
    ['2026-01-15T14:00:00+02:00', undefined, 1],
    [undefined, '2026-01-15T12:00:00Z', 1],
  ] as const)('are those created between the dates: %s to %s', ([fromDate, toDate, count]) => {
    const filters = { ...(fromDate && { fromDate }), ...(toDate && { toDate }) }

    expect(recordsOf(created(midday), { filters })).toHaveLength(count)
    expect(recordsOf(created(midday + day), { filters })).toHaveLength(fromDate && !toDate ? 1 : 0)
  })

  test('are those of the segment, by what they are when the work begins', () => {
    const account = anAccount({ contacts: [ada, bob] })
    const filters = { segmentId: 'has-external-id' }
    const row = contactOf(account, 'bob@example.com')
    const emails = (of: readonly Record<string, string>[]) => of.map(({ _email }) => _email)
    const before = recordsOf(account, { filters })
    account.contacts.put({ ...row, fields: { ...row.fields, _externalId: 'POS-2' } })

    const after = recordsOf(account, { filters })

    expect(emails(before)).toEqual(['ada@example.com'])
    expect(emails(after)).toEqual(['ada@example.com', 'bob@example.com'])
  })

  test('of a segment that was removed since are none', () => {
    const account = anAccount({ contacts: [ada] })

    expect(recordsOf(account, { filters: { segmentId: 'gone' } })).toEqual([])
  })

  test('stay what they were when the work began', () => {
    const account = anAccount({ contacts: [ada, bob] })
    const begun = zipOf(account)
    const work = new ExportWork(account, anExport())
    const row = contactOf(account, 'ada@example.com')
    account.contacts.put({ ...row, fields: { ...row.fields, _name: 'Changed' } })
    account.contacts.delete(contactOf(account, 'bob@example.com'))

    work.write(work.total)

    expect(work.total).toBe(2)
    expect(csvIn(work.file())).toBe(csvIn(begun))
  })
})

const contactRow = { fields: {}, createdAt: 0, updatedAt: 0, totals: undefined }
