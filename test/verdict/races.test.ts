import { describe, expect, test } from 'vitest'
import type { Mock } from '../../mock/index.ts'
import { aShop, found } from './clients.ts'

const byEmail = 'PATCH /contacts/email/ada@example.com'
const byId = 'PATCH /contacts/external-id/POS-000001'
const remove = 'DELETE /contacts/external-id/POS-000001'
const get = 'GET /contacts/email/ada@example.com'
const scopes = ['contacts:read', 'contacts:write', 'contacts:delete'] as const
/** A write that the twin has taken, and whose answer a fault holds back until its client leaves. */
async function heldBack(mock: Mock) {
  mock.faults.add({ kind: 'delay', ms: 3_600_000 })
  const url = 'https://api.connectif.cloud/contacts/email/ada@example.com'
  const headers = { authorization: 'apiKey test:secret', 'content-type': 'application/json' }
  const leaving = new AbortController()
  const { signal } = leaving
  const taken = new Promise((resolve) => mock.journal.subscribe(resolve))
  const write = mock.fetch(url, { method: 'PATCH', headers, body: '{"_points":1}', signal })
  await taken
  const leave = async () => {
    leaving.abort()
    await expect(write).rejects.toThrow('abort')
  }
  return { leave }
}

const shop = { keys: { 'erp:1': scopes, 'crm:1': scopes } }

describe('two writes of one contact that are under way at once', () => {
  test('are a finding where they disagree', async () => {
    const { mock, ask } = aShop()

    await Promise.all([ask(byEmail, { _points: 1 }), ask(byEmail, { _points: 2 })])

    expect(found(mock)).toEqual([['contact-race', [1, 2]]])
    expect(mock.verdict().findings[0]?.sentence).toMatch(/under way at once: both write _points/)
  })

  test('are a finding by different addresses, and in different spellings', async () => {
    const { mock, ask } = aShop()

    await Promise.all([
      ask(byEmail.toUpperCase().replace('CONTACTS/EMAIL', 'contacts/email'), { _name: 'A' }),
      ask(byId, { _name: 'B' }),
    ])

    expect(found(mock)).toEqual([['contact-race', [1, 2]]])
  })

  test('are a finding where one deletes it', async () => {
    const { mock, ask } = aShop()
    await ask(byId, {})

    await Promise.all([ask(byEmail, { _points: 1 }), ask(remove)])

    expect(found(mock)).toEqual([['contact-race', [2, 3]]])
  })

  test('are a finding while a fault holds the answer back', async () => {
    const { mock, ask } = aShop()
    const { leave } = await heldBack(mock)

    await ask(byEmail, { _points: 2 })

    expect(found(mock)).toEqual([['contact-race', [1, 2]]])
    await leave()
  })

  test('are none once the client has given the first one up', async () => {
    const { mock, ask } = aShop()
    const { leave } = await heldBack(mock)

    await leave()
    await ask(byEmail, { _points: 2 })

    expect(mock.journal.calls({ status: 200 })).toHaveLength(2)
    expect(found(mock)).toEqual([])
  })

  test.for([
    ['equal ones', { _points: 1 }, { _points: 1 }],
    ['ones of different fields', { _points: 1 }, { _name: 'Eve' }],
    ['one that is refused', { _points: 1 }, { _points: 'x' }],
  ] as const)('are none: %s', async ([, one, other]) => {
    const { mock, ask } = aShop()

    await Promise.all([ask(byEmail, one), ask(byEmail, other)])

    expect(found(mock)).toEqual([])
  })

  test('are none where the contacts differ, or they follow each other', async () => {
    const { mock, ask } = aShop()

    await Promise.all([
      ask('PATCH /contacts/external-id/1', { _points: 1 }),
      ask('PATCH /contacts/external-id/2', { _points: 2 }),
    ])
    await ask(byEmail, { _points: 1 })
    await ask(byEmail, { _points: 2 })

    expect(found(mock)).toEqual([])
  })
})

describe('what is read, changed and written back', () => {
  test('by two at once is a finding, though both write the same number', async () => {
    const { mock, ask } = aShop()
    const increment = async () => {
      await ask(get)
      await ask(byEmail, { _points: 11 })
    }
    await ask(byEmail, { _points: 10 })

    await Promise.all([increment(), increment()])

    expect(found(mock)).toEqual([['contact-race', [4, 5]]])
  })

  test('by one key while another writes is a finding', async () => {
    const { mock, ask } = aShop({ accounts: { shop } })

    await ask(get, undefined, { key: 'erp:1' })
    await ask(byId, { _points: 11 }, { key: 'crm:1' })
    await ask(byEmail, { _points: 12 }, { key: 'erp:1' })

    expect(found(mock)).toEqual([['contact-race', [1, 2, 3]]])
  })

  test('by one key alone is none, and neither is what it reads again', async () => {
    const { mock, ask } = aShop({ accounts: { shop } })

    await ask(get, undefined, { key: 'erp:1' })
    await ask(byId, { _points: 11 }, { key: 'crm:1' })
    await ask(get, undefined, { key: 'erp:1' })
    await ask(byEmail, { _points: 12 }, { key: 'erp:1' })
    await ask(byEmail, { _points: 13 }, { key: 'erp:1' })

    expect(found(mock)).toEqual([])
  })
})
