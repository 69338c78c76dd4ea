import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type MockServer, type ServeOptions, serve } from '../../mock/carriers/server.ts'
import { createMock } from '../../mock/index.ts'

const mock = createMock({ seed: { contacts: [{ _externalId: '1', _name: 'Ada' }] } })
const key = 'Authorization: apiKey test:secret'
const servers: MockServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  vi.restoreAllMocks()
  mock.reset()
})

describe('a server answers as HTTP wants it', () => {
  test('a target may be a whole URL', async () => {
    const { port } = await served()

    const reply = await spoken(port, `GET http://localhost:${port}/contacts/external-id/1 HTTP/1.1`)

    expect(reply).toMatch(/^HTTP\/1.1 200 .*"_name":"Ada"/s)
  })

  test('a whole URL of another host is refused, whatever the header says', async () => {
    const { port } = await served()

    const reply = await spoken(port, 'GET http://evil.example/contacts/external-id/1 HTTP/1.1')

    expect(reply).toMatch(/^HTTP\/1.1 403 /)
  })

  test.for([
    ['/contacts/external-id/1', 200],
    ['/contacts/external-id/2', 404],
  ] as const)('HEAD %s answers %s without a body', async ([path, status]) => {
    const { port } = await served()

    const reply = await spoken(port, `HEAD ${path} HTTP/1.1`)

    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} .*\\r\\n\\r\\n$`, 's'))
    expect(reply).not.toMatch(/content-length: 0|transfer-encoding/i)
  })

  test('a 401 has no body, in one piece', async () => {
    const { port } = await served()

    const reply = await spoken(port, 'GET /contacts/external-id/1 HTTP/1.1', '', 'X-Any: thing')

    expect(reply).toMatch(/^HTTP\/1.1 401 .*content-length: 0\r\n.*\r\n\r\n$/s)
  })

  test('a client that expects 100 is told to go on', async () => {
    const { port } = await served()
    const body = '{"_name":"Bob"}'
    const head = `${key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue`

    const reply = await spoken(port, 'PATCH /contacts/external-id/2 HTTP/1.1', body, head)

    expect(reply).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 .*"_name":"Bob"/s)
  })

  test('one connection carries several requests', async () => {
    const { port } = await served()
    const socket = await connected(port)
    const request = `GET /contacts/external-id/1 HTTP/1.1\r\nHost: localhost\r\n${key}\r\n`

    socket.write(`${request}\r\n${request}Connection: close\r\n\r\n`)

    expect((await all(socket)).match(/HTTP\/1.1 200/g)).toHaveLength(2)
  })

  test('a client that leaves while it sends changes nothing, and the server goes on', async () => {
    const { port } = await served()
    const handle = vi.spyOn(mock, 'handle')
    const socket = await connected(port)
    socket.write(
      `PATCH /contacts/external-id/2 HTTP/1.1\r\nHost: localhost\r\n${key}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"_name":',
    )

    socket.resetAndDestroy()

    expect(await spoken(port, 'GET /contacts/external-id/2 HTTP/1.1')).toMatch(/^HTTP\/1.1 404 /)
    expect(handle).toHaveBeenCalledOnce()
  })

  test('an idle connection is told how long it is kept', async () => {
    const { port } = await served()

    const reply = await spoken(port, 'GET /contacts/external-id/1 HTTP/1.1', '', key, 'keep-alive')

    expect(reply).toContain('Keep-Alive: timeout=')
  })
})

describe('a server listens', () => {
  test.for([
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '[::1]'],
    ['localhost', 'localhost'],
    ['0.0.0.0', '127.0.0.1'],
    ['::', '[::1]'],
  ] as const)('on %s, as %s', async ([host, name], { skip }) => {
    const server = await served({ host }).catch(({ code }) => {
      // A machine without IPv6.
      if (/EAFNOSUPPORT|EADDRNOTAVAIL/.test(code)) skip()
      throw code
    })

    expect(server.url).toBe(`http://${name}:${server.port}`)
    expect((await fetch(server.url)).status).toBe(404)
  })
})

describe('a bug of the twin', () => {
  test('is answered with a plain 500 that says so, and told; the server goes on', async () => {
    const onCrash = vi.fn()
    const { url } = await served({ onCrash })
    const error = new TypeError('row is undefined')
    vi.spyOn(mock, 'handle').mockImplementationOnce(() => {
      throw error
    })

    const response = await fetch(`${url}/contacts/external-id/1?a=b`)

    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toMatch(/bug of the twin.*TypeError: row is undefined\n$/)
    expect(onCrash).toHaveBeenCalledExactlyOnceWith({
      error,
      method: 'GET',
      target: '/contacts/external-id/1?a=b',
    })
    expect((await fetch(url)).status).toBe(404)
  })

  test('is one line on stderr, unless somebody listens', async () => {
    const { url } = await served()
    const log = vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(mock, 'handle').mockImplementationOnce(() => {
      throw new TypeError('row is undefined')
    })

    await fetch(`${url}/contacts/external-id/1`)

    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/^bug of the twin, at GET \S+: TypeError: row is undefined at .+$/)],
    ])
  })
})

async function served(options: ServeOptions = {}) {
  const server = await serve(mock, { port: 0, ...options })
  servers.push(server)
  return server
}

async function connected(port: number) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

async function all(socket: Socket) {
  let text = ''
  for await (const chunk of socket) text += chunk
  return text
}

/** What the server says to these bytes, up to the end of the connection. */
async function spoken(port: number, line: string, body = '', head = key, connection = 'close') {
  const socket = await connected(port)
  socket.write(`${line}\r\nHost: localhost\r\n${head}\r\nConnection: ${connection}\r\n\r\n${body}`)
  if (connection === 'close') return all(socket)
  const [chunk] = await once(socket, 'data')
  socket.destroy()
  return String(chunk)
}
