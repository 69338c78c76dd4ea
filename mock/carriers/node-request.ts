import type { IncomingMessage } from 'node:http'
import type { Call } from '../call.ts'

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
  { path, query }: Target,
): Omit<Call, 'body' | 'oversized'> {
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

/** Reads a body to its end, but keeps no more of it than `limit` bytes. */
export function receive(
  request: IncomingMessage,
  limit: number,
  done: (body: string | undefined, oversized: boolean) => void,
): void {
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > limit) chunks.length = 0
    else chunks.push(chunk)
  })
  request.on('end', () => {
    const oversized = bytes > limit
    done(oversized || bytes === 0 ? undefined : text(chunks), oversized)
  })
}

function text(chunks: readonly Buffer[]) {
  const body = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString()
  return body.startsWith('\uFEFF') ? body.slice(1) : body
}
