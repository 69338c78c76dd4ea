import { strict as assert } from 'node:assert'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Child } from './children.ts'
import { headers, patchOf, pathOf, scattered } from './contacts.ts'
import type { Work } from './rounds.ts'

const connections = 16

/** A server with contacts, and how to reach them. */
export interface Target {
  readonly server: Child
  /** Contacts that the server has; the requests go to all of them. */
  readonly contacts: number
  /** Path of a contact, where it is not the one of the contract. */
  readonly path?: (number: number) => string
}

/** A round of patches that change something; each goes on where the one before it stopped. */
export function rounds(target: Target, calls: number): () => Promise<Work> {
  const next = requests(target)
  return () => load(target.server, next, calls)
}

function requests({ server, contacts, path = pathOf }: Target): () => string {
  const next = scattered(contacts)
  let points = 0
  return () => {
    const number = next()
    points = (points + 1) % 99_991
    const body = JSON.stringify(patchOf(number, points))
    return [
      `PATCH ${path(number)} HTTP/1.1`,
      `Host: 127.0.0.1:${server.said}`,
      `Authorization: ${headers.authorization}`,
      `Content-Type: ${headers['content-type']}`,
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n')
  }
}

/**
 * Loads a server, over kept connections with one request at a time on each. Written on bare sockets
 * so that the server, not the client, is what takes the time.
 */
async function load(server: Child, next: () => string, calls: number): Promise<Work> {
  const sockets = Array.from({ length: connections }, () => connect(server.said, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const before = await server.ask<number>('processor time')
  const start = performance.now()
  const share = Math.ceil(calls / connections)
  await Promise.all(sockets.map((socket) => ask(share, socket, next)))
  return {
    calls: share * connections,
    time: performance.now() - start,
    processorTime: (await server.ask<number>('processor time')) - before,
  }
}

function ask(times: number, socket: Socket, next: () => string) {
  return new Promise<void>((resolve, reject) => {
    let left = times
    let received = ''
    socket.setEncoding('latin1')
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      received += chunk
      if (!isWhole(received)) return
      if (!received.startsWith('HTTP/1.1 200')) return reject(new Error(received))
      received = ''
      left -= 1
      if (left > 0) return socket.write(next())
      socket.destroy()
      resolve()
    })
    socket.write(next())
  })
}

function isWhole(answer: string) {
  const head = answer.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /content-length: (\d+)/i.exec(answer)?.[1]
  if (length === undefined) return answer.endsWith('\r\n0\r\n\r\n')
  return answer.length === head + 4 + Number(length)
}

/** Bytes of the body that a server answers a first request with. */
export async function bytesOf(server: Child): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${server.said}${pathOf(0)}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify(patchOf(0)),
  })
  const body = await response.text()
  assert.equal(response.status, 200, body)
  return body.length
}
