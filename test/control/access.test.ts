import { describe, expect } from 'vitest'
import { serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'
import { socketSender } from '../support/send.ts'
import { steerOn, test } from './steer.ts'

const listed = 'http://localhost:5173'
const preflight = { 'Access-Control-Request-Method': 'POST' }
const cors = 'access-control-allow-origin'

describe('a page of another origin', () => {
  test.for([
    ['POST', 'reset'],
    ['DELETE', 'faults'],
    ['PUT', 'snapshot'],
    ['OPTIONS', 'reset'],
    ['HEAD', 'state'],
    ['POST', 'clock/run'],
  ] as const)('is refused: %s %s', async ([method, path], { server, mock, call }) => {
    await call('PATCH /contacts/external-id/1', {})
    const url = `${server.url}/__twin/${path}`

    for (const origin of ['http://evil.example', 'null', listed, `https${server.url.slice(4)}`]) {
      const { status, headers } = await fetch(url, { method, headers: { origin, ...preflight } })
      expect([status, headers.get(cors)]).toEqual([403, null])
    }

    expect([mock.contacts.count, mock.clock.isFrozen]).toEqual([1, true])
  })

  test('cannot read what a GET answers', async ({ steer }) => {
    const { status, headers } = await steer('GET state', undefined, { origin: listed })

    expect([status, headers.get(cors)]).toEqual([200, null])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('cannot send a body as a form does', async ({ steer, mock }) => {
    const type = { 'content-type': 'text/plain' }

    expect((await steer('POST faults', '{"kind":"timeout"}', type)).status).toBe(415)
    expect(mock.faults.list()).toEqual([])
  })

  test('of the server itself may steer', async ({ server, steer }) => {
    expect((await steer('POST reset', undefined, { origin: server.url })).status).toBe(204)
  })

  describe('that is listed', () => {
    test.override('options', { cors: [listed] })

    test('is allowed to ask, and may steer and read', async ({ server, steer }) => {
      const asking = { method: 'OPTIONS', headers: { origin: listed, ...preflight } }
      const allowed = await fetch(`${server.url}/__twin/faults`, asking)
      const steered = await steer('POST faults', { kind: 'timeout' }, { origin: listed })

      expect(allowed.status).toBe(204)
      expect(allowed.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE')
      expect(allowed.headers.get('access-control-allow-headers')).toContain('Content-Type')
      expect([steered.status, steered.headers.get(cors)]).toEqual([201, listed])
      expect(steered.headers.get('vary')).toBe('Origin')
    })

    test('may follow the calls', async ({ server }) => {
      const leaving = new AbortController()
      const { headers } = await fetch(`${server.url}/__twin/journal/events`, {
        headers: { origin: listed },
        signal: leaving.signal,
      })
      leaving.abort()

      expect(headers.get(cors)).toBe(listed)
    })

    test('does not open the twin to others, nor the API to it', async ({ server, steer }) => {
      const other = await steer('GET state', undefined, { origin: 'http://localhost:5174' })
      const api = await fetch(`${server.url}/contacts/email/a`, { headers: { origin: listed } })

      expect([other.headers.get(cors), api.headers.get(cors)]).toEqual([null, null])
    })
  })

  test.for(['localhost:5173', 'http://localhost:5173/', '*', 'null', ''])(
    'cannot be listed as %j',
    async (origin, { mock }) => {
      const serving = serve(mock, { port: 0, cors: [origin] })

      await expect(serving).rejects.toThrow('which is no origin such as http://localhost:5173')
    },
  )
})

describe('the server', () => {
  test('refuses hosts that are not loopback ones', async ({ server, mock }) => {
    const send = socketSender(server.port)
    for (const host of ['evil.example', '127.0.0.1.evil.example', '10.0.0.1', 'localhost.']) {
      const target = `http://${host}:${server.port}/__twin/reset`
      expect((await send('POST', target, {})).status).toBe(403)
    }

    expect(mock.journal.count).toBe(0)
  })

  test.for([
    [{ host: '0.0.0.0' }, 404],
    [{ host: '0.0.0.0', control: 'loopback' }, 404],
    [{ control: 'off' }, 404],
    [{ host: '0.0.0.0', control: 'open' }, 204],
    [{ host: 'localhost' }, 204],
  ] as const)('with %j answers reset with %s', async ([options, status], { mock }) => {
    const server = await serve(mock, { port: 0, ...options })
    const response = await fetch(`${server.url}/__twin/reset`, { method: 'POST' })
    const unknown = mock.handle(aCallTo('/__twin/reset'))
    await server.close()

    expect(response.status).toBe(status)
    if (status === 404) expect(await response.text()).toBe(unknown.body)
  })

  test.for(['/__twinned', '/__twi', '/_twin/state', '/contacts/__twin/state', '//__twin/state'])(
    'leaves %s to the API',
    async (path, { server, mock }) => {
      const { status, body } = await socketSender(server.port)('POST', path, {})

      expect([status, body]).toEqual([404, mock.handle(aCallTo(path)).body])
      expect(mock.journal.count).toBe(2)
    },
  )

  test('keeps what steers out of the journal', async ({ steer, mock }) => {
    for (const line of ['GET state', 'POST reset', 'GET none', 'PATCH state']) await steer(line)

    expect(mock.journal.count).toBe(0)
  })

  test('tells of a bug in the twin, and goes on', async () => {
    const crashes: unknown[] = []
    const mock = createMock()
    const server = await serve(mock, { port: 0, onCrash: (crash) => crashes.push(crash) })
    const { snapshot } = mock
    mock.snapshot = () => (undefined as unknown as string[]).map(String) as never

    const { status } = await fetch(`${server.url}/__twin/snapshot`)
    mock.snapshot = snapshot

    expect([status, crashes]).toMatchObject([500, [{ method: 'GET', target: '/__twin/snapshot' }]])
    expect((await steerOn(server)('GET snapshot')).status).toBe(200)
    await server.close()
  })
})

function aCallTo(path: string) {
  return { method: 'POST', path, query: '', headers: {}, body: undefined, oversized: false }
}
