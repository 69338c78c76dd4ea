import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { createMock, type Snapshot } from '../../mock/index.ts'
import { ask, callOf } from '../support/ask.ts'
import { allReads, aTwinToLiveIn, clock, live } from '../support/lived-in.ts'

const throughJson = (snapshot: Snapshot): Snapshot => JSON.parse(JSON.stringify(snapshot))

describe('a snapshot', () => {
  test('is plain JSON: the same after a trip through text', () => {
    const snapshot = live(aTwinToLiveIn()).snapshot()

    expect(throughJson(snapshot)).toEqual(snapshot)
  })

  test('says what it is, of which version, and when it was taken', () => {
    const mock = createMock({ clock })
    mock.clock.advance({ days: 1 })

    expect(mock.snapshot()).toEqual({
      format: 'connectif-mock',
      version: 2,
      now: Date.parse('2026-01-02T00:00:00Z'),
      frozen: true,
      accounts: {},
    })
  })

  test('is not changed by what happens later', () => {
    const mock = live(aTwinToLiveIn())
    const snapshot = mock.snapshot()
    const taken = JSON.stringify(snapshot)

    ask(mock, 'PATCH /contacts/external-id/POS-000001', { _points: 999 })
    mock.tracking.web().identify({ trackerId: 'anonymous', email: 'bob@example.com' })
    ask(mock, 'DELETE /contacts/email/eve@example.com')
    mock.clock.advance({ days: 100 })
    mock.reset()

    expect(JSON.stringify(snapshot)).toBe(taken)
  })

  test('has no one whose time was up when it was taken', () => {
    const mock = live(aTwinToLiveIn())
    const { now } = mock.snapshot()

    mock.clock.advance({ days: 90 })

    const state = mock.snapshot().accounts.test
    expect(state?.anonymous).toEqual([])
    expect(state?.activities.filter(({ type }) => type === 'contact-purged')).toMatchObject([
      { at: now + 90 * 86_400_000 },
      { at: now + 90 * 86_400_000 },
    ])
  })

  test('has no key in it', () => {
    const mock = createMock({ accounts: { main: { keys: { 'id:s3cr3t': ['contacts:write'] } } } })
    const undeclared = createMock()
    const headers = { authorization: 'apiKey id:s3cr3t', 'content-type': 'application/json' }
    for (const twin of [mock, undeclared]) {
      twin.handle(callOf('PATCH /contacts/external-id/42', {}, { headers }))
    }

    expect(JSON.stringify([mock.snapshot(), undeclared.snapshot()])).not.toContain('s3cr3t')
  })
})

describe('restoring a snapshot', () => {
  test('brings everything back, time included', () => {
    const mock = live(aTwinToLiveIn())
    const snapshot = mock.snapshot()
    const before = allReads(mock)
    ask(mock, 'DELETE /contacts/external-id/POS-000001')
    mock.clock.advance({ days: 100 })

    mock.restore(snapshot)

    expect(mock.snapshot()).toEqual(snapshot)
    expect(allReads(mock)).toEqual(before)
    expect(mock.clock.milliseconds()).toBe(snapshot.now)
  })

  test('may be done again and again, whatever happened in between', () => {
    const mock = live(aTwinToLiveIn())
    const snapshot = throughJson(mock.snapshot())

    for (const _ of [1, 2, 3]) {
      mock.restore(snapshot)
      ask(mock, 'DELETE /contacts/external-id/POS-000001')
      mock.tracking.web().pageView({ trackerId: 'another' })
    }
    mock.restore(snapshot)

    expect(mock.snapshot()).toEqual(snapshot)
  })

  test('goes on as the twin would have gone on: same ids, same bytes', () => {
    const goOn = (mock: ReturnType<typeof createMock>) => [
      ask(mock, 'PATCH /contacts/email/new@example.com', { _name: 'New' }).text,
      mock.tracking.web().pageView({ trackerId: 'anonymous' }),
      mock.tracking.web().identify({ trackerId: 'device', email: 'bob@example.com' }),
      mock.tracking.mobile().pageView({ trackerId: 'unknown' }),
      mock.clock.advance({ days: 200 }),
      allReads(mock),
    ]
    const mock = live(aTwinToLiveIn())
    const snapshot = throughJson(mock.snapshot())
    const expected = goOn(mock)

    mock.restore(snapshot)

    expect(goOn(mock)).toEqual(expected)
  })

  test('works in another twin', () => {
    const mock = live(aTwinToLiveIn())
    const other = createMock({ clock: '2030-01-01' })

    other.restore(throughJson(mock.snapshot()))

    expect(other.snapshot()).toEqual(mock.snapshot())
    expect(allReads(other)).toEqual(allReads(mock))
    expect(other.clock.now()).toEqual(mock.clock.now())
  })

  test('in another twin, a purge comes when it would have come', () => {
    const mock = live(aTwinToLiveIn())
    const other = createMock()
    other.restore(throughJson(mock.snapshot()))

    for (const twin of [mock, other]) twin.clock.advance({ days: 91 })

    expect(other.activities()).toEqual(mock.activities())
    expect(other.contacts.all()).toEqual(mock.contacts.all())
  })

  test('closes the accounts that it does not have', () => {
    const mock = createMock({ clock, seed: { contacts: [aContact()] } })
    const headers = { authorization: 'apiKey a:1', 'content-type': 'application/json' }
    const snapshot = mock.snapshot()
    mock.handle(callOf('DELETE /contacts/external-id/POS-000001', undefined, { headers }))
    expect(mock.account('a:1').contacts.count).toBe(0)

    mock.restore(snapshot)

    expect(mock.account('a:1').contacts.count).toBe(1)
  })

  test('leaves journal and faults as they are', () => {
    const mock = live(aTwinToLiveIn())
    const snapshot = mock.snapshot()
    mock.faults.add({ kind: 'timeout' })
    const { count } = mock.journal

    mock.restore(snapshot)

    expect([mock.journal.count, mock.faults.list().length]).toEqual([count, 1])
  })

  test.for([true, false])('brings back whether time stood still: %j', (frozen) => {
    const mock = createMock({ clock })
    if (!frozen) mock.clock.run()
    const snapshot = mock.snapshot()
    if (frozen) mock.clock.run()
    else mock.clock.freeze()

    mock.restore(snapshot)

    expect(mock.clock.isFrozen).toBe(frozen)
  })
})
