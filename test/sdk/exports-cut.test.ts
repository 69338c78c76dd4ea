import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Connectif } from '../../sdk/index.ts'
import { collected } from '../support/collected.ts'
import { json, outcome, type Step, scripted, silence } from './scripted.ts'
import { anExport, file, textOf, zipOf } from './scripted-files.ts'

const csv = `a,b\n${'1,2\n'.repeat(100)}`
const zip = zipOf(csv, 0)
const finished = json(anExport())

// Loading takes real time, which fake timers would not wait for.
beforeAll(async () => {
  await import('../../sdk/on-use.ts')
})
afterEach(() => {
  vi.useRealTimers()
})

/** Gives a piece of the ZIP, then does something else. */
function then(
  next: (controller: ReadableStreamDefaultController, signal: AbortSignal) => void,
): Step {
  return ({ signal }) => {
    let isFirst = true
    const body = new ReadableStream(
      {
        pull(controller) {
          if (isFirst) controller.enqueue(zip.slice(0, 200))
          else next(controller, signal)
          isFirst = false
        },
      },
      { highWaterMark: 0 },
    )
    return new Response(body)
  }
}

const stalling = then(() => new Promise(() => {}))
const breaking = then((controller) => controller.error(new TypeError('terminated')))

const ways: [string, (connectif: Connectif) => Promise<unknown>][] = [
  ['download', async ({ exports }) => textOf(await exports.download('65c1'))],
  ['csv', async ({ exports }) => textOf(await exports.csv('65c1'))],
  ['rows', ({ exports }) => collected(exports.rows('65c1'))],
  ['contacts', ({ exports }) => collected(exports.contacts('65c1'))],
]

test.for(ways)('%s says when the download breaks off', async ([, read]) => {
  const { connectif, requests } = scripted([finished, breaking])

  await expect(read(connectif)).rejects.toMatchObject({
    name: 'ConnectionError',
    message: 'GET fileUrl of /exports/{id}: the download broke off',
    cause: { message: 'terminated' },
  })
  expect(requests).toHaveLength(2)
})

test.for(ways.slice(1))('%s says when the file is cut short without an error', async ([, read]) => {
  for (const end of [0, 3, 20, 100, zip.length - 30, zip.length - 1]) {
    const { connectif } = scripted([finished, file(zip.slice(0, end))])

    await expect(read(connectif)).rejects.toMatchObject({
      name: 'ConnectifError',
      message: 'the downloaded ZIP is cut short',
    })
  }
})

test.for(ways)('%s waits for the timeout of the client, and no longer', async ([, read]) => {
  vi.useFakeTimers()
  const { connectif } = scripted([finished, stalling], { timeout: 5000 })
  const failed = vi.fn()

  read(connectif).catch(failed)
  await vi.advanceTimersByTimeAsync(4999)
  expect(failed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)

  expect(failed.mock.calls).toMatchObject([
    [
      {
        name: 'TimeoutError',
        message: 'GET fileUrl of /exports/{id}: nothing more of it arrived within 5000 ms',
      },
    ],
  ])
  expect(vi.getTimerCount()).toBe(0)
})

test('a download leaves no timer behind', async () => {
  vi.useFakeTimers()
  const { connectif } = scripted([finished, file(zip, 100)])

  expect(await collected(connectif.exports.rows('65c1'))).toHaveLength(100)

  expect(vi.getTimerCount()).toBe(0)
})

test('a download that never begins is given up after the timeout, too', async () => {
  vi.useFakeTimers()
  const { connectif } = scripted([finished, silence])

  const error = await outcome(connectif.exports.download('65c1', { timeout: 20, maxRetries: 0 }))

  expect(error).toMatchObject({
    name: 'TimeoutError',
    message: 'GET fileUrl of /exports/{id}: no whole answer within 20 ms',
  })
})

test.for<[string, Step]>([
  ['while the answer is awaited', silence],
  ['while a piece is awaited', stalling],
])('a signal ends rows %s, with its reason', async ([, step]) => {
  const control = new AbortController()
  const aborting: Step = (request) => {
    setImmediate(() => control.abort(new Error('enough')))
    return step(request)
  }
  const { connectif } = scripted([finished, aborting])

  const reading = collected(connectif.exports.rows('65c1', { signal: control.signal }))

  await expect(reading).rejects.toThrow('enough')
})

test.for<[Parameters<typeof anExport>[0], string]>([
  [{ status: 'queued' }, 'its status is queued: wait for it with waitFor'],
  [{ status: 'inProgress' }, 'its status is inProgress: wait for it with waitFor'],
  [{ status: 'error' }, 'its status is error'],
  [{ status: 'cancelled' }, 'its status is cancelled'],
  [{ fileUrl: '' }, 'its status is finished'],
])('of an export that is %j nothing is read', async ([fields, why]) => {
  for (const [, read] of ways) {
    const { connectif, requests } = scripted([json(anExport(fields))])

    await expect(read(connectif)).rejects.toMatchObject({
      name: 'ConnectifError',
      message: `the export 65c100000000000000000001 has no file, ${why}`,
    })
    expect(requests).toHaveLength(1)
  }
})

test('a connection that is really cut is told apart from a short file', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': zip.length })
    response.write(zip.subarray(0, 300), () => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fetching: Step = (request) => fetch(request)
  const { connectif } = scripted([json(anExport({ fileUrl: baseUrl })), fetching], { baseUrl })

  const reading = collected(connectif.exports.rows('65c1'))

  await expect(reading).rejects.toMatchObject({ name: 'ConnectionError' })
  server.close()
})
