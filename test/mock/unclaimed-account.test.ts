import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const seed = { contacts: [aContact()] }
const get = 'GET /contacts/external-id/POS-000001'

describe('before any key was used', () => {
  test('the twin shows an account as the seed has it', () => {
    const { mock } = aTwinToSendTo({ seed })

    expect(mock.contacts.all()).toMatchObject([{ _email: 'ada@example.com' }])
    expect(mock.activities()).toMatchObject([{ type: 'contact-created', origin: 'api' }])
    expect([mock.purchases.count, mock.products.count]).toEqual([0, 0])
  })

  test('what is tracked stays, and the first key takes it over', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    const id = mock.tracking.web().pageView({ trackerId: 't' })
    expect(mock.contacts.find({ id })).toMatchObject({ _isAnonymous: true })

    expect(send(get).status).toBe(200)

    expect(mock.contacts.find({ id })).toBeDefined()
    expect(mock.account('test:secret').contacts.count).toBe(2)
    expect(mock.tracking.web().pageView({ trackerId: 't' })).toBe(id)
  })

  test('only the first key takes it over, the second starts from the seed', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.tracking.web().pageView({ trackerId: 't' })

    for (const key of ['a:1', 'b:2']) send(get, undefined, key)

    expect(mock.account('a:1').contacts.count).toBe(2)
    expect(mock.account('b:2').contacts.count).toBe(1)
  })

  test('to look at the account of a key is to use the key', () => {
    const { mock } = aTwinToSendTo({ seed })
    mock.tracking.web().pageView({ trackerId: 't' })

    expect(mock.account('a:1').contacts.count).toBe(2)
    expect(mock.account('b:2').contacts.count).toBe(1)
  })

  test('a key that is refused takes nothing over', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.tracking.web().pageView({ trackerId: 't' })

    expect(send(get, undefined, 'bad').status).toBe(401)
    send('GET /nothing', undefined, 'b:2')

    expect(mock.account('a:1').contacts.count).toBe(2)
  })

  test('anonymous contacts of it are purged as any', () => {
    const { mock, send } = aTwinToSendTo()
    const contactId = mock.tracking.web().pageView({ trackerId: 't' })

    mock.clock.advance({ days: 90 })
    send('GET /contacts/external-id/1')

    expect(mock.contacts.count).toBe(0)
    expect(mock.activities()).toMatchObject([{ type: 'contact-purged', contactId }])
  })

  test('the tracking and the records that a test holds go with it', () => {
    const { mock, send } = aTwinToSendTo()
    const [web, contacts] = [mock.tracking.web(), mock.contacts]
    web.pageView({ trackerId: '1' })
    send('PATCH /contacts/external-id/2', {})

    web.pageView({ trackerId: '2' })

    expect(contacts.count).toBe(3)
    expect(mock.account('test:secret').contacts.count).toBe(3)
  })

  test('a snapshot has it, and brings it back', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    const id = mock.tracking.web().pageView({ trackerId: 't' })
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()))
    mock.clock.advance({ days: 90 })

    mock.restore(snapshot)

    expect(mock.contacts.find({ id })).toBeDefined()
    send(get)
    expect(mock.account('test:secret').contacts.find({ id })).toBeDefined()
    expect(mock.contacts.count).toBe(2)
  })

  test('a snapshot of it brings it back, also after a key took it over', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    const id = mock.tracking.web().pageView({ trackerId: 't' })
    const snapshot = mock.snapshot()
    send('DELETE /contacts/external-id/POS-000001')

    mock.restore(snapshot)

    expect(mock.contacts.count).toBe(2)
    expect(send(get).status).toBe(200)
    expect(mock.account('test:secret').contacts.find({ id })).toBeDefined()
  })

  test('a reset drops it', () => {
    const { mock } = aTwinToSendTo({ seed })
    mock.tracking.web().pageView({ trackerId: 't' })

    mock.reset()

    expect(mock.contacts.count).toBe(1)
    expect(mock.account('a:1').contacts.count).toBe(1)
  })
})

describe('where accounts are declared', () => {
  test('there is nothing to take over: the only one is meant from the start', () => {
    const accounts = { main: { keys: { 'a:1': ['contacts:read'] as const } } }
    const { mock, send } = aTwinToSendTo({ seed, accounts })
    const id = mock.tracking.web().pageView({ trackerId: 't' })

    send(get, undefined, 'a:1')

    expect(mock.account('a:1').contacts.find({ id })).toBeDefined()
    expect(Object.keys(mock.snapshot().accounts)).toEqual(['main'])
  })

  test('of several, it has to be said which is meant', () => {
    const keys = (key: string) => ({ keys: { [key]: ['contacts:read'] as const } })
    const { mock } = aTwinToSendTo({ accounts: { main: keys('a:1'), other: keys('b:2') } })

    expect(() => mock.contacts.count).toThrow('several accounts are open')
    expect(() => mock.tracking.web().pageView({ trackerId: 't' })).toThrow(
      'several accounts are open: say which, by mock.account(apiKey)',
    )
    expect(mock.account('b:2').contacts.count).toBe(0)
  })
})
