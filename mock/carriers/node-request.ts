import type { IncomingMessage } from 'node:http'
import type { Call } from '../call.ts'
import { isMultipart } from '../rules/gate.ts'

/** Where a request goes. */
export interface Target {
  /** The host that the client named. */
  readonly host: string | undefined
  /** As sent, percent-encoded. */
  readonly path: string
  /** As sent, without the question mark. */
  readonly query: string
}

/** A target may be a whole URL; its host then counts, not the header's. */
export function targetOf({ url = '', headers }: IncomingMessage): Target {
  const [, host = headers.host, rest = url] = /^https?:\/\/([^/?]*)(.*)$/i.exec(url) ?? []
  const mark = rest.indexOf('?')
  const path = mark === -1 ? rest : rest.slice(0, mark)
  return { host, path: path || '/', query: mark === -1 ? '' : rest.slice(mark + 1) }
}

/** A request without its body. */
export function callOf(
  { method, rawHeaders }: IncomingMessage,
  { host, path, query }: Target,
): Omit<Call, keyof Received> {
  const headers = headersOf(rawHeaders)
  return { origin: `http://${host}`, method: method as string, path, query, headers }
}

/** What came of a body. */
export type Received = Pick<Call, 'body' | 'bytes' | 'oversized'>

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

/** Reads a body to its end, but keeps no more of it than `limit` bytes. It is text unless told. */
export function receive(
  request: IncomingMessage,
  limit: number,
  done: (received: Received) => void,
  isText = !isMultipart(request.headers['content-type']),
): void {
  const chunks: Buffer[] = []
  let length = 0
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > limit) chunks.length = 0
    else chunks.push(chunk)
  })
  request.on('end', () => {
    const oversized = length > limit
    if (oversized || length === 0) return done({ body: undefined, oversized })
    const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    done(isText ? { body: text(bytes), oversized } : { body: undefined, bytes, oversized })
  })
}

function text(bytes: Buffer) {
  const body = bytes.toString()
  return body.startsWith('\uFEFF') ? body.slice(1) : body
}
