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

/** What an operation works with. */
export interface Input {
  readonly mock: Mock
  /** The values in the path, decoded. */
  readonly params: Readonly<Record<string, string>>
  /** The values in the query, of the names that the operation takes. */
  readonly query: Readonly<Record<string, string>>
  readonly headers: Call['headers']
  /** The JSON that came in, of any shape; undefined where the operation takes none. */
  readonly body: unknown
}

/** An operation of the control API. */
export interface ControlOperation {
  /** Names that may stand in the query. @default none */
  readonly query?: readonly string[]
  /** Bytes that its JSON body may have. @default it takes no body */
  readonly bodyLimit?: number
  /** Carries it out. */
  readonly run: (input: Input) => ControlAnswer
}

/** Operations by their keys, such as `POST /__twin/reset`. */
export type ControlOperations = Readonly<Record<`${string} /__twin/${string}`, ControlOperation>>

/** Bytes of a body that steers. */
export const smallBody = 1_000_000

/** Bytes of a body that holds records; a string cannot be much longer. */
export const largeBody = 512_000_000
