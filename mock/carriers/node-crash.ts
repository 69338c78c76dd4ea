import type { ServerResponse } from 'node:http'

/** A bug of the twin that a request brought out. */
export interface Crash {
  /** What was thrown. */
  readonly error: unknown
  /** HTTP method of the request. */
  readonly method: string
  /** Target of the request, as sent. */
  readonly target: string
}

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

/** Writes a crash to stderr, in one line. */
export function logCrash({ error, method, target }: Crash): void {
  const trace = error instanceof Error ? error.stack : undefined
  const words = (trace ?? String(error)).split('\n', 2).map((line) => line.trim())
  console.error(`bug of the twin, at ${method} ${target}: ${words.join(' ')}`)
}
