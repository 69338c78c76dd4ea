/** A bug of the twin that a request brought out. */
export interface Crash {
  /** What was thrown. */
  readonly error: unknown
  /** HTTP method of the request. */
  readonly method: string
  /** Target of the request, as sent. */
  readonly target: string
}

/** Writes a crash to stderr, in one line. */
export function logCrash({ error, method, target }: Crash): void {
  const trace = error instanceof Error ? error.stack : undefined
  const words = (trace ?? String(error)).split('\n', 2).map((line) => line.trim())
  console.error(`bug of the twin, at ${method} ${target}: ${words.join(' ')}`)
}
