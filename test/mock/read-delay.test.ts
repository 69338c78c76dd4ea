import { describe, expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { type Behaviors, createMock, type Seed } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

const address = '/contacts/email/ada@example.com'

function aTwin(readDelaySeconds?: number, seed: Seed = {}) {
  const behaviors: Partial<Behaviors> = readDelaySeconds === undefined ? {} : { readDelaySeconds }
  const mock = createMock({ clock: '2026-01-01T00:00:00Z', seed, behaviors })
  return {
    mock,
    write: (fields: object) => ask(mock, `PATCH ${address}`, fields),
    read: () => ask(mock, `GET ${address}`),
  }
}

describe('with readDelaySeconds', () => {
  test.for([undefined, 0])('%j, reads show every write at once', (delay) => {
    const { write, read } = aTwin(delay)

    write({ _points: 1 })
    expect(read().json?._points).toBe(1)
    write({ _points: 2 })
    expect(read().json?._points).toBe(2)
  })

  test('a new contact is unknown to reads until its time is up', () => {
    const { mock, write, read } = aTwin(10)
    expect(write({ _points: 1 })).toMatchObject({ status: 200, json: { _points: 1 } })

    expect(read().status).toBe(404)
    mock.clock.advance({ milliseconds: 9999 })
    expect(read().status).toBe(404)
    mock.clock.advance({ milliseconds: 1 })

    expect(read()).toMatchObject({ status: 200, json: { _points: 1 } })
  })

  test('each write is shown after its own time, in order', () => {
    const { mock, write, read } = aTwin(10)
    const shown = () => read().json?._points
    write({ _points: 1 })
    mock.clock.advance({ seconds: 4 })
    write({ _points: 2 })
    mock.clock.advance({ seconds: 4 })
    write({ _points: 3 })

    const seen = [2, 3, 1, 3, 1].map((seconds) => {
      mock.clock.advance({ seconds })
      return shown()
    })

    expect(seen).toEqual([1, 1, 2, 2, 3])
  })

  test('the answer to a write shows it, and so does the twin itself', () => {
    const { mock, write } = aTwin(10, { contacts: [aContact()] })
    mock.clock.advance({ days: 1 })

    expect(write({ _points: 7 }).json?._points).toBe(7)

    expect(mock.contacts.all()).toMatchObject([{ _points: 7 }])
    expect(mock.diff().contacts.updated).toMatchObject([{ after: { _points: 7 } }])
  })

  test('rules see every write at once', () => {
    const { mock, write } = aTwin(10, { products: [aProduct()] })
    write({ _externalId: '42' })

    const taking = ask(mock, 'PATCH /contacts/email/b@example.com', { _externalId: '42' })
    const buying = ask(mock, 'POST /purchases/', aPurchase({ contactExternalId: '42' }))

    expect([taking.rule, buying.status]).toEqual(['external-id-unique', 201])
  })

  test('a contact of the seed is there from the start', () => {
    const { read } = aTwin(10, { contacts: [aContact()] })

    expect(read().status).toBe(200)
  })

  test('a contact that was deleted is gone at once, and new when it comes back', () => {
    const { mock, write, read } = aTwin(10)
    write({})
    mock.clock.advance({ seconds: 10 })
    ask(mock, `DELETE ${address}`)
    expect(read().status).toBe(404)

    write({})
    expect(read().status).toBe(404)
    mock.clock.advance({ seconds: 10 })

    expect(read().status).toBe(200)
  })

  test('after a reset nothing is held back', () => {
    const { mock, write, read } = aTwin(10, { contacts: [aContact({ _points: 1 })] })
    mock.clock.advance({ days: 1 })
    write({ _points: 7 })

    mock.reset()

    expect(read().json?._points).toBe(1)
  })

  test('after a snapshot was restored, reads show what it has', () => {
    const { mock, write, read } = aTwin(10)
    write({ _points: 1 })
    mock.clock.advance({ seconds: 10 })
    const snapshot = mock.snapshot()
    write({ _points: 2 })

    mock.restore(snapshot)

    expect(read().json?._points).toBe(1)
  })

  test.for([-1, Number.NaN, Number.POSITIVE_INFINITY, '10'])('%j is refused', (delay) => {
    expect(() => aTwin(delay as number)).toThrow('behaviors has no readDelaySeconds')
  })
})
