import type { ConnectifError } from '../errors.ts'

/** A form with a file, which is written while it is sent. */
export interface Upload {
  /** Headers that go with it. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether it was begun and cannot be begun again, so that the call can have no second try. */
  readonly spent: boolean
  /** The request with the form as its body; one for each try. */
  in(request: Request): Request
  /** Why a try failed with this error, where the file is to blame and not the connection. */
  failureIn(error: unknown): ConnectifError | undefined
  /** Lets go of the file, wherever it is; called once the call has ended. */
  close(): void
}

/** A request like this one that carries the body. */
export function carrying(request: Request, body: BodyInit): Request {
  // Seam: the DOM types do not know `duplex`, without which a stream is refused.
  return new Request(request, { body, duplex: 'half' } as RequestInit)
}
