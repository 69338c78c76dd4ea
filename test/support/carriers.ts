import { setupServer } from 'msw/node'
import { test as base, describe, inject, type TestAPI } from 'vitest'
import { handlers } from '../../mock/carriers/msw.ts'
import { serve } from '../../mock/carriers/server.ts'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import {
  Connectif,
  type ConnectifOptions,
  type ContactFields,
  type NoContactFields,
} from '../../sdk/index.ts'
import { type Answered, answerMustFit } from './contract-answers.ts'
import { answered, fetchSender, type Sender, socketSender } from './send.ts'

/** A twin behind one carrier, ready for calls. */
export interface Carried {
  readonly mock: Mock
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  readonly send: Sender
  close(): unknown
}

/** Where the API is. */
export const api = 'https://api.connectif.cloud'

/** What no handler answers is an error; msw 3 calls the option differently. */
const strict = { onUnhandledRequest: 'error', onUnhandledFrame: 'error' } as const

/** A new twin with these options, behind a carrier. */
type Carry = (options: MockOptions) => Carried | Promise<Carried>

const inNode: Readonly<Record<string, Carry>> = {
  'mock.fetch': (options) => {
    const mock = createMock(options)
    const { fetch } = mock
    return { mock, baseUrl: api, fetch, send: fetchSender(api, fetch), close: () => {} }
  },

  'MSW in Node': (options) => {
    const mock = createMock(options)
    const server = setupServer(...handlers(mock))
    server.listen(strict)
    const fetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args)
    const send = fetchSender(api, fetch)
    return { mock, baseUrl: api, fetch, send, close: () => server.close() }
  },

  'node:http': async (options) => {
    const mock = createMock(options)
    const { url, port, close } = await serve(mock, { port: 0 })
    return { mock, baseUrl: url, fetch: globalThis.fetch, send: socketSender(port), close }
  },
}

const olderWorker = 'MSW 2 in a worker'

// Only what runs in a browser loads what leads to one.
const inBrowser: Readonly<Record<string, Carry>> = {
  'MSW in a worker': async (options) => (await workers()).inWorker('msw', options),
  [olderWorker]: async (options) => (await workers()).inWorker('msw2', options),
}

const workers = () => import('../browser/support/worker-carrier.ts')

/** Every way to reach a twin from where the tests run, by its name. */
export const carriers = inject('chromium') === undefined ? inNode : inBrowser

/** Sends a raw JSON request with a good key; headers given here take the place of these. */
export type Send = (
  method: string,
  path: string,
  raw?: { headers?: Readonly<Record<string, string | null>> | Lines; body?: unknown },
) => Promise<Answered>

/** Header lines in place of all others; a name may come twice. */
type Lines = readonly (readonly [string, string])[]

/** A client with these options in place of the usual ones: no retries, checked answers. */
type ClientOf = <Fields extends ContactFields = NoContactFields>(
  options?: Partial<ConnectifOptions<Fields>>,
) => Connectif<Fields>

/** What a test on a carrier is given. Everything is its own. */
export interface OnCarrier {
  /** How the twin is set up. */
  options: MockOptions
  /** The twin. */
  mock: Mock
  /** The carrier that leads to the twin. */
  carried: Carried
  /** A client whose calls go through the carrier. */
  connectif: Connectif
  /** Further clients whose calls go through the carrier. */
  client: ClientOf
  /** A raw request through the carrier. */
  send: Send
}

/** A moment at which every twin of a test stands still. */
export const clock = '2026-01-01T00:00:00.000Z'

/** The API key of the account that a test works in. */
export const apiKey = 'test:secret'

/**
 * Runs a suite once per carrier. Each test has a twin of its own; `test.override('options', …)`
 * sets it up. Every answer is held against the contract.
 */
export function onEveryCarrier(suite: (test: TestAPI<OnCarrier>) => void): void {
  for (const [name, carry] of Object.entries(carriers)) {
    // Every operation, rule and fault goes through it in the tests of same bytes and troubles.
    if (name === olderWorker) continue
    describe(`on ${name}`, () => suite(testOn(carry)))
  }
}

function testOn(carry: Carry): TestAPI<OnCarrier> {
  return base.extend<OnCarrier>({
    options: {},
    mock: ({ carried }, use) => use(carried.mock),
    carried: async ({ options }, use) => {
      const carried = await carry({ clock, ...options })
      await use(carried)
      await carried.close()
    },
    connectif: ({ client }, use) => use(client()),
    client: ({ carried }, use) => use(clientOf(carried)),
    send: ({ carried }, use) => use(sendBy(carried.send)),
  })
}

function clientOf({ baseUrl, fetch }: Carried): ClientOf {
  const usual = { apiKey, baseUrl, fetch: checked(fetch), maxRetries: 0 }
  return (options) => new Connectif({ ...usual, ...options })
}

/** A fetch whose answers fit the contract, or else it rejects. */
export function checked(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { method, url } = request
    const response = await fetch(request)
    answerMustFit(await answered(method, new URL(url).pathname, response))
    return response
  }
}

/** Sends JSON with a good key, and holds the answer against the contract. */
export function sendBy(sender: Sender): Send {
  return async (method, path, { headers = {}, body } = {}) => {
    const usual = { authorization: `apiKey ${apiKey}`, 'content-type': 'application/json' }
    const lines = isLines(headers) ? headers : linesOf({ ...usual, ...headers })
    const answer = await sender(method, path, { headers: lines, ...bodyOf(body) })
    answerMustFit(answer)
    return answer
  }
}

function isLines(headers: Readonly<Record<string, string | null>> | Lines): headers is Lines {
  return Array.isArray(headers)
}

function linesOf(headers: Readonly<Record<string, string | null>>): Lines {
  return Object.entries(headers).filter((line): line is [string, string] => line[1] !== null)
}

/** Text and bytes go out as they are, everything else as JSON. */
function bodyOf(body: unknown): { body?: string | Uint8Array<ArrayBuffer> } {
  if (body === undefined) return {}
  if (typeof body === 'string') return { body }
  if (body instanceof Uint8Array) return { body: body as Uint8Array<ArrayBuffer> }
  return { body: JSON.stringify(body) }
}
