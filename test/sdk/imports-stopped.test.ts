import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { json, lost, type Step, scripted, status } from './scripted.ts'
import { anImport, type Form, taking } from './scripted-files.ts'

const csv = '_externalId\nPOS-000123\n'

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Pieces of a file, and whether what they come from was told to stop. */
function aSource(pieces: unknown[] = [csv], fails?: Error) {
  const seen = { taken: 0, stopped: false }
  async function* generate() {
    try {
      for (const piece of pieces) {
        seen.taken += 1
        yield piece as string
      }
      if (fails) throw fails
    } finally {
      seen.stopped = true
    }
  }
  return { file: generate(), seen }
}

/** Takes pieces of the body of a request, then does as the step. */
function after(pieces: number, step: Step): Step {
  return async (request) => {
    const reader = request.body?.getReader()
    for (let piece = 0; piece < pieces; piece++) await reader?.read()
    return step(request)
  }
}

/** An endless stream, and what it sees. */
function aStream(seen: { taken: number; cancelled: boolean }) {
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.taken += 1
        controller.enqueue(new TextEncoder().encode(csv))
      },
      cancel() {
        seen.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
}

test('pieces are taken only as they are sent', async () => {
  const { file, seen } = aSource(Array(1000).fill('x\n'))
  const taken: number[] = []
  const reading: Step = async (request) => {
    const reader = request.body?.getReader()
    for (let piece = 0; piece < 4; piece++) {
      taken.push(seen.taken)
      await reader?.read()
    }
    return status(500)(request)
  }
  const { connectif } = scripted([reading])

  await connectif.imports.create({ type: 'contacts', file }).catch(() => {})

  expect(taken).toEqual([0, 0, 1, 2])
})

test.for([
  ['429', status(429), 'RateLimitError'],
  ['connection refused', lost('ECONNREFUSED'), 'ConnectionError'],
] as const)('what was begun is not sent again after a %s, and is stopped', async (case_) => {
  const [, step, name] = case_
  const { file, seen } = aSource(Array(1000).fill('x\n'))
  const { connectif, requests } = scripted([after(3, step)])

  const creating = connectif.imports.create({ type: 'contacts', file })

  await expect(creating).rejects.toMatchObject({ name })
  expect(requests).toHaveLength(1)
  expect(seen.taken).toBeLessThan(10)
  await vi.waitFor(() => expect(seen.stopped).toBe(true))
})

test('what was not begun is sent once more, where nothing of it was sent', async () => {
  const forms: Form[] = []
  const { file } = aSource()
  const { connectif, requests } = scripted([lost('ECONNREFUSED'), status(429), taking(forms)])

  await connectif.imports.create({ type: 'contacts', file })

  expect(requests).toHaveLength(3)
  expect(await forms[0]?.file.text()).toBe(csv)
})

test.for<[string, Step]>([
  ['a refusal that comes early', after(3, status(413))],
  ['a success that comes early', after(3, json(anImport(), 201))],
])('%s stops a stream, too', async ([, step]) => {
  const seen = { taken: 0, cancelled: false }
  const file = aStream(seen)
  const { connectif } = scripted([step])

  await connectif.imports.create({ type: 'contacts', file }).catch(() => {})

  expect(seen.cancelled).toBe(true)
})

test('a signal ends the call in the middle, with its reason, and stops the file', async () => {
  const { file, seen } = aSource(Array(1000).fill('x\n'))
  const control = new AbortController()
  const stopping: Step = async ({ signal }) => {
    control.abort(new Error('enough'))
    throw signal.reason
  }
  const { connectif } = scripted([after(5, stopping)])

  const creating = connectif.imports.create({ type: 'contacts', file }, { signal: control.signal })

  await expect(creating).rejects.toThrow('enough')
  expect(seen.taken).toBeLessThan(10)
  await vi.waitFor(() => expect(seen.stopped).toBe(true))
})

test('a signal that is aborted already takes nothing, and stops a stream', async () => {
  const seen = { taken: 0, cancelled: false }
  const file = aStream(seen)
  const { connectif, requests } = scripted([json({})])
  const signal = AbortSignal.abort(new Error('before'))

  const creating = connectif.imports.create({ type: 'contacts', file }, { signal })

  await expect(creating).rejects.toThrow('before')
  expect(requests).toHaveLength(0)
  expect(seen).toEqual({ taken: 0, cancelled: true })
})

test('a file that breaks off ends the call, says so, and is not tried again', async () => {
  const broken = new Error('disk on fire')
  const { file } = aSource([csv], broken)
  const { connectif, requests } = scripted([taking([])])

  const creating = connectif.imports.create({ type: 'contacts', file })

  await expect(creating).rejects.toMatchObject({
    name: 'ConnectifError',
    message: 'the file could not be read to its end',
    cause: broken,
  })
  expect(requests).toHaveLength(1)
})

test('a real connection takes pieces as it can, and an abort stops them', async () => {
  const server = createServer((request) => request.pause()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { file, seen } = aSource(Array(10_000).fill('x'.repeat(100_000)))
  const { connectif } = scripted([], { baseUrl, fetch: undefined })
  const control = new AbortController()
  const { signal } = control

  const creating = connectif.imports.create({ type: 'contacts', file }, { signal })
  const [refused] = await Promise.all([
    creating.catch((error: unknown) => error),
    once(server, 'request').then(() => control.abort(new Error('enough'))),
  ])

  expect(refused).toMatchObject({ message: 'enough' })
  await vi.waitFor(() => expect(seen.stopped).toBe(true))
  expect(seen.taken).toBeLessThan(1000)
  server.closeAllConnections()
  server.close()
})

test('a connection that is refused spends nothing of the file', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  const forms: Form[] = []
  const file = Array(100).fill(csv)
  const refused: Step = (request) => fetch(request)
  const { connectif, requests } = scripted([refused, refused, taking(forms)], {
    baseUrl: `http://127.0.0.1:${port}`,
  })

  await connectif.imports.create({ type: 'contacts', file })

  expect(requests).toHaveLength(3)
  expect(await forms[0]?.file.text()).toBe(csv.repeat(100))
})
