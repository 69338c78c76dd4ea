import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import type { JournalEntry, JournalQuery } from '../../mock/index.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const seed = { contacts: [aContact()] }
const numbers = (entries: readonly JournalEntry[]) => entries.map(({ number }) => number)

describe('an entry', () => {
  test('tells the call, what was answered, and when', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.clock.advance({ days: 1 })

    const answer = send('PATCH /contacts/external-id/POS%2F1?a=b', { _points: 7 })

    expect(answer.status).toBe(200)
    expect(mock.journal.calls()).toEqual([
      {
        number: 1,
        at: Date.parse('2026-01-02T00:00:00Z'),
        account: 'test',
        key: 1,
        operation: 'PATCH /contacts/external-id/{externalId}',
        method: 'PATCH',
        path: '/contacts/external-id/POS%2F1?a=b',
        address: ['POS/1'],
        contentType: 'application/json',
        requestBody: '{"_points":7}',
        status: 200,
        headers: answer.headers,
        body: answer.body,
        rule: undefined,
        fault: undefined,
        byHand: false,
        duration: expect.any(Number),
        started: expect.any(Number),
        arrived: 0,
        known: 0,
        held: undefined,
      },
    ])
    expect(mock.journal.calls()[0]?.duration).toBeGreaterThanOrEqual(0)
  })

  test('tells the rule that refused, and the fault that was met', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.faults.add({ kind: 'delay', ms: 1, nth: 2 })

    send('PATCH /contacts/email/b@example.com', { _externalId: 'POS-000001' })
    send('GET /contacts/email/b@example.com')

    expect(mock.journal.calls()).toMatchObject([
      { status: 422, rule: 'external-id-unique', fault: undefined },
      { status: 404, rule: undefined, fault: 'delay' },
    ])
  })

  test('is kept of calls that reach no operation and no account', () => {
    const { mock, send } = aTwinToSendTo({ seed })

    send('GET /nothing')
    send('PUT /products/1')
    send('GET /products/1', undefined, 'bad')

    expect(mock.journal.calls()).toMatchObject([
      { status: 404, operation: undefined, account: undefined, address: [] },
      { status: 405, operation: undefined, account: undefined },
      { status: 401, operation: 'GET /products/{id}', account: undefined, rule: 'key' },
    ])
  })

  test.for([16_383, 16_384, 16_385])('keeps 16 384 characters of a body of %i', (length) => {
    const { mock, send } = aTwinToSendTo()
    const body = JSON.stringify({ _name: '' })
    const sent = `${body.slice(0, -2)}${'x'.repeat(length - body.length)}"}`

    send('PATCH /contacts/external-id/42', sent)

    const [entry] = mock.journal.calls()
    expect(entry?.requestBody).toBe(sent.slice(0, 16_384))
    expect(entry?.body.length).toBe(16_384)
  })

  test('of tracking there is none, as it is no call', () => {
    const { mock } = aTwinToSendTo()

    mock.tracking.web().pageView({ trackerId: 't' })

    expect(mock.journal.count).toBe(0)
  })
})

describe('the key', () => {
  test.for(['id:s3cr3t', 'id:s3cr3t ', 's3cr3t'])('%j is in no entry', (key) => {
    const { mock, send } = aTwinToSendTo({ behaviors: { unauthorizedBody: 'http-error' } })
    const heard: JournalEntry[] = []
    mock.journal.subscribe((entry) => heard.push(entry))

    send('GET /contacts/email/a@example.com', undefined, key)
    send('GET /nothing', undefined, key)

    expect(heard).toHaveLength(2)
    expect(JSON.stringify([heard, mock.journal.calls()])).not.toContain('s3cr3t')
  })

  test.for([
    ['apiKey=id:s3cr3t', 'apiKey=***'],
    ['api_key=id%3As3cr3t&a=b', 'api_key=***&a=b'],
    ['a=b&AUTHORIZATION=apiKey%20s3cr3t', 'a=b&AUTHORIZATION=***'],
    ['access_token=s3cr3t', 'access_token=***'],
    ['keySecret=s3cr3t&keySecret=s3cr3t', 'keySecret=***&keySecret=***'],
    ['apikey=s3cr3t&X-API-KEY=s3cr3t', 'apikey=***&X-API-KEY=***'],
    ['shopapikey=s3cr3t', 'shopapikey=***'],
    ['authToken=s3cr3t&clientsecret=s3cr3t', 'authToken=***&clientsecret=***'],
    ['auth=s3cr3t&APIKey=s3cr3t&myKey2=s3cr3t', 'auth=***&APIKey=***&myKey2=***'],
    ['triggerPurchaseEvent=false', 'triggerPurchaseEvent=false'],
    [
      'keyword=boots&author=Ada&monkey=1&keyboards=2',
      'keyword=boots&author=Ada&monkey=1&keyboards=2',
    ],
  ] as const)('a query of %s is kept as %s', ([query, kept]) => {
    const { mock, send } = aTwinToSendTo()

    send(`GET /contacts/email/a@example.com?${query}`)

    expect(mock.journal.calls()[0]?.path).toBe(`/contacts/email/a@example.com?${kept}`)
  })
})

describe('a query', () => {
  const aTalk = () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.faults.add({ kind: 'lost-reply', nth: 5 })
    send('GET /contacts/email/ada@example.com')
    send('GET /contacts/email/bob@example.com')
    send('PATCH /contacts/email/bob@example.com', { nonsense: 1 }, 'b:2')
    send('PATCH /contacts/external-id/bob@example.com', {}, 'b:2')
    send('DELETE /contacts/email/ada@example.com')
    send('GET /nothing')
    return mock.journal
  }

  test.for<[JournalQuery, number[]]>([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ operation: 'GET /contacts/email/{email}' }, [1, 2]],
    [{ method: 'PATCH' }, [3, 4]],
    [{ status: 404 }, [2, 6]],
    [{ rule: 'field-known' }, [3]],
    [{ fault: 'lost-reply' }, [5]],
    [{ account: 'b' }, [3, 4]],
    [{ address: 'bob@example.com' }, [2, 3, 4]],
    [{ method: 'GET', status: 404, address: 'bob@example.com' }, [2]],
    [{ account: 'b', status: 404 }, []],
    [{ address: 'bob' }, []],
    [{ status: 200 }, [1, 4]],
  ])('%j finds the calls %j', ([query, found]) => {
    expect(numbers(aTalk().calls(query))).toEqual(found)
  })

  test('gives a list of its own', () => {
    const journal = aTalk()

    journal.calls().length = 0

    expect(journal.calls()).toHaveLength(6)
  })
})
