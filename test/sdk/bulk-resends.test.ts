import { expect, test } from 'vitest'
import { aContact, aProduct, aPurchase } from '../../mock/builders/samples.ts'
import { createMock } from '../../mock/index.ts'
import { deferred } from '../../sdk/bulk/deferred.ts'
import {
  type BulkState,
  type Checkpoint,
  Connectif,
  type ConnectifOptions,
  type PurchaseCreation,
} from '../../sdk/index.ts'
import { rows } from './bulk.ts'

function aShop(options: Partial<ConnectifOptions> = {}) {
  const seed = { contacts: [aContact({ _email: 'ada@example.com' })], products: [aProduct()] }
  const mock = createMock({ seed })
  const client = { apiKey: 'test:secret', fetch: mock.fetch, maxRetries: 0, ...options }
  return { mock, connectif: new Connectif(client) }
}

/** A checkpoint in memory. */
function aCheckpoint(state?: BulkState): Checkpoint & { state: BulkState | undefined } {
  return {
    state,
    load() {
      return this.state
    },
    save(next) {
      this.state = next
    },
  }
}

test('what failed only for now is sent again by the next run, and counted once', async () => {
  const { connectif, mock } = aShop()
  const checkpoint = aCheckpoint()
  mock.faults.add({ kind: 'status', status: 503, address: 'K 7' })
  mock.faults.add({ kind: 'reset', address: 'K 9' })
  const items = [...rows(20), { _externalId: 'x'.repeat(51) }]
  const load = () => connectif.contacts.upsertMany(items, { checkpoint })

  const first = await load()
  const calls = mock.journal.count
  const second = await load()
  const again = mock.journal.calls().slice(calls)
  const third = await load()

  expect(first).toMatchObject({ done: 21, created: 18, failed: 3 })
  expect(again.map(({ requestBody }) => requestBody).toSorted()).toEqual([
    '{"_points":7}',
    '{"_points":9}',
  ])
  expect(second).toMatchObject({ done: 21, created: 20, failed: 1, failures: [] })
  expect(third).toEqual(second)
  expect(mock.journal.count).toBe(calls + 2)
  expect(checkpoint.state).toEqual({
    ...{ version: 1, operation: 'contacts.upsertMany', strategy: 'calls', position: 21, done: [] },
    counts: { created: 20, failed: 1 },
  })
})

test('what fails for now again and again stays to be sent', async () => {
  const { connectif, mock } = aShop()
  const checkpoint = aCheckpoint()
  mock.faults.add({ kind: 'status', status: 500, address: 'K 2', times: 2 })
  const load = () => connectif.contacts.upsertMany(rows(5), { checkpoint })

  expect(await load()).toMatchObject({ done: 5, created: 4, failed: 1 })
  expect(await load()).toMatchObject({ done: 5, created: 4, failed: 1 })
  expect(await load()).toMatchObject({ done: 5, created: 5, failed: 0 })
})

test('a run that was ended in the middle has kept what failed for now', async () => {
  const { connectif, mock } = aShop()
  const checkpoint = aCheckpoint()
  const { signal, abort } = withAbort()
  mock.faults.add({ kind: 'status', status: 503, address: 'K 7' })
  const left = connectif.contacts.upsertMany(rows(60), { checkpoint, signal })

  const reading = (async () => {
    for await (const { position } of left) if (position === 30) abort('enough')
  })()
  await expect(reading).rejects.toBe('enough')
  const { again, counts } = checkpoint.state as BulkState
  const report = await connectif.contacts.upsertMany(rows(60), { checkpoint })

  expect([again, counts.failed]).toEqual([[7], 1])
  expect(report).toMatchObject({ done: 60, failed: 0, failures: [] })
  expect(mock.contacts.count).toBe(61)
})

function withAbort() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: (reason: string) => controller.abort(reason) }
}

const email = 'eve@example.com'
/** One contact, by either identifier; the second item fails for now. */
const linked = [
  { _externalId: 'first' },
  { _externalId: 'K', _email: email, _points: 0 },
  { _externalId: 'K', _points: 1 },
  { _email: email, _points: 2 },
  { _externalId: 'K', _points: 3 },
  { _externalId: 'other', _points: 9 },
]

