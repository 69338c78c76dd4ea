import type { Answer, Call } from '../call.ts'
import type { Mock } from '../mock.ts'

/** What the control API answers. */
export interface ControlAnswer extends Answer {
  /** The calls that follow as server-sent events, instead of a body. */
  readonly events?: {
    /** Number of the last call that the client knows; without it, only new ones follow. */
    readonly after: number | undefined
  }
}

/** What only the carrier has: files, which there are none of in a browser. */
export interface Files {
  /** The text of the description of the control API. */
  readonly description?: () => string
}

/** What an operation works with. */
export interface Input {
  readonly mock: Mock
  /** The values in the path, decoded. */
  readonly params: Readonly<Record<string, string>>
  /** The values in the query, of the names that the operation takes. */
  readonly query: Readonly<Record<string, string>>
  readonly headers: Call['headers']
  /** Where the client reached the twin. */
  readonly origin: Call['origin']
  /** What came in: JSON of any shape, or the bytes of CSV; undefined where none is taken. */
  readonly body: unknown
  readonly files: Files
}

/** An operation of the control API. */
export interface ControlOperation {
  /** Names that may stand in the query. @default none */
  readonly query?: readonly string[]
  /** Bytes that its body may have. @default it takes no body */
  readonly bodyLimit?: number
  /** What its body is. @default 'application/json' */
  readonly bodyType?: 'text/csv'
  /** Carries it out. */
  readonly run: (input: Input) => ControlAnswer
}

/** Operations by their keys, such as `POST /__twin/reset`. */
export type ControlOperations = Readonly<Record<`${string} /__twin/${string}`, ControlOperation>>

/** Bytes of a body that steers. */
export const smallBody = 1_000_000

/** Bytes of a body that holds records; a string cannot be much longer. */
export const largeBody = 512_000_000
