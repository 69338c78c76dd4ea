/**
 * Runs in the browser: a twin that MSW's service worker leads to, and what the tests steer it by.
 */
import { http, passthrough } from 'msw'
import { setupWorker } from 'msw/browser'
import { handlers } from '../../../mock/carriers/msw.ts'
import { toBase64 } from '../../../mock/files/base64.ts'
import { type Call, createMock, type Mock, type MockOptions } from '../../../mock/index.ts'

/** A member that is read, and what it is called with, if it is. */
export type Step = readonly [name: string, args?: readonly unknown[]]

/** A request that the page sends with its own fetch. */
interface PageRequest {
  readonly method: string
  readonly url: string
  readonly headers: [string, string][]
  /** Where the page finds the body. */
  readonly body: string | undefined
}

/** What has arrived of an answer; or that it was lost. */
type Head =
  | { readonly status: number; readonly headers: [string, string][] }
  | { readonly lost: string }

/** The next bytes of a body, in Base64; none at its end. */
export type Piece = { readonly bytes?: string } | { readonly lost: string }

const worker = setupWorker()
const responses = new Map<number, ReadableStreamDefaultReader<Uint8Array> | undefined>()
const leaving = new Map<number, AbortController>()
let twin: Mock | undefined

const page = {
  /** Starts the worker. */
  start: () => worker.start({ quiet: true }).then(() => {}),

  /** Lets a new twin answer, which tells of every call before its answer leaves. */
  open(options: MockOptions, number: number) {
    const mock = createMock(options)
    const handle = mock.handle.bind(mock)
    mock.handle = (call: Call) => {
      const answer = handle(call)
      const { bytes } = call
      const { file } = answer
      handled({
        twin: number,
        call: { ...call, bytes: bytes && toBase64(bytes) },
        answer: { ...answer, file: file && toBase64(file) },
      })
      return answer
    }
    twin = mock
    worker.resetHandlers(...handlers(mock), http.get('/bodies/*', passthrough))
  },

  /** Does to the twin what a test did to its own. What it throws, the test has seen. */
  steer(steps: readonly Step[]) {
    let at: unknown = twin
    try {
      for (const [name, args] of steps) {
        const owner = at as Record<string, unknown>
        const member = owner[name]
        at = args ? Reflect.apply(member as () => unknown, owner, args) : member
      }
    } catch {}
  },

  /** Sends a request; its body is read by `read`. */
  async ask(id: number, { method, url, headers, body }: PageRequest): Promise<Head> {
    const controller = new AbortController()
    leaving.set(id, controller)
    const init: RequestInit = { method, headers }
    try {
      // As bytes, the browser would hand it to whoever debugs it, which takes minutes for 50 MB.
      if (body !== undefined) init.body = new Blob([await (await fetch(body)).arrayBuffer()])
      controller.signal.throwIfAborted()
      const response = await fetch(url, { ...init, signal: controller.signal })
      responses.set(id, response.body?.getReader())
      return { status: response.status, headers: [...response.headers] }
    } catch (error) {
      return { lost: String(error) }
    }
  },

  /** Reads on in the body of an answer. */
  async read(id: number): Promise<Piece> {
    try {
      const { value } = (await responses.get(id)?.read()) ?? {}
      return value ? { bytes: toBase64(value) } : {}
    } catch (error) {
      return { lost: String(error) }
    }
  },

  /** Gives a request up. */
  leave: (id: number) => leaving.get(id)?.abort(),
}

/** What a test reaches of the page. */
type TwinPage = typeof page

/** A call that the twin in the page answered; bytes are in Base64. */
export interface Handled {
  /** The number of the twin. */
  readonly twin: number
  readonly call: object
  readonly answer: object
}

declare global {
  var twinPage: TwinPage
  function handled(one: Handled): void
}

globalThis.twinPage = page
