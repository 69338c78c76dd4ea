import type { ServerResponse } from 'node:http'
import type { Crash } from './crash.ts'

/** Does the work of a request. A bug in it is answered with 500 and told; the server goes on. */
export function crashing(
  response: ServerResponse,
  onCrash: (crash: Crash) => void,
  work: () => void,
): void {
  try {
    work()
  } catch (error) {
    const { method, url } = response.req
    sendCrash(response, error)
    onCrash({ error, method: method as string, target: url as string })
  }
}

function sendCrash(response: ServerResponse, error: unknown) {
  if (response.headersSent) return response.destroy()
  response
    .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    .end(`This is a bug of the twin, not an answer of the API. Please report it: ${error}\n`)
}
