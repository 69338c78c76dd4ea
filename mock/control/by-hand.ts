import { multipart } from '../../sdk/files/multipart.ts'
import { type Answer, answer, type Call } from '../call.ts'
import { joined } from '../files/bytes.ts'
import { bodyLimit, isMultipart } from '../rules/gate.ts'
import type { RuleFacts } from '../rules/rule.ts'
import type { ControlAnswer, ControlOperations, Input } from './operation.ts'
import { accountOf } from './records.ts'
import { Refusal } from './refusal.ts'
import { membersOf, textIn } from './values.ts'

const importOptions = [
  'type',
  'delimiter',
  'overrideExisting',
  'updateOnlyEmptyFields',
  'couponSetId',
]
const encoder = new TextEncoder()

/** Calls of the API that somebody makes by hand: by all its rules, but without a key. */
export const byHand: ControlOperations = {
  'POST /__twin/accounts/{id}/call': {
    // Around the largest body that the API takes, escaped as a text of JSON.
    bodyLimit: bodyLimit * 2,
    run: (input) => called(input, callFrom(input.body)),
  },

  'POST /__twin/accounts/{id}/imports': {
    query: importOptions,
    bodyLimit,
    bodyType: 'text/csv',
    run: (input) => {
      const file = input.body as Uint8Array
      const { headers, head, tail } = multipart(Object.entries(input.query), 'import.csv')
      const bytes = joined([encoder.encode(head), file, encoder.encode(tail)])
      return called(input, { method: 'POST', path: '/imports/', query: '', headers, bytes })
    },
  },
}

type HandCall = Pick<Call, 'method' | 'path' | 'query' | 'headers' | 'bytes'> & { body?: string }

function called(input: Input, call: HandCall): ControlAnswer {
  const account = accountOf(input)
  const { origin } = input
  const length = call.bytes?.length ?? encoder.encode(call.body).length
  const oversized = call.bytes === undefined && length > bodyLimit
  const whole = {
    ...call,
    ...(origin !== undefined && { origin }),
    body: oversized ? undefined : call.body,
    oversized,
  }
  const reply = input.mock.handleIn(input.params.id as string, account, whole)
  return answer(200, shown(reply, input.mock.rules))
}

/** An answer of the API as JSON, with the rule that refused. Its date is that of the clock. */
function shown({ status, headers: told, body }: Answer, rules: readonly RuleFacts[]) {
  const { date: _, ...headers } = told
  const isJson = headers['content-type'] === 'application/json'
  const rule = rules.find(({ id }) => id === headers['x-connectif-mock-rule'])
  return {
    status,
    headers,
    body: isJson && body !== '' ? JSON.parse(body) : null,
    ...(rule && {
      rule: { id: rule.id, sentence: rule.says, source: rule.source, grade: rule.grade },
    }),
  }
}

function callFrom(given: unknown): HandCall {
  const members = membersOf(given, ['method', 'path', 'body', 'headers'])
  const method = textIn(members, 'method').toUpperCase()
  const target = textIn(members, 'path')
  if (!target.startsWith('/')) throw new Refusal(422, 'path must start with a slash')
  const mark = target.indexOf('?')
  const { body } = members
  const headers = headersFrom(members.headers, body)
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  return {
    method,
    path: mark === -1 ? target : target.slice(0, mark),
    query: mark === -1 ? '' : target.slice(mark + 1),
    headers,
    ...(isMultipart(headers['content-type'])
      ? { bytes: encoder.encode(text) }
      : text !== undefined && { body: text }),
  }
}

/** Names in lower case. A key would be kept in places where none should be. */
function headersFrom(given: unknown, body: unknown) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const entries = Object.entries(given === undefined ? {} : membersOf(given, undefined, 'headers'))
  const headers: Record<string, string> = { ...type }
  for (const [name, value] of entries) {
    if (typeof value !== 'string') throw new Refusal(422, `the header ${name} must be text`)
    if (name.toLowerCase() === 'authorization') throw new Refusal(422, 'no key is needed here')
    headers[name.toLowerCase()] = value
  }
  return headers
}
