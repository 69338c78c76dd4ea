import { ConnectifError } from '../errors.ts'
import type { Multipart } from './multipart.ts'
import type { Source } from './source.ts'
import { carrying, type Upload } from './upload.ts'

/**
 * A form with a file that can be read only once: its body is written piece by piece, as fast as it
 * is sent. Once more than the first piece of the file was taken, there can be no second try; where
 * that is all of the file, there can.
 *
 * @param origin - where the text comes from, in the end; it is told when no more is wanted
 */
export function streamedUpload(
  form: Multipart,
  text: AsyncIterator<Uint8Array | string>,
  origin: Source<unknown>,
): Upload {
  // Kept, since runtimes take as much before they are connected.
  let first: ReturnType<typeof text.next> | undefined
  let failure: ConnectifError | undefined
  const upload = {
    headers: form.headers,
    spent: false,
    in: (request: Request) => carrying(request, bodyOf(encoded(form, pieces()), blame)),
    failureIn: () => failure,
    close: () => origin.stop(),
  }
  return upload

  async function* pieces() {
    first ??= text.next()
    const begin = await first
    if (begin.done) return
    yield begin.value
    upload.spent = true
    let piece = await text.next()
    if (piece.done) upload.spent = false
    for (; !piece.done; piece = await text.next()) yield piece.value
  }
  function blame(error: unknown): ConnectifError {
    failure ??=
      error instanceof ConnectifError
        ? error
        : new ConnectifError('the file could not be read to its end', { cause: error })
    return failure
  }
}

/** The body of a request, taken only as it is sent. Its cancel ends nothing; `close` does. */
function bodyOf(
  pieces: AsyncGenerator<Uint8Array, undefined>,
  blame: (error: unknown) => Error,
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          controller.error(blame(error))
        }
      },
    },
    { highWaterMark: 0 },
  )
}

async function* encoded(
  { head, tail }: Multipart,
  text: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder()
  yield encoder.encode(head)
  let half = ''
  for await (const piece of text) {
    const whole = typeof piece === 'string' ? half + piece : half
    // A character can be cut in two by the end of a text, and only by that.
    half = typeof piece === 'string' ? (/[\ud800-\udbff]$/.exec(whole)?.[0] ?? '') : ''
    if (whole !== half) yield encoder.encode(whole.slice(0, whole.length - half.length))
    if (typeof piece !== 'string' && piece.length > 0) yield piece
  }
  yield encoder.encode(half + tail)
}

/**
 * Throws where streams cannot be sent: there, one is taken for the text "[object ReadableStream]",
 * which shows in the content type.
 */
export function streamsMustBeSendable(): void {
  const request = carrying(
    new Request('http://localhost', { method: 'POST' }),
    new ReadableStream(),
  )
  if (!request.headers.has('content-type')) return
  throw new ConnectifError('streams cannot be sent from here: pass the file as a Blob or a string')
}
