import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BulkState } from '../../sdk/index.ts'
import { aCheckpoint, aShop, rows } from './bulk.ts'

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
  const options = { checkpoint: { path } }

  const first = await connectif.contacts.upsertMany(rows(50), options)
  const calls = mock.journal.count
  const second = await connectif.contacts.upsertMany(rows(50), options)

  expect(second).toEqual(first)
  expect(mock.journal.count).toBe(calls)
  expect(await readFile(path, 'utf8')).not.toContain('K 1')
  await expect(connectif.contacts.deleteMany([], { checkpoint: { path } })).rejects.toThrow(
    'the checkpoint is not one of contacts.deleteMany',
  )
  await writeFile(path, 'no JSON')
  await expect(connectif.contacts.upsertMany([], options)).rejects.toThrow('is no checkpoint')
})

test('a checkpoint that cannot be saved ends the run', async () => {
  const { connectif } = aShop()
  const options = { checkpoint: { path: '/nowhere/at/all.json' } }

  await expect(connectif.contacts.upsertMany(rows(5), options)).rejects.toThrow('cannot be written')
})
