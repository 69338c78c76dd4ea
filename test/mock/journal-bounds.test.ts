import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMock, type JournalEntry, type Mock } from '../../mock/index.ts'
import { ask } from '../support/ask.ts'

const numbers = (entries: readonly JournalEntry[]) => entries.map(({ number }) => number)

/** Asks a twin so many times. */
function talk(mock: Mock, times: number) {
  for (let time = 0; time < times; time++) ask(mock, 'GET /contacts/external-id/42')
}

describe('the capacity of the journal', () => {
  test('is 10 000 calls by default; all are counted', () => {
    const mock = createMock()

    talk(mock, 10_001)

    expect(mock.journal.count).toBe(10_001)
    expect(mock.journal.calls()).toHaveLength(10_000)
    expect(mock.journal.calls()[0]?.number).toBe(2)
  })

  test('0 holds none, but counts, and tells listeners', () => {
    const mock = createMock({ journalCapacity: 0 })
    const heard: number[] = []
    mock.journal.subscribe(({ number }) => heard.push(number))

    talk(mock, 3)

    expect(mock.journal.count).toBe(3)
    expect(mock.journal.calls()).toEqual([])
    expect(heard).toEqual([1, 2, 3])
  })

  test('1 holds the last one', () => {
    const mock = createMock({ journalCapacity: 1 })

    const held = [1, 2, 3].map(() => {
      talk(mock, 1)
      return numbers(mock.journal.calls())
    })

    expect(held).toEqual([[1], [2], [3]])
  })

  test('of any size holds the last calls, oldest first, also after they were cleared', () => {
    const calls = fc.integer({ min: 0, max: 25 })
    const last = (count: number, capacity: number) =>
      Array.from({ length: count }, (_, index) => index + 1).slice(-capacity || count)

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), calls, calls, (capacity, first, second) => {
        const mock = createMock({ journalCapacity: capacity })
        for (const count of [first, second]) {
          talk(mock, count)
          expect(numbers(mock.journal.calls())).toEqual(last(count, capacity))
          expect(mock.journal.count).toBe(count)
          mock.journal.clear()
        }
      }),
    )
  })

  test('may be endless', () => {
    const mock = createMock({ journalCapacity: Number.POSITIVE_INFINITY })

    talk(mock, 5)

    expect(numbers(mock.journal.calls())).toEqual([1, 2, 3, 4, 5])
  })

  test.for([-1, 1.5, Number.NaN, '5'])('is not %j', (capacity) => {
    expect(() => createMock({ journalCapacity: capacity as number })).toThrow(
      'the capacity of the journal must be',
    )
  })
})

describe('who listens to the journal', () => {
  test('hears of every call from now on, once, until that is ended', () => {
    const mock = createMock()
    const heard: number[] = []
    const listener = ({ number }: JournalEntry) => heard.push(number)
    talk(mock, 1)

    const end = mock.journal.subscribe(listener)
    mock.journal.subscribe(listener)
    talk(mock, 2)
    end()
    end()
    talk(mock, 1)

    expect(heard).toEqual([2, 3])
  })

  test('is given the entry that the journal holds, after it is held', () => {
    const mock = createMock()
    const held: JournalEntry[][] = []
    mock.journal.subscribe(() => held.push(mock.journal.calls()))

    talk(mock, 2)

    expect(held.map(numbers)).toEqual([[1], [1, 2]])
    expect(held[1]?.[1]).toEqual(mock.journal.calls()[1])
  })

  test('may end it, and begin it for others, while listening', () => {
    const mock = createMock()
    const heard: string[] = []
    const end = mock.journal.subscribe(() => {
      heard.push('first')
      end()
    })
    mock.journal.subscribe(() => heard.push('second'))

    talk(mock, 2)

    expect(heard).toEqual(['first', 'second', 'second'])
  })

  test('still hears after the calls were forgotten', () => {
    const mock = createMock()
    const heard: number[] = []
    mock.journal.subscribe(({ number }) => heard.push(number))

    talk(mock, 1)
    mock.journal.clear()
    talk(mock, 1)
    mock.reset()
    talk(mock, 1)

    expect(heard).toEqual([1, 1, 1])
  })
})

test('clear forgets the calls, and counts from 1 again', () => {
  const mock = createMock({ journalCapacity: 3 })
  talk(mock, 5)

  mock.journal.clear()

  expect([mock.journal.count, mock.journal.calls()]).toEqual([0, []])
  talk(mock, 1)
  expect(numbers(mock.journal.calls())).toEqual([1])
})
