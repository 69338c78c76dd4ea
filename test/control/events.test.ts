import { EventEmitter, once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, vi } from 'vitest'
import { EventStreams } from '../../mock/carriers/node-events.ts'
import { createMock } from '../../mock/index.ts'
import { test as base, type Call } from './steer.ts'

/** A stream of calls, read event by event. */
interface Stream {
  readonly response: Response
  /** The next piece that ends with an empty line. */
  next(): Promise<string>
  leave(): void
}

const test = base.extend<{ follow: (query?: string, headers?: HeadersInit) => Promise<Stream> }>({
  follow: ({ server }, use) =>
    use(async (query = '', headers = {}) => {
      const leaving = new AbortController()
      const { signal } = leaving
      const url = `${server.url}/__twin/journal/events${query}`
      const response = await fetch(url, { headers, signal })
      const pieces = piecesOf(response)
      const next = async () => String((await pieces.next()).value)
      await next()
      return { response, next, leave: () => leaving.abort() }
    }),
})

describe('the calls as events', () => {
  test('come one by one, each with its number', async ({ follow, call, mock }) => {
    await calls(call, 1)
    const { response, next } = await follow()
    await calls(call, 2)

    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const second = await next()
    expect(second).toMatch(/^id: 2\ndata: \{.*\}$/)
    expect(JSON.parse(second.slice(second.indexOf('{')))).toEqual(
      JSON.parse(JSON.stringify(mock.journal.calls()[1])),
    )
    expect(await next()).toMatch(/^id: 3\n/)
  })

  test('resume behind the last one that the client knows', async ({ follow, call }) => {
    await calls(call, 3)
    const { next } = await follow('', { 'Last-Event-ID': '1' })
    await calls(call, 1)

    expect([await next(), await next(), await next()].map(idOf)).toEqual([2, 3, 4])
  })

  test('start where the query says, until the header knows better', async ({ follow, call }) => {
    await calls(call, 2)

    expect(idOf(await (await follow('?after=0')).next())).toBe(1)
    expect(idOf(await (await follow('?after=0', { 'Last-Event-ID': '1' })).next())).toBe(2)
  })

  test('resume with all that is held, when the journal was cleared', async ({
    follow,
    call,
    mock,
  }) => {
    await calls(call, 3)
    mock.journal.clear()
    await calls(call, 1)

    expect(idOf(await (await follow('', { 'Last-Event-ID': '3' })).next())).toBe(1)
  })

  test('of a client that reads slowly come from the journal, all of them', async ({
    follow,
    mock,
  }) => {
    const body = JSON.stringify({ _name: 'x'.repeat(16_000) })
    const { next } = await follow()
    for (let at = 0; at < 400; at++) mock.handle(aCall(body))

    const numbers = []
    for (let at = 0; at < 400; at++) numbers.push(idOf(await next()))

    expect(numbers).toEqual(Array.from({ length: 400 }, (_, at) => at + 1))
  })

  test('do not overtake those that wait', () => {
    const mock = createMock()
    const sent: number[] = []
    const response = Object.assign(new EventEmitter(), {
      writableLength: 0,
      writeHead: () => response,
      write: (piece: string) => sent.push(idOf(piece)),
    })
    const head = { status: 200, headers: {}, body: '', events: { after: 0 } }
    new EventStreams(mock.journal).open(response as never, head)

    mock.handle(aCall('{}'))
    response.writableLength = 1_000_001
    mock.handle(aCall('{}'))
    response.writableLength = 500_000
    mock.handle(aCall('{}'))
    const before = sent.slice(1)
    response.emit('drain')
    mock.handle(aCall('{}'))
    response.emit('close')

    expect([before, sent.slice(1)]).toEqual([[1], [1, 2, 3, 4]])
  })

  test('are kept alive by a comment', async ({ follow }) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { next } = await follow()

    vi.advanceTimersByTime(15_000)
    vi.useRealTimers()

    expect(await next()).toMatch(/^: /)
  })

  test('end whole when the server closes', async ({ follow, server, call }) => {
    const { next, response } = await follow()
    await calls(call, 1)

    await server.close()

    expect(idOf(await next())).toBe(1)
    expect(await next()).toBe('undefined')
    expect(response.bodyUsed).toBe(true)
  })

  test('of a client that has left are not made any more', async ({ follow, mock, call }) => {
    const ended = vi.fn()
    const { subscribe } = mock.journal
    vi.spyOn(mock.journal, 'subscribe').mockImplementation((listener) => {
      const end = subscribe.call(mock.journal, listener)
      return () => ended(end())
    })
    const { leave } = await follow()

    leave()

    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce())
    await calls(call, 1)
  })

  test('do not hold up the close for a client that does not read', async ({ server, mock }) => {
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.pause().write('GET /__twin/journal/events HTTP/1.1\r\nHost: localhost\r\n\r\n')
    socket.on('error', () => {})
    await vi.waitFor(() => expect(socket.bytesWritten).toBeGreaterThan(0))
    await once(socket, 'readable')
    const body = JSON.stringify({ _name: 'x'.repeat(16_000) })
    // In many turns, so that all buffers on the way fill up.
    for (let at = 0; at < 2000; at++) {
      mock.handle(aCall(body))
      if (at % 10 === 0) await new Promise(setImmediate)
    }

    await server.close()

    socket.destroy()
    expect(mock.journal.count).toBe(2000)
  })

  test('are not begun for HEAD, nor from what is no number', async ({ server, steer }) => {
    const head = await fetch(`${server.url}/__twin/journal/events`, { method: 'HEAD' })

    expect([head.status, await head.text()]).toEqual([200, ''])
    const refused = await steer('GET journal/events', undefined, { 'Last-Event-ID': 'x' })
    expect(refused.status).toBe(400)
  })
})

async function calls(call: Call, count: number) {
  for (let at = 0; at < count; at++) await (await call('GET /contacts/external-id/1')).text()
}

function aCall(body: string) {
  const headers = { authorization: 'apiKey test:1', 'content-type': 'application/json' }
  const path = '/contacts/external-id/1'
  return { method: 'PATCH', path, query: '', headers, body, oversized: false }
}

function idOf(piece: string) {
  return Number(/^id: (\d+)\n/.exec(piece)?.[1])
}

async function* piecesOf({ body }: Response) {
  let text = ''
  for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(
    new TextDecoderStream() as never,
  ) as unknown as AsyncIterable<string>) {
    const pieces = (text + chunk).split('\n\n')
    text = pieces.pop() as string
    yield* pieces
  }
}