/** Lets the first call for these wait until all items were taken, so that they are in one line. */
function inOneLine(mock: ReturnType<typeof createMock>) {
  const taken = deferred<void>()
  function* source() {
    yield* linked
    taken.resolve()
  }
  const fetch = async (request: Request) => {
    if (!request.url.endsWith('/first')) await taken.promise
    return mock.fetch(request)
  }
  return { source, connectif: new Connectif({ apiKey: 'test:secret', fetch, maxRetries: 0 }) }
}

const points = (mock: ReturnType<typeof createMock>, from = 0) =>
  mock.journal
    .calls()
    .slice(from)
    .map(({ requestBody }) => JSON.parse(requestBody ?? '')._points)

test('items after one that failed for now keep their order: the next run sends them', async () => {
  const { mock } = aShop()
  const checkpoint = aCheckpoint()
  mock.faults.add({ kind: 'status', status: 503, address: 'K', nth: 2 })
  const { source, connectif } = inOneLine(mock)

  const { created, failed, failures } = await connectif.contacts.upsertMany(source(), {
    checkpoint,
  })
  const calls = mock.journal.count
  const second = await connectif.contacts.upsertMany(linked, { checkpoint, concurrency: 3 })

  expect([created, failed, failures.map(({ position }) => position)]).toEqual([3, 3, [2, 3, 4]])
  expect(failures[1]?.reason).toMatch(/^not sent: .* failed only for now$/)
  expect(points(mock).slice(0, calls).toSorted()).toEqual([0, 1, 9, undefined])
  expect(points(mock, calls)).toEqual([1, 2, 3])
  expect(second).toMatchObject({ done: 6, failed: 0 })
  expect(mock.contacts.find({ email })?._points).toBe(3)
})

test('without a checkpoint there is no next run: items after one that failed are sent', async () => {
  const { mock } = aShop()
  mock.faults.add({ kind: 'status', status: 503, address: 'K', nth: 2 })
  const { source, connectif } = inOneLine(mock)

  const report = await connectif.contacts.upsertMany(source())

  expect(report).toMatchObject({ done: 6, failed: 1 })
  expect(mock.contacts.find({ email })?._points).toBe(3)
})

test('a purchase that failed for now is looked up before it is sent again', async () => {
  const { connectif, mock } = aShop()
  const checkpoint = aCheckpoint()
  const purchase: PurchaseCreation = { ...aPurchase(), contactEmail: 'ada@example.com' }
  const lookUp = 'GET /purchases/purchase-id/{id}'
  mock.faults.add({ on: 'POST /purchases/', kind: 'lost-reply' })
  mock.faults.add({ on: lookUp, kind: 'status', status: 503 })

  const first = await connectif.purchases.ensureMany([purchase], { checkpoint })
  const second = await connectif.purchases.ensureMany([purchase], { checkpoint })

  expect(first).toMatchObject({ done: 1, failed: 1 })
  expect(second).toMatchObject({ done: 1, failed: 0, failures: [] })
  expect(second.created + second.existed).toBe(1)
  const operations = mock.journal.calls().map(({ operation }) => operation)
  expect(operations).toEqual(['POST /purchases/', lookUp, lookUp])
})

test('where the API stays down the run ends, and the next one goes on', async () => {
  const { connectif, mock } = aShop()
  const others = Array.from({ length: 9999 }, (_, at) => 100 + at)
  const checkpoint = aCheckpoint({
    ...{ version: 1, operation: 'contacts.upsertMany', position: 0, done: [] },
    ...{ again: others, counts: { failed: others.length } },
  })
  mock.faults.add({ kind: 'status', status: 503 })
  const load = () => connectif.contacts.upsertMany(rows(30), { checkpoint })

  await expect(load()).rejects.toThrow('10000 items failed only for now: run it again later')
  expect([mock.journal.count, checkpoint.state?.again]).toEqual([1, [...others, 0]])
  await load()

  expect(checkpoint.state?.again).toEqual(others)
  expect(mock.contacts.count).toBe(31)
})
