import { request } from 'node:http'
import type { Answered } from './contract-answers.ts'

/** A raw request: what an SDK would never send goes out as it is. */
interface Raw {
  /** One pair per header line; a name may come twice. */
  headers?: readonly (readonly [string, string])[]
  /** Text, or bytes. */
  body?: string | Uint8Array<ArrayBuffer>
}

/** Sends a raw request; without a content type of its own. */
export type Sender = (method: string, path: string, raw: Raw) => Promise<Answered>

/** Sends through a fetch, which normalises paths as every fetch does. */
export function fetchSender(baseUrl: string, fetch: typeof globalThis.fetch): Sender {
  return async (method, path, { headers = [], body }) => {
    const lines = headers.map(([name, value]): [string, string] => [name, value])
    const init: RequestInit = { method, headers: lines }
    if (body !== undefined) init.body = bytesOf(body)
    const url = `${baseUrl}${path}`
    return answered(method, new URL(url).pathname, await fetch(url, init))
  }
}

/** Sends over a socket, with the path and the header lines exactly as given. */
export function socketSender(port: number): Sender {
  return (method, path, { headers = [], body }) => {
    const length = body === undefined ? [] : ['content-length', String(bytesOf(body).byteLength)]
    const lines = ['host', `127.0.0.1:${port}`, ...length, ...headers.flat()]
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method, path, headers: lines, agent: false }
      request(options as object, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            method,
            path: path.split('?', 1)[0] as string,
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string>,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      })
        .on('error', reject)
        .end(body === undefined ? undefined : bytesOf(body))
    })
  }
}

/** The answer that a response holds; the response stays readable. */
export async function answered(
  method: string,
  path: string,
  response: Response,
): Promise<Answered> {
  const headers = Object.fromEntries(response.headers)
  const { status } = response
  return { method, path, status, headers, body: await response.clone().text() }
}

function bytesOf(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body
}
