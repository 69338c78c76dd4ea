import { type Answer, bytesOf, type Delivery } from '../call.ts'
import { nextTask } from './next-task.ts'

/** What fetch rejects with when the connection is dropped. */
export class ConnectionDropped extends TypeError {
  constructor() {
    const cause = Object.assign(new Error('other side closed'), { code: 'ECONNRESET' })
    super('fetch failed', { cause })
  }
}

/** A response that arrives as a fault has it. */
export async function delivered(
  answer: Answer,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Response> {
  const { status, headers } = answer
  const bytes = bytesOf(answer)
  const whole = bytes.length === 0 ? null : bytes
  switch (delivery.kind) {
    case 'late':
      await elapsed(delivery.ms, signal)
      return new Response(whole, { status, headers })
    case 'never':
      return elapsed(Number.POSITIVE_INFINITY, signal) as never
    case 'dropped':
      throw new ConnectionDropped()
    case 'cut':
      if (whole === null) throw new ConnectionDropped()
      return cut(answer, bytes)
    case 'slow':
      return new Response(whole && slow(bytes, delivery.ms, signal), { status, headers })
  }
}

/** Half of a body, under the length of the whole: only that shows that the rest is missing. */
function cut({ status, headers }: Answer, bytes: Uint8Array) {
  let sent = false
  const half = new ReadableStream({
    async pull(controller) {
      // MSW would drop what it has not yet written.
      if (sent) await nextTask()
      if (sent) controller.error(new ConnectionDropped())
      else controller.enqueue(bytes.subarray(0, bytes.length / 2))
      sent = true
    },
  })
  const length = { 'content-length': String(bytes.length) }
  return new Response(half, { status, headers: { ...headers, ...length } })
}

function slow(bytes: Uint8Array, ms: number, signal: AbortSignal) {
  const step = Math.ceil(bytes.length / pieces)
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      await elapsed(ms / pieces, signal)
      controller.enqueue(bytes.subarray(at, at + step))
      at += step
      if (at >= bytes.length) controller.close()
    },
  })
}

/** In how many pieces a slow body comes. */
export const pieces = 10

/** Ends after `ms` milliseconds, or by the signal. Timers are looked up late, for fake ones. */
function elapsed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const end = () => {
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const timer = Number.isFinite(ms) ? setTimeout(end, ms) : undefined
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
