import { bytesOf } from '../call.ts'
import type { Mock } from '../mock.ts'
import { isMultipart, limitOf } from '../rules/gate.ts'
import type { Arrival } from '../traffic.ts'
import { delivered } from './delivered.ts'
import { nextTask } from './next-task.ts'

/** What answers. */
export type Twin = Pick<Mock, 'handle' | 'journal'>

/** A fetch that a twin answers. It yields to timers once a call, as a network would. */
export function fetchFrom(twin: Twin): typeof globalThis.fetch {
  return async (input, init) => {
    const arrival = twin.journal.traffic.arrival()
    const request =
      init === undefined && input instanceof Request ? input : new Request(input, init)
    await nextTask()
    request.signal.throwIfAborted()
    return respond(twin, request, arrival)
  }
}

const decoder = new TextDecoder()

/**
 * The response of the twin to a request.
 *
 * @throws {TypeError} as fetch does, when a fault drops the connection
 */
export async function respond(
  twin: Twin,
  request: Request,
  arrival: Arrival = twin.journal.traffic.arrival(),
): Promise<Response> {
  const contentType = request.headers.get('content-type') ?? undefined
  const bytes = request.body === null ? undefined : await request.arrayBuffer()
  const oversized = bytes !== undefined && bytes.byteLength > limitOf(contentType)
  const answer = twin.handle({
    method: request.method,
    ...split(request.url),
    headers: {
      authorization: request.headers.get('authorization') ?? undefined,
      'content-type': contentType,
    },
    ...(bytes === undefined || oversized ? none : bodyOf(bytes, contentType)),
    oversized,
    arrival,
  })
  if (answer.delivery) return heldBack(twin, delivered(answer, answer.delivery, request.signal))
  if (answer.file) return new Response(bytesOf(answer), answer)
  return new Response(answer.body === '' ? null : answer.body, answer)
}

/** Tells the traffic how long an answer is held back; one with a slow body, while its head is. */
async function heldBack({ journal }: Twin, response: Promise<Response>): Promise<Response> {
  const number = journal.count
  journal.traffic.hold(number)
  try {
    return await response
  } finally {
    journal.traffic.over(number)
  }
}

const none = { body: undefined }

function bodyOf(bytes: ArrayBuffer, contentType: string | undefined) {
  if (isMultipart(contentType)) return { body: undefined, bytes: new Uint8Array(bytes) }
  return { body: decoder.decode(bytes) }
}

/** The parts of an absolute URL, as sent: parsing it again would cost more than the call. */
function split(url: string) {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('#', start)
  const origin = url.slice(0, start)
  const rest = url.slice(start, end === -1 ? undefined : end)
  const mark = rest.indexOf('?')
  if (mark === -1) return { origin, path: rest, query: '' }
  return { origin, path: rest.slice(0, mark), query: rest.slice(mark + 1) }
}
