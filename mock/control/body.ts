import type { Call } from '../call.ts'
import type { ControlOperation } from './operation.ts'
import { Refusal } from './refusal.ts'

const encoder = new TextEncoder()

/**
 * The body of a call as its operation takes it: JSON, or the bytes of CSV.
 *
 * @throws {Refusal} 415, 413 or 400 when it is not that
 */
export function bodyOf(call: Call, { bodyLimit, bodyType }: ControlOperation): unknown {
  if (bodyLimit === undefined) return undefined
  const type = bodyType ?? 'application/json'
  const given = call.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (given !== type) throw new Refusal(415, `the content type must be ${type}`)
  if (call.oversized) throw new Refusal(413, `the body is larger than ${bodyLimit} bytes`)
  return bodyType === undefined ? jsonOf(call) : (call.bytes ?? encoder.encode(call.body))
}

function jsonOf({ body }: Call): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    throw new Refusal(400, body === undefined ? 'the body is empty' : 'the body is not valid JSON')
  }
}
