import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import {
  type BulkState,
  type Checkpoint,
  Connectif,
  type ConnectifOptions,
  fileCheckpoint,
} from '../../sdk/index.ts'

function aShop(options: Partial<ConnectifOptions> = {}) {
  const mock = createMock()
  const connectif = new Connectif({ apiKey: 'test:secret', fetch: mock.fetch, ...options })
  return { mock, connectif }
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ _externalId: `K ${at}`, _points: at }))

/** A checkpoint in memory, and what was saved there. */
function aCheckpoint(): Checkpoint & { saved: BulkState[] } {
  const saved: BulkState[] = []
  return {
    saved,
    load: () => saved.at(-1),
    save: (state) => {
      saved.push(structuredClone(state))
    },
  }
}

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

test('an abort ends the run with its reason, and the checkpoint has what is done', async () => {
  const { connectif, mock } = aShop()
  const checkpoint = aCheckpoint()
  const controller = new AbortController()
  const run = connectif.contacts.upsertMany(rows(100), { checkpoint, signal: controller.signal })

  const reading = (async () => {
    for await (const { position } of run) if (position === 50) controller.abort('enough')
  })()

  await expect(reading).rejects.toBe('enough')
  await expect(run).rejects.toBe('enough')
  const { position, done } = checkpoint.saved.at(-1) as BulkState
  expect(position + done.length).toBeLessThanOrEqual(mock.contacts.count)
  expect(mock.contacts.count - position - done.length).toBeLessThanOrEqual(10)
})

test.for([401, 403])(
  'a %i ends the run, and a resume sends all that was not done',
  async (status) => {
    const { connectif, mock } = aShop()
    const checkpoint = aCheckpoint()
    mock.faults.add({ kind: 'status', status, nth: 30, times: 100 })

    await expect(connectif.contacts.upsertMany(rows(100), { checkpoint })).rejects.toMatchObject({
      status,
    })
    mock.faults.clear()
    const report = await connectif.contacts.upsertMany(rows(100), { checkpoint })

    expect(report).toMatchObject({ done: 100, failed: 0 })
    expect(mock.contacts.count).toBe(100)
  },
)

test('what fails for good is an item that failed, and the run goes on', async () => {
  const { connectif, mock } = aShop({ maxRetries: 1 })
  mock.faults.add({ kind: 'status', status: 503, address: 'K 7', times: 2 })

  const report = await connectif.contacts.upsertMany(rows(20), { keepFailures: 0 })

  expect(report).toMatchObject({ done: 20, created: 19, failed: 1, failures: [] })
})

test('a source that throws ends the run with its error', async () => {
  const { connectif } = aShop()
  function* broken() {
    yield* rows(3)
    throw new Error('the cursor is gone')
  }

  await expect(connectif.contacts.upsertMany(broken())).rejects.toThrow('the cursor is gone')
})

test('a file is a checkpoint: a run that has ended sends nothing again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'connectif-checkpoint-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'customers.json')
  const { connectif, mock } = aShop()
  const options = { checkpoint: fileCheckpoint(path) }

  const first = await connectif.contacts.upsertMany(rows(50), options)
  const calls = mock.journal.count
  const second = await connectif.contacts.upsertMany(rows(50), options)

  expect(second).toEqual(first)
  expect(mock.journal.count).toBe(calls)
  expect(await readFile(path, 'utf8')).not.toContain('K 1')
  await expect(
    connectif.contacts.deleteMany([], { checkpoint: fileCheckpoint(path) }),
  ).rejects.toThrow('the checkpoint is not one of contacts.deleteMany')
  await writeFile(path, 'no JSON')
  await expect(connectif.contacts.upsertMany([], options)).rejects.toThrow('is no checkpoint')
})

test('a checkpoint that cannot be saved ends the run', async () => {
  const { connectif } = aShop()
  const options = { checkpoint: fileCheckpoint('/nowhere/at/all.json') }

  await expect(connectif.contacts.upsertMany(rows(5), options)).rejects.toThrow('cannot be written')
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
