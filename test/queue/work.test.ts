import { Redis } from 'ioredis'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createMock } from '../../mock/index.ts'
import { Connectif } from '../../sdk/index.ts'
import { type ChunkJob, ChunkRun, type Tools } from '../../sdk/queue/chunk.ts'
import { work } from '../../sdk/queue/index.ts'
import { aLoad } from './load.ts'
import { hasRedis } from './redis.ts'

describe.runIf(hasRedis)('a worker', { timeout: 120_000 }, () => {
  const load = aLoad()

  test('is not made with a client that gives up, and leaves no connection', async () => {
    const connection = new Redis({ path: load.path, maxRetriesPerRequest: 20 })
    onTestFinished(() => connection.disconnect())
    const connections = async () => String(await connection.client('LIST')).match(/^id=/gm)?.length
    const before = await connections()

    const making = work({ ...load.queue, connection }, { apiKey: 'test:secret' })

    await expect(making).rejects.toThrow(/maxRetriesPerRequest: null$/)
    expect(await connections()).toBe(before)
  })
})

test('a worker that lost its job writes nothing more of it', async () => {
  const written: string[] = []
  const lost = new AbortController()
  const mock = createMock()
  const fetch = async (request: Request) => {
    const response = await mock.fetch(request)
    lost.abort()
    return response
  }
  const redis = {
    hget: async () => null,
    hset: async (key: string) => written.push(key),
  }
  // Seam: of its tools it uses no more than this.
  const tools = {
    load: { redis, key: (what: string) => what },
    connectif: new Connectif({ apiKey: 'test:secret', fetch }),
    pace: { item: (_: unknown, send: () => Promise<unknown>) => send() },
    concurrency: 1,
  } as unknown as Tools
  const items = [{ _externalId: 'x'.repeat(51) }]
  const job = {
    ...{ id: '1', name: 'contacts.upsertMany', opts: {} },
    data: { items, places: [0], after: [], settings: {} },
    updateProgress: async () => {},
  } as unknown as ChunkJob

  await new ChunkRun(tools, 0, job, lost.signal).toEnd(new AbortController().signal)

  expect(mock.journal.calls()).toMatchObject([{ status: 400 }])
  expect(written).toEqual(['chunks'])
})
