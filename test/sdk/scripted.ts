import { vi } from 'vitest'
import { Connectif, type ConnectifOptions } from '../../sdk/index.ts'

/** A step of a scripted `fetch`: what one request meets. */
export type Step = (request: Request) => Response | Promise<Response>

/** A client whose requests meet these steps in order, the last one again and again. */
export function scripted(steps: Step[], options: Partial<ConnectifOptions> = {}) {
  const requests: Request[] = []
  const fetch = async (request: Request) => {
    const step = steps[Math.min(requests.length, steps.length - 1)]
    requests.push(request)
    if (!step) throw new Error('no step is left')
    return step(request)
  }
  return { connectif: new Connectif({ apiKey: 'id:secret', fetch, ...options }), requests }
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return () => Response.json(value, { status, headers })
}

/** Answers without a body. */
export function status(code: number, headers: Record<string, string> = {}): Step {
  return () => new Response(null, { status: code, headers })
}

/** Fails as `fetch` does when the connection is lost, with the code of a system error. */
export function lost(code?: string): Step {
  return () => {
    throw new TypeError('fetch failed', code ? { cause: Object.assign(new Error(), { code }) } : {})
  }
}

/** Never answers; fails when the request is aborted. */
export const silence: Step = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

/** Answers 200 and breaks the connection in the middle of the body. */
export const cutShort: Step = () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":"65a0'))
    },
    pull(controller) {
      controller.error(new TypeError('terminated'))
    },
  })
  return new Response(body, { status: 200 })
}

/** Runs all (fake) timers that the call starts, and gives its result or its error. */
export async function outcome<T>(call: PromiseLike<T>): Promise<unknown> {
  const settled = Promise.resolve(call).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  return settled
}
