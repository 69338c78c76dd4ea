import type { Call, Mock } from '../../mock/index.ts'
import type { Violation } from '../../mock/problems.ts'
import { isMultipart } from '../../mock/rules/gate.ts'
import { answerMustFit } from './contract-answers.ts'

/** What a twin answered, read. */
export interface Reply {
  readonly status: number
  /** The rule that refused. */
  readonly rule: string | undefined
  /** The body's JSON; undefined when it is empty. */
  readonly json: Record<string, unknown> | undefined
  /** The refused fields; empty when none are named. */
  readonly violations: readonly Violation[]
  readonly headers: Readonly<Record<string, string>>
  /** The body's text. */
  readonly text: string
}

/** Parts of a call that are not the usual ones. */
export type CallParts = Partial<Omit<Call, 'method' | 'path' | 'body'>>

/** A call with a good key and a JSON content type: `callOf('GET /contacts/email/a@b.example')`. */
export function callOf(line: string, body?: unknown, parts: CallParts = {}): Call {
  const [method, target] = line.split(/ (.*)/, 2) as [string, string]
  const [path, query = ''] = target.split('?', 2) as [string, string?]
  const headers = { authorization: 'apiKey test:secret', 'content-type': 'application/json' }
  const call = { method, path, query, headers, oversized: false, ...parts }
  if (body instanceof Uint8Array) return { body: undefined, bytes: body, ...call }
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  if (text === undefined || !isMultipart(call.headers['content-type']))
    return { body: text, ...call }
  return { body: undefined, bytes: new TextEncoder().encode(text), ...call }
}

/** Asks a twin without any carrier, and holds the answer against the contract. */
export function ask(mock: Mock, line: string, body?: unknown, parts: CallParts = {}): Reply {
  const call = callOf(line, body, parts)
  const answer = mock.handle(call)
  answerMustFit({ ...answer, method: call.method, path: call.path })
  return replyOf(answer)
}

/** Asks a twin whose switches let it answer with statuses that the contract does not list. */
export function askFreely(mock: Mock, line: string, body?: unknown, parts?: CallParts): Reply {
  return replyOf(mock.handle(callOf(line, body, parts)))
}

function replyOf({ status, headers, body, file }: ReturnType<Mock['handle']>): Reply {
  const json = body === '' ? undefined : JSON.parse(body)
  const violations = json?.validationErrors ?? []
  const text = file ? new TextDecoder().decode(file) : body
  return { status, headers, json, violations, text, rule: headers['x-connectif-mock-rule'] }
}
