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
export function rounds(target: Target, milliseconds: number): () => Promise<Work> {
  const next = requests(target)
  return () => load(target.server, next, milliseconds)
}

function requests({ server, contacts, path = pathOf }: Target): () => string {
  const next = scattered(contacts)
  let points = 0
  return () => {
    const number = next()
    points = (points + 1) % 100_000
    const body = JSON.stringify(patchOf(number, points))
    return `PATCH ${path(number)} HTTP/1.1\r\nHost: 127.0.0.1:${server.said}\r\nAuthorization: ${headers.authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  }
}

/**
 * Loads a server, over kept connections with one request at a time on each. Written on bare sockets
 * so that the server, not the client, is what takes the time.
 */
async function load(server: Child, next: () => string, milliseconds: number): Promise<Work> {
  const sockets = Array.from({ length: connections }, () => connect(server.said, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const before = await server.processorTime()
  const start = performance.now()
  const answered = await Promise.all(
    sockets.map((socket) => askUntil(start + milliseconds, socket, next)),
  )
  const time = performance.now() - start
  return {
    calls: answered.reduce((sum, one) => sum + one),
    time,
    processorTime: (await server.processorTime()) - before,
  }
}

function askUntil(end: number, socket: Socket, next: () => string) {
  return new Promise<number>((resolve, reject) => {
    let answered = 0
    let received = ''
    socket.setEncoding('latin1')
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      received += chunk
      if (!isWhole(received)) return
      if (!received.startsWith('HTTP/1.1 200')) return reject(new Error(received))
      answered += 1
      received = ''
      if (performance.now() < end) return socket.write(next())
      socket.destroy()
      resolve(answered)
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
