/**
 * The twin over HTTP: `serve(mock)` on `node:http`.
 *
 * @module connectif-sdk/mock/server
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mock } from '../mock.ts'
import { limitOf } from '../rules/gate.ts'
import { type Crash, logCrash } from './crash.ts'
import { hostIsServed, isLoopback } from './host.ts'
import { send } from './node-answer.ts'
import { Arrivals } from './node-arrivals.ts'
import { isControl, NodeControl } from './node-control.ts'
import { crashing } from './node-crash.ts'
import { callOf, receive, targetOf } from './node-request.ts'

export type { Crash } from './crash.ts'

/** Where the server listens, and who may steer the twin through it. */
export interface ServeOptions {
  /** Port; 0 takes any free one. @default 4010 */
  port?: number
  /** Address to bind to. @default '127.0.0.1' */
  host?: string
  /**
   * Who may steer the twin, by `/__twin/`: those on this machine, when the server is bound to a
   * loopback address; nobody; or everybody who reaches the server. Where it is not answered, those
   * paths are unknown, as they are to the vendor's API.
   *
   * @default 'loopback'
   */
  control?: 'loopback' | 'off' | 'open'
  /**
   * Origins whose pages may steer the twin, such as `http://localhost:5173`. Pages of the server
   * itself always may.
   *
   * @default none
   */
  cors?: readonly string[]
  /**
   * Hears of a bug of the twin, which its caller gets as a 500; the server goes on.
   *
   * @default writes it to stderr, in one line
   */
  onCrash?: (crash: Crash) => void
}

/** A running server of the twin. */
export interface MockServer {
  /** Base URL for clients, such as `http://127.0.0.1:4010`. */
  readonly url: string
  /** The port that was taken. */
  readonly port: number
  /** Ends open connections and frees the port. */
  close(): Promise<void>
}

/**
 * Serves a twin over HTTP. On a loopback address, requests must name a loopback host: a page of
 * another site cannot reach the twin by a name that it makes point there.
 *
 * @throws {Error} when the port is taken, the address cannot be bound, or `cors` lists something
 *   that is not an origin
 * @example
 * ```ts
 * const server = await serve(mock, { port: 0 })
 * const connectif = new Connectif({ apiKey: 'test:secret', baseUrl: server.url })
 * ```
 */
export async function serve(mock: Mock, options: ServeOptions = {}): Promise<MockServer> {
  const { port = 4010, host = '127.0.0.1', onCrash = logCrash } = options
  const control = controlFor(mock, options)
  const arrivals = new Arrivals(mock.journal)
  const server = createServer((request, response) => {
    const target = targetOf(request)
    if (!hostIsServed(host, target.host)) return refuseHost(response)
    if (control && isControl(target.path)) return control.take(request, response, target)
    const arrival = arrivals.of(request)
    receive(request, limitOf(request.headers['content-type']), (received) => {
      crashing(response, onCrash, () => {
        const answer = mock.handle({ ...callOf(request, target), ...received, arrival })
        arrivals.follow(response, answer.delivery)
        send(response, answer)
      })
    })
  })
  await listening(server, port, host)
  const { port: taken } = server.address() as AddressInfo
  const close = async () => {
    const ended = closed(server)
    await control?.close()
    server.closeAllConnections()
    await ended
  }
  return { url: `http://${nameOf(host)}:${taken}`, port: taken, close }
}

/** The control API, where it is answered. That hosts are loopback ones is seen to for all paths. */
function controlFor(mock: Mock, options: ServeOptions) {
  const { control = 'loopback', host = '127.0.0.1', cors = [], onCrash = logCrash } = options
  const answered = control === 'open' || (control === 'loopback' && isLoopback(host))
  return answered ? new NodeControl(mock, cors, onCrash) : undefined
}

/** A name that clients can reach the server by; the wildcard addresses are none. */
function nameOf(host: string) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function refuseHost(response: ServerResponse) {
  response.writeHead(403, { 'content-type': 'text/plain' }).end('This host name is not served.\n')
}

function listening(server: Server, port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

function closed(server: Server) {
  return new Promise<void>((resolve) => server.close(() => resolve()))
}
