import { expect, test } from 'vitest'
import { aContact } from '../../../mock/builders/samples.ts'
import {
  type Answer,
  createMock,
  type FaultKind,
  type Mock,
  type MockOptions,
} from '../../../mock/index.ts'
import { callOf } from '../../support/ask.ts'
import { carriers, clock } from '../../support/carriers.ts'

const told = [
  'content-type',
  'date',
  'retry-after',
  'x-connectif-mock-rule',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]

/** What is sent under every kind of trouble, in this order. */
const calls = [
  ['PATCH /contacts/external-id/POS-2', { _name: 'Ñ 😀', _email: 'bob@example.com' }],
  ['GET /contacts/external-id/POS-2', undefined],
  ['PATCH /contacts/email/bob@example.com', { _externalId: 'POS-000001' }],
  ['HEAD /contacts/external-id/POS-000001', undefined],
  ['DELETE /contacts/external-id/POS-2', undefined],
] as const

const kinds: readonly (FaultKind | undefined)[] = [
  undefined,
  { kind: 'status', status: 503, headers: { 'retry-after': '7' } },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 401 },
  { kind: 'delay', ms: 1 },
  { kind: 'timeout' },
  { kind: 'reset' },
  { kind: 'lost-reply' },
  { kind: 'truncate' },
  { kind: 'duplicate' },
  { kind: 'slow-body', ms: 10 },
]

/** How a call went: what arrived, or how it failed. */
type Outcome =
  | readonly ['lost' | 'unanswered']
  | readonly ['cut', number]
  | readonly ['whole', object]
type Ask = (mock: Mock, line: string, body: object | undefined) => Outcome | Promise<Outcome>

/** The whole script on a twin: every call under every trouble, and the limit in between. */
async function played(mock: Mock, ask: Ask): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const kind of kinds) {
    mock.faults.clear()
    if (kind) mock.faults.add({ ...kind, times: calls.length })
    for (const [line, body] of calls) {
      mock.clock.advance({ seconds: 5, milliseconds: 250 })
      outcomes.push(await ask(mock, line, body))
    }
  }
  return outcomes
}

const options: MockOptions = {
  clock,
  seed: { contacts: [aContact()] },
  rateLimit: { limit: 9, retryAfter: true },
}

function whole(status: number, headers: Headers, body: string): Outcome {
  return ['whole', { status, body, headers: told.map((name) => headers.get(name)) }]
}

/** What a client sees of an answer as the engine gives it; where no body is, none can be cut. */
function outcomeOf({ status, headers, body, delivery }: Answer): Outcome {
  switch (delivery?.kind) {
    case 'dropped':
      return ['lost']
    case 'never':
      return ['unanswered']
    case 'cut':
      return body === '' ? ['lost'] : ['cut', status]
    default:
      return whole(status, new Headers(headers), body)
  }
}

/** What a client sees that stops to wait once the twin has the call and will not answer. */
function asking(baseUrl: string, fetch: typeof globalThis.fetch): Ask {
  return async (mock, line, body) => {
    const { method, path, headers } = callOf(line)
    const sent = body && { body: JSON.stringify(body) }
    const leaving = new AbortController()
    const stop = mock.journal.subscribe(({ fault }) => fault === 'timeout' && leaving.abort())
    try {
      const init = { method, headers: headers as HeadersInit, signal: leaving.signal, ...sent }
      const response = await fetch(baseUrl + path, init)
      return await response.text().then(
        (text) => whole(response.status, response.headers, text),
        () => ['cut', response.status] as const,
      )
    } catch {
      return [leaving.signal.aborted ? 'unanswered' : 'lost']
    } finally {
      stop()
    }
  }
}

const ofTheEngine = () =>
  played(createMock(options), (mock, line, body) => outcomeOf(mock.handle(callOf(line, body))))

test.for(Object.entries(carriers))(
  'on %s every trouble looks as the engine has it, byte by byte',
  { timeout: 30_000 },
  async ([, carry], { expect }) => {
    const { mock, baseUrl, fetch, close } = await carry(options)

    const outcomes = await played(mock, asking(baseUrl, fetch))
    await close()

    const expected = await ofTheEngine()
    const lines = kinds.flatMap((kind) => calls.map(([line]) => `${kind?.kind}: ${line}`))
    expect(outcomes.map((outcome, at) => [lines[at], outcome])).toEqual(
      expected.map((outcome, at) => [lines[at], outcome]),
    )
  },
)

test('every kind of trouble is in it, refusals by the limit too, and it is the same each time', async () => {
  const outcomes = await ofTheEngine()

  expect(await ofTheEngine()).toEqual(outcomes)
  expect(new Set(outcomes.map(([how]) => how))).toEqual(
    new Set(['whole', 'lost', 'unanswered', 'cut']),
  )
  expect(
    outcomes.filter((one) => JSON.stringify(one).includes('rate-limit')).length,
  ).toBeGreaterThan(5)
})
