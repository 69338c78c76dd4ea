import { afterEach, describe, expect, test, vi } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'
import { allReads, aTwinToLiveIn, live } from '../support/lived-in.ts'
import { aTwinToSendTo } from '../support/matching.ts'

const start = '2026-01-01T00:00:00.000Z'
const seed = { contacts: [aContact()], products: [aProduct()], purchases: [aPurchase()] }
const get = 'GET /contacts/external-id/POS-000001'

afterEach(() => {
  vi.useRealTimers()
})

describe('reset', () => {
  test('gives a twin that cannot be told from a new one', () => {
    const mock = live(aTwinToLiveIn())
    mock.clock.advance({ days: 100 })
    mock.clock.run()

    mock.reset()

    const fresh = aTwinToLiveIn()
    expect(mock.snapshot()).toEqual(fresh.snapshot())
    expect(allReads(live(mock))).toEqual(allReads(live(fresh)))
  })

  test('brings the clock back to its start, where it stands still', () => {
    const mock = createMock({ clock: start })
    mock.clock.advance({ days: 1 })
    mock.clock.run()

    mock.reset()

    expect(mock.clock.now().toISOString()).toBe(start)
    expect(mock.clock.isFrozen).toBe(true)
  })

  test('brings a clock without a start back to that of the machine, going with it', () => {
    vi.useFakeTimers({ now: new Date(start) })
    const mock = createMock()
    mock.clock.advance({ days: 1 })
    mock.clock.freeze()

    mock.reset()
    vi.advanceTimersByTime(1000)

    expect(mock.clock.now().toISOString()).toBe('2026-01-01T00:00:01.000Z')
    expect(mock.clock.isFrozen).toBe(false)
  })

  test('takes faults away, and counts them anew', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    mock.faults.add({ kind: 'status', status: 503, times: 9 })
    expect(send(get).status).toBe(503)

    mock.reset()

    expect(mock.faults.list()).toEqual([])
    expect(send(get).status).toBe(200)
  })

  test('forgets the journal', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    send(get)

    mock.reset()

    expect([mock.journal.count, mock.journal.calls()]).toEqual([0, []])
  })

  test('gives every key all its calls again', () => {
    const { mock, send } = aTwinToSendTo({ seed, rateLimit: { limit: 2 } })
    const spend = () => [1, 2, 3].map(() => send(get).status)
    expect(spend()).toEqual([200, 200, 429])

    mock.reset()

    expect(spend()).toEqual([200, 200, 429])
  })

  test('forgets who was tracked, and the activities', () => {
    const { mock } = aTwinToSendTo({ seed })
    const web = mock.tracking.web()
    const before = web.pageView({ trackerId: 't' })

    mock.reset()

    expect(mock.contacts.count).toBe(1)
    expect(mock.activities().map(({ type }) => type)).toEqual(['contact-created', 'purchase'])
    web.identify({ trackerId: 't', email: 'bob@example.com' })
    expect(mock.contacts.find({ email: 'bob@example.com' })?.id).toBe(before)
  })

  test('forgets fields and event types that were made, and keeps those that were declared', () => {
    const mock = live(aTwinToLiveIn())
    ask(mock, 'POST /contact-fields/', { id: 'made', name: 'Made', type: 'text' })
    ask(mock, 'DELETE /contact-fields/tier')

    mock.reset()

    const fields = ask(mock, 'GET /contact-fields/').text
    expect(JSON.parse(fields).map(({ id }: { id: string }) => id)).toEqual([
      'tier',
      'shoeSize',
      'motto',
    ])
    expect(ask(mock, 'GET /custom-event-types/').text).toBe('[]')
  })

  test('closes the accounts of all keys', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    for (const key of ['a:1', 'b:2']) send('PATCH /contacts/external-id/2', {}, key)

    mock.reset()

    expect(mock.contacts.count).toBe(1)
    expect(mock.account('b:2').contacts.count).toBe(1)
    expect(mock.snapshot().accounts).not.toHaveProperty('a')
  })

  test('works again and again, and before anything happened', () => {
    const mock = createMock({ clock: start, seed })
    const { text } = ask(mock, get)

    for (const _ of [1, 2, 3]) {
      mock.reset()
      mock.reset()
      expect(ask(mock, get).text).toBe(text)
      ask(mock, 'DELETE /contacts/external-id/POS-000001')
    }
  })

  test('opens a seed that is a function as it was made, without making it again', () => {
    let made = 0
    const mock = createMock({
      seed: () => {
        made += 1
        return seed
      },
    })

    mock.reset()

    expect([made, mock.contacts.count]).toEqual([1, 1])
  })

  test('is heard of by records that a test holds', () => {
    const { mock, send } = aTwinToSendTo({ seed })
    const account = mock.account('test:secret')
    send('DELETE /contacts/external-id/POS-000001')
    expect(account.contacts.count).toBe(0)

    mock.reset()

    expect(account.contacts.count).toBe(1)
  })
})
