import type { Arrival } from './traffic.ts'

/** A request as the engine sees it: plain data, whatever carried it here. */
export interface Call {
  /**
   * Where the client reached the twin, such as `http://127.0.0.1:4010`; links begin with it.
   *
   * @default 'https://api.connectif.cloud'
   */
  readonly origin?: string
  /** Upper case, such as `PATCH`. */
  readonly method: string
  /** As sent: percent-encoded, without query. */
  readonly path: string
  /** As sent, without the question mark; empty when there is none. */
  readonly query: string
  /** Names in lower case; a header that was sent twice is joined by `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The body as text; undefined when there is none, when it is oversized, or multipart. */
  readonly body: string | undefined
  /** The body as bytes, where it is multipart. */
  readonly bytes?: Uint8Array | undefined
  /** Whether the body has more bytes than are taken. */
  readonly oversized: boolean
  /**
   * What was under way when it reached the carrier.
   *
   * @default what is when it is taken up
   */
  readonly arrival?: Arrival
}

/** A response as the engine gives it: the same bytes on every carrier. */
export interface Answer {
  /** HTTP status. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON text; empty when there is no body. */
  readonly body: string
  /** What is sent in place of the body, where it is a file. */
  readonly file?: Uint8Array
  /** What a fault does to the answer on its way; carriers see to it. */
  readonly delivery?: Delivery
}

/** What can happen to an answer on its way. */
export type Delivery =
  /** It comes `ms` milliseconds late. */
  | { readonly kind: 'late'; readonly ms: number }
  /** It never comes; the connection stays open. */
  | { readonly kind: 'never' }
  /** The connection is dropped before it. */
  | { readonly kind: 'dropped' }
  /** The connection is dropped in the middle of its body. */
  | { readonly kind: 'cut' }
  /** Its body takes `ms` milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }

/** The bytes of an answer. */
export function bytesOf({ body, file }: Answer): Uint8Array<ArrayBuffer> {
  return (file as Uint8Array<ArrayBuffer> | undefined) ?? encoder.encode(body)
}

const encoder = new TextEncoder()
const json = { 'content-type': 'application/json' }
const none = {}

/** The answer that carries this value as JSON; without a value, an empty body. */
export function answer(status: number, value?: unknown): Answer {
  if (value === undefined) return { status, headers: none, body: '' }
  return { status, headers: json, body: JSON.stringify(value) }
}
