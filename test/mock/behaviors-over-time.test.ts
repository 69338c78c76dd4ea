import { describe, expect, test } from 'vitest'
import { aContact } from '../../mock/builders/samples.ts'
import { type Behaviors, createMock } from '../../mock/index.ts'
import { ask, askFreely } from '../support/ask.ts'

const email = 'ada@example.com'
const line = `PATCH /contacts/email/${email}`

function aTwin(behaviors: Partial<Behaviors> = {}) {
  return createMock({ clock: '2026-01-01T00:00:00Z', seed: { contacts: [aContact()] }, behaviors })
}

describe('updatedAt', () => {
  test.for([
    [{}, '2026-01-01T00:00:00.000Z'],
    [{ updatedAt: 'on-change' }, '2026-01-01T00:00:00.000Z'],
    [{ updatedAt: 'always' }, '2026-01-02T00:00:00.000Z'],
  ] as const)('with %j, a patch that changes nothing leaves it at %s', ([switches, at]) => {
    const mock = aTwin(switches)
    mock.clock.advance({ days: 1 })

    const replies = [{}, { _name: 'Ada' }].map((body) => ask(mock, line, body))

    expect(replies.map(({ json }) => json?._updatedAt)).toEqual([at, at])
  })

  test.for(['on-change', 'always'] as const)('with "%s", a change moves it', (updatedAt) => {
    const mock = aTwin({ updatedAt })
    mock.clock.advance({ days: 1 })

    expect(ask(mock, line, { _name: 'Eve' }).json?._updatedAt).toBe('2026-01-02T00:00:00.000Z')
  })
})

describe('mergedFields', () => {
  test.for([
    [{}, 'Ada'],
    [{ mergedFields: 'survivor' }, 'Ada'],
    [{ mergedFields: 'anonymous' }, 'Eve'],
  ] as const)('with %j, a merged contact is named %s', ([switches, name]) => {
    const mock = aTwin(switches)
    const web = mock.tracking.web()
    web.identify({ trackerId: 't', _name: 'Eve' })

    web.identify({ trackerId: 't', email })

    expect(mock.contacts.all()).toMatchObject([
      { _name: name, _email: email, _externalId: 'POS-000001' },
    ])
  })
})

describe('trackedExternalId', () => {
  const who = { trackerId: 't', email, _externalId: '43' }

  test.for([{}, { trackedExternalId: 'refuse' }] as const)(
    'with %j, an External ID that tracking brings is refused',
    (switches) => {
      const mock = aTwin(switches)

      expect(() => mock.tracking.web().identify(who)).toThrow('external-id-not-tracked')
      expect(mock.contacts.find({ externalId: '43' })).toBeUndefined()
    },
  )

  test('with trackedExternalId "ignore", all but the External ID is taken', () => {
    const mock = aTwin({ trackedExternalId: 'ignore' })

    mock.tracking.web().identify({ ...who, _points: 3 })

    expect(mock.contacts.all()).toMatchObject([{ _externalId: 'POS-000001', _points: 3 }])
  })
})

describe('readDelaySeconds', () => {
  const pointsOf = (mock: ReturnType<typeof aTwin>) =>
    ask(mock, `GET /contacts/email/${email}`).json?._points

  test.for([{}, { readDelaySeconds: 0 }])('with %j, a write is read at once', (switches) => {
    const mock = aTwin(switches)

    ask(mock, line, { _points: 1 })

    expect(pointsOf(mock)).toBe(1)
  })

  test('with readDelaySeconds: 10, a write is read 10 seconds later to the millisecond', () => {
    const mock = aTwin({ readDelaySeconds: 10 })

    const written = ask(mock, line, { _points: 1 })

    expect(written.json?._points).toBe(1)
    expect(pointsOf(mock)).toBe(120)
    mock.clock.advance({ milliseconds: 9_999 })
    expect(pointsOf(mock)).toBe(120)
    mock.clock.advance({ milliseconds: 1 })
    expect(pointsOf(mock)).toBe(1)
  })

  test('each write is read in its own time', () => {
    const mock = aTwin({ readDelaySeconds: 10 })
    ask(mock, line, { _points: 1 })
    mock.clock.advance({ seconds: 6 })
    ask(mock, line, { _points: 2 })

    const read = [0, 4, 6].map((seconds) => {
      mock.clock.advance({ seconds })
      return pointsOf(mock)
    })

    expect(read).toEqual([120, 1, 2])
  })

  test('a new contact is a 404 at first, and patched all the same', () => {
    const mock = aTwin({ readDelaySeconds: 10 })
    ask(mock, 'PATCH /contacts/external-id/42', { _points: 1 })

    expect(ask(mock, 'GET /contacts/external-id/42').status).toBe(404)
    expect(ask(mock, 'PATCH /contacts/external-id/42', { _name: 'Bob' }).json).toMatchObject({
      _points: 1,
    })
    mock.clock.advance({ seconds: 10 })
    expect(ask(mock, 'GET /contacts/external-id/42').json).toMatchObject({ _name: 'Bob' })
  })

  test('rules see every write at once: a taken identifier is refused', () => {
    const mock = aTwin({ readDelaySeconds: 10 })
    ask(mock, 'PATCH /contacts/external-id/42', {})

    const taking = askFreely(mock, line, { _externalId: '42' })

    expect(taking).toMatchObject({ status: 422, rule: 'external-id-unique' })
  })

  test.for([-1, Number.NaN, Number.POSITIVE_INFINITY, '10'])(
    '%s is an Error',
    (readDelaySeconds) => {
      expect(() => aTwin({ readDelaySeconds } as Partial<Behaviors>)).toThrow('readDelaySeconds')
    },
  )
})
