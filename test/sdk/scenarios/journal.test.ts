import { describe, expect } from 'vitest'
import { aContact } from '../../../mock/builders/samples.ts'
import { clock, onEveryCarrier } from '../../support/carriers.ts'

const secret = 's3cr3t-of-the-key'
const path = '/contacts/external-id/POS-000001'
const json = ['content-type', 'application/json'] as const

onEveryCarrier((test) => {
  test.override('options', { seed: { contacts: [aContact()] } })

  test('every call is in it, with what became of it', async ({ client, carried, mock }) => {
    const contacts = client({ fetch: carried.fetch }).contacts
    mock.faults.add({ kind: 'status', status: 503, nth: 3 })
    mock.faults.add({ kind: 'lost-reply', nth: 4 })

    await contacts.upsert({ externalId: 'POS/1 ñ' }, { _points: 7 })
    mock.clock.advance({ seconds: 1 })
    await contacts.upsert({ email: 'ada@example.com' }, { nonsense: 1 } as object).catch(() => {})
    await contacts.get({ email: 'ada@example.com' }).catch(() => {})
    await contacts.delete({ email: 'ada@example.com' }).catch(() => {})
    await client({ apiKey: 'other:1', fetch: carried.fetch }).contacts.delete({ externalId: '1' })

    const patch = { method: 'PATCH', contentType: 'application/json' }
    const byEmail = { path: '/contacts/email/ada%40example.com', address: ['ada@example.com'] }
    const usual = { account: 'test', rule: undefined, fault: undefined }
    const duration = expect.any(Number)
    const later = Date.parse(clock) + 1000
    expect(mock.journal.calls()).toMatchObject([
      {
        ...usual,
        ...patch,
        number: 1,
        at: Date.parse(clock),
        operation: 'PATCH /contacts/external-id/{externalId}',
        path: '/contacts/external-id/POS%2F1%20%C3%B1',
        address: ['POS/1 ñ'],
        requestBody: '{"_points":7}',
        status: 200,
        body: JSON.stringify(mock.account('test:secret').contacts.find({ externalId: 'POS/1 ñ' })),
        duration,
      },
      {
        ...usual,
        ...patch,
        ...byEmail,
        at: later,
        operation: 'PATCH /contacts/email/{email}',
        status: 422,
        rule: 'field-known',
        duration,
      },
      { ...usual, ...byEmail, method: 'GET', status: 503, fault: 'status', requestBody: undefined },
      { ...usual, ...byEmail, method: 'DELETE', status: 204, fault: 'lost-reply', body: '' },
      { ...usual, account: 'other', number: 5, address: ['1'], status: 204 },
    ])
  })

  test('it is asked by operation, status, rule, fault, account, method and address', async ({
    connectif,
    client,
    mock,
  }) => {
    const { journal } = mock
    mock.faults.add({ kind: 'delay', ms: 0, nth: 2 })
    await connectif.contacts.upsert({ externalId: 'POS-2' }, {})
    await connectif.contacts.get({ externalId: 'POS-2' })
    await client({ apiKey: 'other:1' })
      .contacts.upsert({ email: 'b@example.com' }, { _externalId: 'POS-000001' })
      .catch(() => {})

    const found = (query: Parameters<typeof journal.calls>[0]) =>
      journal.calls(query).map(({ number }) => number)
    expect(found({})).toEqual([1, 2, 3])
    expect(found({ operation: 'GET /contacts/external-id/{externalId}' })).toEqual([2])
    expect(found({ status: 200 })).toEqual([1, 2])
    expect(found({ rule: 'external-id-unique' })).toEqual([3])
    expect(found({ fault: 'delay' })).toEqual([2])
    expect(found({ account: 'other' })).toEqual([3])
    expect(found({ method: 'PATCH', address: 'POS-2' })).toEqual([1])
    expect(found({ status: 200, account: 'other' })).toEqual([])
  })

  describe('the secret of a key is nowhere in it', () => {
    test('after calls of the SDK', async ({ client, mock }) => {
      const { contacts } = client({ apiKey: `shop:${secret}` })

      await contacts.upsert({ externalId: '42' }, {})
      await contacts.get({ email: 'nobody@example.com' }).catch(() => {})

      expect(mock.journal.calls()).toMatchObject([{ account: 'shop' }, { account: 'shop' }])
      expect(JSON.stringify(mock.journal.calls())).not.toContain(secret)
    })

    test.for([
      ['another scheme', [['authorization', `Bearer shop:${secret}`], json]],
      ['no scheme', [['authorization', `shop:${secret}`], json]],
      ['no id', [['authorization', `apiKey ${secret}`], json]],
      ['a space too many', [['authorization', `apiKey  shop:${secret}`], json]],
      [
        'two keys',
        [['authorization', `apiKey shop:${secret}`], ['authorization', `apiKey b:${secret}`], json],
      ],
      ['a header of another name', [['x-api-key', `shop:${secret}`], json]],
      ['the content type', [['content-type', `apiKey shop:${secret}`]]],
    ] as const)('after a call with it in %s', async ([, headers], { send, mock }) => {
      const answer = await send('PATCH', path, { headers, body: '{}' })

      expect(answer.status).toBe(401)
      expect(mock.journal.calls()).toMatchObject([{ status: 401, rule: 'key' }])
      expect(JSON.stringify(mock.journal.calls())).not.toContain(secret)
    })

    test.for(['apiKey', 'api_key', 'keySecret', 'authorization', 'access_token'])(
      'after a call with it in the query, as %s',
      async (name, { send, mock }) => {
        await send('GET', `${path}?${name}=shop%3A${secret}&a=b`)

        expect(mock.journal.calls()).toMatchObject([{ path: `${path}?${name}=***&a=b` }])
      },
    )
  })

  describe('of three calls', () => {
    test.override('options', { journalCapacity: 3 })

    test('it holds the last three, and counts all', async ({ connectif, mock }) => {
      for (let at = 1; at <= 5; at++) await connectif.contacts.delete({ externalId: `POS-${at}` })

      const { journal } = mock
      expect(journal.calls().map(({ address }) => address)).toEqual([
        ['POS-3'],
        ['POS-4'],
        ['POS-5'],
      ])
      expect(journal.count).toBe(5)
    })
  })

  test('whoever subscribes hears of each call, until they have enough', async ({
    connectif,
    mock,
  }) => {
    const heard: number[] = []
    const stop = mock.journal.subscribe(({ number }) => heard.push(number))

    await connectif.contacts.delete({ externalId: '1' })
    await connectif.contacts.delete({ externalId: '2' })
    stop()
    await connectif.contacts.delete({ externalId: '3' })

    expect(heard).toEqual([1, 2])
  })
})
