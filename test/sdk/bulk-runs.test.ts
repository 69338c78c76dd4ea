import { expect, test } from 'vitest'
import { Connectif } from '../../sdk/index.ts'
import { aShop, rows } from './bulk.ts'

test('no more are on their way than concurrency says, and the first goes alone', async () => {
  const { mock } = aShop()
  let inFlight = 0
  const seen: number[] = []
  const connectif = new Connectif({
    apiKey: 'test:secret',
    fetch: async (request) => {
      inFlight += 1
      seen.push(inFlight)
      const response = await mock.fetch(request)
      await new Promise((resolve) => setImmediate(resolve))
      inFlight -= 1
      return response
    },
  })

  await connectif.contacts.upsertMany(rows(40), { concurrency: 4 })

  expect(seen.slice(0, 2)).toEqual([1, 1])
  expect(Math.max(...seen)).toBe(4)
})

test.for([1, 2, 3])('%i at a time: it comes to its end', async (concurrency) => {
  const { connectif, mock } = aShop()

  const report = await connectif.contacts.upsertMany(rows(20), { concurrency })

  expect(report).toMatchObject({ done: 20, created: 20 })
  expect(mock.journal.count).toBe(20)
})

test('items with an identifier in common keep their order, others overtake them', async () => {
  const { mock } = aShop()
  const sent: unknown[] = []
  const connectif = new Connectif({
    apiKey: 'test:secret',
    fetch: async (request) => {
      const { _points } = await request.clone().json()
      // The earlier of two takes longer.
      for (let waits = 12 - _points; waits > 0; waits--) {
        await new Promise((resolve) => setImmediate(resolve))
      }
      sent.push(_points)
      return mock.fetch(request)
    },
  })

  await connectif.contacts.upsertMany([
    { _externalId: 'first', _points: 0 },
    { _externalId: 'K', _email: 'ada@example.com', _points: 1 },
    { _email: ' ADA@example.com'.trim(), _points: 2 },
    { _externalId: 'K', _points: 3 },
    { _externalId: 'L', _points: 10 },
  ])

  expect(sent).toEqual([0, 10, 1, 2, 3])
  expect(mock.contacts.find({ externalId: 'K' })?._points).toBe(3)
})

async function* oneByOne<T>(items: T[]) {
  for (const item of items) yield item
}

/** A stream of these rows. */
function streamOf<T>(items: T[]): ReadableStream<T> {
  return new Blob([]).stream().pipeThrough(
    new TransformStream<unknown, T>({
      flush(controller) {
        for (const item of items) controller.enqueue(item)
      },
    }),
  )
}

test.for<[string, () => AsyncIterable<object> | Iterable<object> | ReadableStream]>([
  ['a generator', () => rows(30).values()],
  ['an async generator', () => oneByOne(rows(30))],
  ['a stream', () => streamOf(rows(30))],
  ['a Set', () => new Set(rows(30))],
])('%s is a source, taken no faster than it is sent', async ([, make]) => {
  const { connectif, mock } = aShop()

  const report = await connectif.contacts.upsertMany(make() as Iterable<{ _email: string }>)

  expect(report).toMatchObject({ done: 30, created: 30 })
  expect(mock.contacts.count).toBe(30)
})

test('leaving the loop ends the run after the items in flight, and tells the source', async () => {
  const { connectif, mock } = aShop()
  let taken = 0
  let isClosed = false
  function* source() {
    try {
      for (const row of rows(1000)) {
        taken += 1
        yield row
      }
    } finally {
      isClosed = true
    }
  }

  const run = connectif.contacts.upsertMany(source(), { concurrency: 5 })
  for await (const { position } of run) if (position === 20) break

  const { done } = await run
  expect(isClosed).toBe(true)
  expect(taken).toBeLessThan(50)
  expect(mock.contacts.count).toBe(done)
})

test('contacts are deleted by either identifier', async () => {
  const { connectif, mock } = aShop()
  await connectif.contacts.upsertMany([{ _externalId: 'K 1' }, { _email: 'ada@example.com' }])

  const report = await connectif.contacts.deleteMany([
    { externalId: 'K 1' },
    { email: 'ada@example.com' },
    { externalId: '' },
  ])

  expect(report).toMatchObject({ done: 3, deleted: 2, failed: 1 })
  expect(mock.contacts.count).toBe(0)
})

test.for([{ concurrency: 0 }, { concurrency: 1.5 }, { keepFailures: -1 }, { importAbove: -1 }])(
  '%j is refused before anything is sent',
  async (options) => {
    const { connectif, mock } = aShop()

    await expect(connectif.contacts.upsertMany(rows(1), options)).rejects.toMatchObject({
      name: 'ConnectifError',
    })

    expect(mock.journal.count).toBe(0)
  },
)
