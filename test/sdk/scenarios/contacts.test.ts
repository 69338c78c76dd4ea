import { expect } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../../mock/builders/samples.ts'
import { AddressError, NotFoundError, UnprocessableEntityError } from '../../../sdk/index.ts'
import { onEveryCarrier } from '../../support/carriers.ts'

onEveryCarrier((test) => {
  test('a contact is created by External ID, then updated, keeping what is left out', async ({
    connectif,
    mock,
  }) => {
    const address = { externalId: 'POS-000123' }
    await connectif.contacts.upsert(address, { _name: 'Ada', _email: 'ada@example.com' })

    const updated = await connectif.contacts.upsert(address, { _points: 7 })

    expect(updated).toMatchObject({ _name: 'Ada', _points: 7, _isAnonymous: false })
    expect(await connectif.contacts.get({ email: 'ADA@example.com' })).toEqual(updated)
    expect(mock.contacts.all()).toEqual([updated])
  })

  test('an email gets an External ID, and both lead to one contact', async ({ connectif }) => {
    await connectif.contacts.upsert({ email: 'ada@example.com' }, { _externalId: '42' })

    const byExternalId = await connectif.contacts.get({ externalId: '42' })

    expect(byExternalId).toEqual(await connectif.contacts.get({ email: 'ada@example.com' }))
  })

  test('an External ID of another contact is refused, and nothing is written', async ({
    connectif,
    mock,
  }) => {
    await connectif.contacts.upsert({ email: 'ada@example.com' }, { _externalId: '42' })

    const stealing = connectif.contacts.upsert({ email: 'bob@example.com' }, { _externalId: '42' })

    await expect(stealing).rejects.toMatchObject({ status: 422, rule: 'external-id-unique' })
    expect(mock.contacts.find({ email: 'bob@example.com' })).toBeUndefined()
  })

  test('an email of another contact is refused, and nothing is written', async ({
    connectif,
    mock,
  }) => {
    await connectif.contacts.upsert({ email: 'ada@example.com' }, {})

    const stealing = connectif.contacts.upsert({ externalId: '2' }, { _email: 'Ada@example.com' })

    await expect(stealing).rejects.toBeInstanceOf(UnprocessableEntityError)
    await expect(stealing).rejects.toMatchObject({
      rule: 'email-unique',
      violations: [{ path: '_email', reason: 'belongs to another contact' }],
    })
    expect(mock.contacts.count).toBe(1)
  })

  test('of many calls that race for one External ID exactly one wins', async ({
    connectif,
    mock,
  }) => {
    const emails = Array.from({ length: 10 }, (_, at) => `racer-${at}@example.com`)

    const races = emails.map((email) =>
      connectif.contacts.upsert({ email }, { _externalId: 'one' }).then(
        () => 'won',
        (error) => error.rule,
      ),
    )

    const results = await Promise.all(races)
    expect(results.filter((result) => result === 'won')).toHaveLength(1)
    expect(results.filter((result) => result === 'external-id-unique')).toHaveLength(9)
    expect(mock.contacts.count).toBe(1)
  })

  test.for([
    ['50 characters', 'x'.repeat(50)],
    ['50 emoji', '😀'.repeat(50)],
    ['a slash', 'a/b'],
    ['an encoded slash', 'a%2Fb'],
    ['spaces and accents', ' tienda nº 7 ñ '],
    ['the marks of a URL', '?a=b&c#d;e'],
    ['three dots', '...'],
    ['what looks like a path', '../email/ada@example.com'],
    ['a backslash', 'a\\..\\b'],
    ['a plus', 'a+b'],
  ] as const)(
    'an External ID with %s arrives as it is',
    async ([, externalId], { connectif, mock }) => {
      const created = await connectif.contacts.upsert({ externalId }, {})

      expect(created._externalId).toBe(externalId)
      expect(await connectif.contacts.get({ externalId })).toEqual(created)
      await connectif.contacts.delete({ externalId })
      expect(mock.contacts.count).toBe(0)
    },
  )

  test.for(['a+b@example.com', "o'neil@example.com", 'A.B@Example.COM', '{a}|~`@example.com'])(
    'the email %s arrives as it is',
    async (email, { connectif }) => {
      const created = await connectif.contacts.upsert({ email }, {})

      expect(created._email).toBe(email)
      expect(await connectif.contacts.get({ email: email.toUpperCase() })).toEqual(created)
    },
  )

  test.for(['', ' ', '.', '..', '\ud83d'])(
    'the External ID %j is refused before anything is sent',
    async (externalId, { connectif, mock }) => {
      await connectif.contacts.upsert({ externalId: 'other' }, {})

      const refused = connectif.contacts.delete({ externalId })

      await expect(refused).rejects.toBeInstanceOf(AddressError)
      expect(mock.contacts.count).toBe(1)
    },
  )

  test('51 characters are refused by the API, in a path and in a body', async ({ connectif }) => {
    const tooLong = 'x'.repeat(51)

    const inPath = connectif.contacts.get({ externalId: tooLong })
    const inBody = connectif.contacts.upsert({ email: 'a@example.com' }, { _externalId: tooLong })

    await expect(inPath).rejects.toMatchObject({ status: 400, rule: 'external-id-length' })
    await expect(inBody).rejects.toMatchObject({ status: 422, rule: 'external-id-length' })
  })

  test('reading an unknown contact is an error, deleting one is none', async ({ connectif }) => {
    const reading = connectif.contacts.get({ email: 'nobody@example.com' })

    await expect(reading).rejects.toBeInstanceOf(NotFoundError)
    expect(await connectif.contacts.delete({ email: 'nobody@example.com' })).toBeUndefined()
  })

  test('a deleted contact frees both identifiers, its purchases stay', async ({
    connectif,
    mock,
  }) => {
    const { _email, _externalId, ...profile } = aContact()
    const { productId, ...product } = aProduct()
    await connectif.contacts.upsert({ email: 'ada@example.com' }, { _externalId: '42', ...profile })
    await connectif.products.upsert(productId, product)
    await connectif.purchases.create({ ...aPurchase(), contactExternalId: '42' })

    await connectif.contacts.delete({ externalId: '42' })

    const anew = await connectif.contacts.upsert(
      { email: 'ada@example.com' },
      { _externalId: '42' },
    )
    expect(anew).not.toHaveProperty('_name')
    expect(anew._totalPurchases).toBe(0)
    expect(mock.purchases.all()[0]).not.toHaveProperty('contactId')
  })
})
