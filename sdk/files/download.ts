import { ApiError, ConnectifError, ConnectionError, TimeoutError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'

/** A file behind a link, and how to get a fresh link. */
export interface Linked {
  /** What it is, for messages; nothing of the link is in them. */
  readonly path: string
  /** A link that works. */
  link(): Promise<string>
}

/** A download that has begun. */
export interface Download {
  /** The bytes, taken only as they are asked for. */
  readonly bytes: AsyncGenerator<Uint8Array>
  /** Ends it, also while a piece is awaited. */
  cancel(reason?: unknown): void
}

/**
 * Begins to download a file. A dead link is got afresh once. `timeout` holds for each wait: until
 * the file begins to arrive, and for each piece of it.
 */
export async function download(
  transport: Transport,
  file: Linked,
  options: CallOptions,
): Promise<Download> {
  const response = await opened(transport, file, options)
  const reader = response.body?.getReader()
  const timeout = options.timeout ?? transport.defaults.timeout
  const cancel = (reason?: unknown) => {
    reader?.cancel(reason).catch(() => {})
  }
  return { bytes: pieces(reader, file.path, { ...options, timeout }, cancel), cancel }
}

async function* pieces(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  path: string,
  { signal, timeout }: CallOptions & { timeout: number },
  cancel: () => void,
): AsyncGenerator<Uint8Array> {
  const call = { method: 'GET', path }
  const late = () => new TimeoutError(call, `nothing more of it arrived within ${timeout} ms`)
  try {
    while (reader) {
      const { done, value } = await inTime(reader.read(), timeout, signal, late)
      if (done) return
      if (value.length > 0) yield value
    }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof TimeoutError) throw error
    throw new ConnectionError(call, 'the download broke off', error)
  } finally {
    cancel()
  }
}

async function opened(
  transport: Transport,
  { path, link }: Linked,
  options: CallOptions,
): Promise<Response> {
  const { baseUrl } = transport.defaults
  const open = async (at: string) => {
    linkMustBeSafe(at, baseUrl, path)
    const response = await transport.file(at, path, options)
    try {
      // A redirect could have led anywhere. A scripted `fetch` may tell no URL.
      if (response.url) linkMustBeSafe(response.url, baseUrl, path)
      return response
    } catch (error) {
      response.body?.cancel().catch(() => {})
      throw error
    }
  }
  const first = await link()
  try {
    return await open(first)
  } catch (error) {
    if (!(error instanceof ApiError) || ![403, 404, 410].includes(error.status)) throw error
    return await open(await link())
  }
}

/** Refuses a link that takes the file over an open line, or that no request can be made of. */
function linkMustBeSafe(link: string, baseUrl: string, path: string): void {
  const url = URL.canParse(link) ? new URL(link) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && /^http:/i.test(baseUrl))
  if (safe && url.username + url.password === '') return
  throw new ConnectifError(`GET ${path}: the link to it is not https, or not a link`)
}

/** What is read, unless it takes longer than `ms` milliseconds or the signal aborts. */
function inTime<T>(
  reading: Promise<T>,
  ms: number,
  signal: AbortSignal | undefined,
  late: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      settle()
    }
    const stop = () => end(() => reject(signal?.reason))
    const timer = setTimeout(() => end(() => reject(late())), ms)
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    reading.then(
      (value) => end(() => resolve(value)),
      (error) => end(() => reject(error)),
    )
  })
}
