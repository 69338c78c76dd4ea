import type { ServerResponse } from 'node:http'
import { type Answer, bytesOf } from '../call.ts'
import { pieces } from './delivered.ts'

/** Sends an answer as a fault has it. */
export function send(response: ServerResponse, answer: Answer): void {
  const { delivery } = answer
  switch (delivery?.kind) {
    case undefined:
      sendWhole(response, answer)
      break
    case 'late':
      held(delivery.ms, () => sendWhole(response, answer))
      break
    case 'never':
      break
    case 'dropped':
      response.destroy()
      break
    case 'cut':
      writeHead(response, answer)
      response.write(half(answer), () => response.destroy())
      break
    case 'slow':
      sendSlowly(response, answer, delivery.ms)
  }
}

function sendWhole(response: ServerResponse, answer: Answer) {
  writeHead(response, answer)
  response.end(answer.file ?? answer.body)
}

function writeHead(response: ServerResponse, { status, headers, body, file }: Answer) {
  // Without a length Node would send an empty body in chunks; 204 and HEAD have none at all.
  const sized = status !== 204 && response.req.method !== 'HEAD'
  response.writeHead(
    status,
    sized ? { ...headers, 'content-length': file?.length ?? Buffer.byteLength(body) } : headers,
  )
}

function half(answer: Answer) {
  const bytes = bytesOf(answer)
  return bytes.subarray(0, bytes.length / 2)
}

function sendSlowly(response: ServerResponse, answer: Answer, ms: number) {
  const bytes = bytesOf(answer)
  const step = Math.ceil(bytes.length / pieces)
  writeHead(response, answer)
  const sendFrom = (at: number) => {
    if (at >= bytes.length) return response.end()
    response.write(bytes.subarray(at, at + step))
    held(ms / pieces, () => sendFrom(at + step))
  }
  held(ms / pieces, () => sendFrom(0))
}

/** Goes on later; once the server is closed, what is held back does not keep the process. */
function held(ms: number, goOn: () => void) {
  setTimeout(goOn, ms).unref()
}
