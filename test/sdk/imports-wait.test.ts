import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Import } from '../../sdk/index.ts'
import { json, outcome, scripted, silence, status } from './scripted.ts'
import { anExport, anImport } from './scripted-files.ts'

// Loading takes real time, which the fake timers would not wait for.
beforeAll(() => import('../../sdk/on-use.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') })
  vi.spyOn(Math, 'random').mockReturnValue(1)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const queued = json(anImport({ status: 'queued' }))
const running = json(anImport({ status: 'inProgress', success: 1 }))

test.for(['finished', 'error', 'cancelled'] as const)(
  'a wait ends when the import is %s, and gives it',
  async (final) => {
    const done = anImport({ status: final })
    const { connectif, requests } = scripted([queued, running, json(done)])

    expect(await outcome(connectif.imports.waitFor('65b1'))).toEqual(done)

    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual(
      Array(3).fill('GET /imports/65b1'),
    )
    expect(vi.getTimerCount()).toBe(0)
  },
)

test('a wait for an export does the same', async () => {
  const { connectif, requests } = scripted([json(anExport({ status: 'queued' })), json(anExport())])

  expect(await outcome(connectif.exports.waitFor('65c1'))).toEqual(anExport())

  expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(Array(2).fill('/exports/65c1'))
})

test('onProgress hears of each state, in order, and is waited for', async () => {
  const { connectif } = scripted([queued, running, json(anImport())])
  const heard: string[] = []
  const onProgress = async ({ status, success }: Import) => {
    heard.push(`${status} ${success}`)
    await new Promise((resolve) => setTimeout(resolve, 20_000))
    heard.push('told')
  }

  await outcome(connectif.imports.waitFor('65b1', { onProgress }))

  expect(heard).toEqual(['queued 2', 'told', 'inProgress 1', 'told', 'finished 2', 'told'])
})

test('what onProgress throws ends the wait', async () => {
  const { connectif, requests } = scripted([queued])
  const onProgress = () => {
    throw new Error('enough')
  }

  expect(await outcome(connectif.imports.waitFor('65b1', { onProgress }))).toMatchObject({
    message: 'enough',
  })
  expect(requests).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

/** When the import was looked at, in milliseconds from the beginning on. */
async function looks(count: number, options: { interval?: number } = {}) {
  const start = Date.now()
  const moments: number[] = []
  const { connectif } = scripted([...Array(count - 1).fill(queued), json(anImport())])
  const onProgress = () => {
    moments.push(Date.now() - start)
  }
  await outcome(connectif.imports.waitFor('65b1', { onProgress, ...options }))
  return moments
}

test('looks come after 500 ms at first, and then more and more seldom, up to every 5 s', async () => {
  const moments = await looks(7)

  const gaps = moments.slice(1).map((moment, at) => moment - (moments[at] as number))
  expect(gaps).toEqual([500, 1000, 2000, 4000, 5000, 5000])
})

test('an interval that is given stays as it is', async () => {
  expect(await looks(4, { interval: 10_000 })).toEqual([0, 10_000, 20_000, 30_000])
})

test.for([
  [undefined, 1_800_000],
  [10_000, 10_000],
])('with the timeout %s a wait ends after %d ms', async ([timeout, ms]) => {
  const start = Date.now()
  const { connectif } = scripted([queued])

  const error = await outcome(connectif.imports.waitFor('65b1', { timeout }))

  expect(error).toMatchObject({
    name: 'TimeoutError',
    message: `GET /imports/{id}: not ended within ${ms} ms`,
  })
  expect(Date.now() - start).toBe(ms)
  expect(vi.getTimerCount()).toBe(0)
})

test('the timeout also ends a look that is never answered', async () => {
  const { connectif } = scripted([silence])

  const error = await outcome(connectif.imports.waitFor('65b1', { timeout: 5000 }))

  expect(error).toMatchObject({ message: 'GET /imports/{id}: not ended within 5000 ms' })
  expect(vi.getTimerCount()).toBe(0)
})

test.for([
  ['between two looks', queued],
  ['within a look', silence],
] as const)('a signal ends a wait %s at once, with its reason', async ([, step]) => {
  const { connectif, requests } = scripted([step])
  const control = new AbortController()

  const waiting = connectif.imports.waitFor('65b1', { signal: control.signal })
  const caught = waiting.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(100)
  control.abort(new Error('enough'))

  expect(await caught).toMatchObject({ message: 'enough' })
  expect(requests).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('a signal that is aborted already looks at nothing', async () => {
  const { connectif, requests } = scripted([queued])
  const signal = AbortSignal.abort(new Error('before'))

  const error = await outcome(connectif.imports.waitFor('65b1', { signal }))

  expect(error).toMatchObject({ message: 'before' })
  expect(requests).toHaveLength(0)
})

test('a look that fails is repeated as any call is', async () => {
  const { connectif } = scripted([status(503), json(anImport())])

  expect(await outcome(connectif.imports.waitFor('65b1'))).toEqual(anImport())
})

test('an unknown import ends the wait', async () => {
  const { connectif } = scripted([status(404)])

  expect(await outcome(connectif.imports.waitFor('65b1'))).toMatchObject({ name: 'NotFoundError' })
})

test.for([
  { timeout: 0 },
  { timeout: Number.NaN },
  { timeout: 2 ** 31 },
  { interval: 0 },
  { interval: -1 },
  { interval: Number.POSITIVE_INFINITY },
])('%j is refused, and nothing is sent', async (options) => {
  const { connectif, requests } = scripted([queued])

  const error = await outcome(connectif.imports.waitFor('65b1', options))

  expect(error).toMatchObject({
    message: 'timeout and interval must be whole numbers of milliseconds',
  })
  expect(requests).toHaveLength(0)
})
