import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { test as base, describe, expect } from 'vitest'
import { serve } from '../../mock/carriers/server.ts'
import type { Mock } from '../../mock/index.ts'
import { type Asks, aShop, asking, found } from './clients.ts'

const byEmail = 'PATCH /contacts/email/ada@example.com'
const get = 'GET /contacts/email/ada@example.com'

interface OnSockets {
  shop: { mock: Mock; ask: Asks; socket: () => Promise<Socket> }
}

const test = base.extend<OnSockets>({
  shop: async ({ task: _ }, use) => {
    const { mock } = aShop({ rateLimit: { limit: 6 } })
    const server = await serve(mock, { port: 0 })
    const socket = async () => {
      const opened = connect(server.port, '127.0.0.1')
      // What is refused for its host is no call; its answer shows that the server reads from here.
      opened.write(bytesOf('GET /', '', 'evil.example'))
      await once(opened, 'data')
      return opened
    }
    await use({ mock, ask: asking(fetch, server.url), socket })
    await server.close()
  },
})

/** A request as it goes over a socket. */
function bytesOf(line: string, body = '', host = '127.0.0.1') {
  return [
    `${line} HTTP/1.1`,
    `Host: ${host}`,
    'Authorization: apiKey test:secret',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n')
}

describe('over sockets', () => {
  test('writes that are under way at once are seen', async ({ shop: { mock, socket } }) => {
    const [one, other] = [await socket(), await socket()]
    const answered = Promise.all([once(one, 'data'), once(other, 'data')])

    one.write(bytesOf(byEmail, '{"_points":1}'))
    other.write(bytesOf(byEmail, '{"_points":2}'))
    await answered

    expect(found(mock)).toEqual([['contact-race', [1, 2]]])
  })

  test('a write whose answer a fault holds back is under way', async ({ shop }) => {
    const { mock, ask, socket } = shop
    mock.faults.add({ kind: 'delay', ms: 3_600_000 })
    const taken = new Promise((resolve) => mock.journal.subscribe(resolve))
    const held = await socket()
    held.write(bytesOf(byEmail, '{"_points":1}'))
    await taken

    await ask(byEmail, { _points: 2 })

    expect(found(mock)).toEqual([['contact-race', [1, 2]]])
  })

  test('writes that follow each other are none', async ({ shop: { mock, ask } }) => {
    for (let points = 0; points < 5; points++) await ask(byEmail, { _points: points })

    expect(found(mock)).toEqual([])
  })

  test('a limit is known to be used up on a connection that told so', async ({ shop }) => {
    const socket = await shop.socket()

    for (let at = 0; at < 8; at++) {
      socket.write(bytesOf(get))
      await once(socket, 'data')
    }

    expect(found(shop.mock)).toEqual([['limit-ignored', [6, 7, 8]]])
  })

  test('a limit of which calls under way cannot know is no finding', async ({ shop }) => {
    const sockets = await Promise.all(Array.from({ length: 9 }, shop.socket))
    const answered = Promise.all(sockets.map((socket) => once(socket, 'data')))

    for (const socket of sockets) socket.write(bytesOf(get))
    await answered

    expect(shop.mock.journal.calls({ status: 429 })).toHaveLength(3)
    expect(found(shop.mock)).toEqual([])
  })
})
