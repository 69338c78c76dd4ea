import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from '../call.ts'
import type { Mock } from '../mock.ts'
import { bodyLimit } from '../rules/gate.ts'
import { hostIsServed } from './host.ts'

/** Where the server listens. */
export interface ServeOptions {
  /** Port; 0 takes any free one. @default 4010 */
  port?: number
  /** Address to bind to. @default '127.0.0.1' */
  host?: string
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
 * @throws {Error} when the port is taken or the address cannot be bound
 * @example
 * ```ts
 * const server = await serve(mock, { port: 0 })
 * const connectif = new Connectif({ apiKey: 'test:secret', baseUrl: server.url })
 * ```
 */
export async function serve(mock: Mock, options: ServeOptions = {}): Promise<MockServer> {
  const { port = 4010, host = '127.0.0.1' } = options
  const server = createServer((request, response) => {
    if (!hostIsServed(host, request.headers.host)) return refuseHost(response)
    receive(request, (body, oversized) => send(response, answerTo(mock, request, body, oversized)))
  })
  await listening(server, port, host)
  const { port: taken } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return { url: `http://${name}:${taken}`, port: taken, close: () => closed(server) }
}

function answerTo(
  mock: Mock,
  request: IncomingMessage,
  body: string | undefined,
  oversized: boolean,
): Answer {
  const url = request.url as string
  const mark = url.indexOf('?')
  return mock.handle({
    method: request.method as string,
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark + 1),
    headers: headersOf(request.rawHeaders),
    body,
    oversized,
  })
}

/** Unlike Node's own view, a header that was sent twice is not reduced to its first value. */
function headersOf(raw: readonly string[]) {
  const headers: Record<string, string> = {}
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] as string).toLowerCase()
    const value = raw[at + 1] as string
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return headers
}

/** Reads a body to its end, but keeps no more of it than the API takes. */
function receive(
  request: IncomingMessage,
  done: (body: string | undefined, oversized: boolean) => void,
) {
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > bodyLimit) chunks.length = 0
    else chunks.push(chunk)
  })
  request.on('end', () => {
    const oversized = bytes > bodyLimit
    done(oversized || bytes === 0 ? undefined : text(chunks), oversized)
  })
}

function text(chunks: readonly Buffer[]) {
  const body = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString()
  return body.startsWith('\uFEFF') ? body.slice(1) : body
}

function send(response: ServerResponse, { status, headers, body }: Answer) {
  response.writeHead(
    status,
    body === '' ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
  )
  response.end(body)
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
  return new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
