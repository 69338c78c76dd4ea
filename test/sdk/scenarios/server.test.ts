import { connect } from 'node:net'
import { test as base, describe, expect } from 'vitest'
import { hostIsServed } from '../../../mock/carriers/host.ts'
import { serve } from '../../../mock/carriers/server.ts'
import { createMock } from '../../../mock/index.ts'
import { socketSender } from '../../support/send.ts'

const test = base
  .extend('mock', () => createMock())
  .extend('server', async ({ mock }, { onCleanup }) => {
    const server = await serve(mock, { port: 0 })
    onCleanup(server.close)
    return server
  })

/** What the server writes back to these lines, until it closes the connection. */
function spoken(port: number, lines: string[]) {
  return new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', reject)
  })
}

const authorization = 'Authorization: apiKey a:b'

describe('the Host of a request', () => {
  test.for(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    '%s is refused with 403, and nothing is written',
    async (host, { server, mock }) => {
      const answer = await spoken(server.port, [
        'PATCH /contacts/external-id/42 HTTP/1.1',
        `Host: ${host}`,
        authorization,
        'Content-Type: application/json',
        'Content-Length: 2',
        'Connection: close',
        '',
        '{}',
      ])

      expect(answer).toMatch(/^HTTP\/1\.1 403 /)
      expect(answer).not.toContain('x-connectif')
      expect(mock.contacts.count).toBe(0)
    },
  )

  test.for(['localhost', 'LOCALHOST:1', '127.0.0.1', '[::1]:4010'])(
    '%s is served',
    async (host, { server }) => {
      const answer = await spoken(server.port, [
        'GET /contacts/external-id/42 HTTP/1.1',
        `Host: ${host}`,
        authorization,
        'Connection: close',
      ])

      expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    },
  )

  test('none at all, as HTTP/1.0 allows, is refused too', async ({ server }) => {
    const answer = await spoken(server.port, [
      'GET /contacts/external-id/42 HTTP/1.0',
      authorization,
      'Connection: close',
    ])

    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })

  test('a whole URL as target names its own host', async ({ server }) => {
    const answer = await spoken(server.port, [
      'GET http://evil.example/contacts/external-id/42 HTTP/1.1',
      'Host: 127.0.0.1',
      authorization,
      'Connection: close',
    ])

    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })

  test.for([
    ['127.0.0.1', 'evil.example', false],
    ['127.0.0.1', undefined, false],
    ['127.0.0.1', 'localhost:80', true],
    ['::1', '[::1]:80', true],
    ['localhost', 'evil.example', false],
    ['0.0.0.0', 'evil.example', true],
    ['192.168.1.2', 'evil.example', true],
  ] as const)('bound to %s, %s is served: %s', ([bound, header, served]) => {
    expect(hostIsServed(bound, header)).toBe(served)
  })
})

describe('what only a socket can send', () => {
  test.for(['/contacts/external-id/..', '/contacts/external-id/.', '/contacts/external-id/%2e%2E'])(
    'DELETE %s is refused by the rule of External IDs',
    async (path, { server, mock }) => {
      const headers = [['authorization', 'apiKey a:b']] as const
      const answer = await socketSender(server.port)('DELETE', path, { headers })

      expect(answer.status).toBe(400)
      expect(answer.headers['x-connectif-mock-rule']).toBe('external-id-length')
      expect(mock.contacts.count).toBe(0)
    },
  )

  test.for([
    ['GET /contacts/email/ñ@example.com HTTP/1.1', 400],
    ['GET * HTTP/1.1', 404],
    ['GET  HTTP/1.1', 400],
    ['NONSENSE /contacts/a@example.com HTTP/1.1', 400],
    ['TRACE /contacts/a@example.com HTTP/1.1', 405],
  ] as const)('%s is answered with %i', async ([line, status], { server }) => {
    const lines = [line, 'Host: localhost', authorization, 'Connection: close']
    const answer = await spoken(server.port, lines)

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  test('a body in chunks is read whole', async ({ server, mock }) => {
    const answer = await spoken(server.port, [
      'PATCH /contacts/external-id/42 HTTP/1.1',
      'Host: localhost',
      authorization,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      'Connection: close',
      '',
      '9',
      '{"_name":',
      '6',
      '"Ada"}',
      '0',
    ])

    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(mock.contacts.all()).toMatchObject([{ _name: 'Ada' }])
  })
})
