/**
 * The twin over HTTP: `serve(mock)` on `node:http`.
 *
 * @module connectif-sdk/mock/server
 */
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
  /**
   * Hears of a bug of the twin, which its caller gets as a 500; the server goes on.
   *
   * @default writes it to stderr, in one line
   */
  onCrash?: (crash: Crash) => void
}

/** A bug of the twin that a request brought out. */
export interface Crash {
  /** What was thrown. */
  readonly error: unknown
  /** HTTP method of the request. */
  readonly method: string
  /** Target of the request, as sent. */
  readonly target: string
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
  const { port = 4010, host = '127.0.0.1', onCrash = logCrash } = options
  const server = createServer((request, response) => {
    const target = targetOf(request)
    if (!hostIsServed(host, target.host)) return refuseHost(response)
    receive(request, (body, oversized) => {
      try {
        send(response, mock.handle({ ...callOf(request, target), body, oversized }))
      } catch (error) {
        const crash = { error, method: request.method as string, target: request.url as string }
        sendCrash(response, crash)
        onCrash(crash)
      }
    })
  })
  await listening(server, port, host)
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://${nameOf(host)}:${taken}`, port: taken, close: () => closed(server) }
}

/** A name that clients can reach the server by; the wildcard addresses are none. */
function nameOf(host: string) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

interface Target {
  readonly host: string | undefined
  readonly path: string
  readonly query: string
}

/** A target may be a whole URL; its host then counts, not the header's. */
function targetOf({ url = '', headers }: IncomingMessage): Target {
  const [, host = headers.host, rest = url] = /^https?:\/\/([^/?]*)(.*)$/i.exec(url) ?? []
  const mark = rest.indexOf('?')
  const path = mark === -1 ? rest : rest.slice(0, mark)
  return { host, path: path || '/', query: mark === -1 ? '' : rest.slice(mark + 1) }
}

function callOf({ method, rawHeaders }: IncomingMessage, { path, query }: Target) {
  return { method: method as string, path, query, headers: headersOf(rawHeaders) }
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
  // Without a length Node would send an empty body in chunks; 204 and HEAD have none at all.
  const sized = status !== 204 && response.req.method !== 'HEAD'
  response.writeHead(
    status,
    sized ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers,
  )
  response.end(body)
}

function sendCrash(response: ServerResponse, { error }: Crash) {
  if (response.headersSent) return response.destroy()
  response
    .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    .end(`This is a bug of the twin, not an answer of the API. Please report it: ${error}\n`)
}

function logCrash({ error, method, target }: Crash) {
  const trace = error instanceof Error ? error.stack : undefined
  const words = (trace ?? String(error)).split('\n', 2).map((line) => line.trim())
  console.error(`bug of the twin, at ${method} ${target}: ${words.join(' ')}`)
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
