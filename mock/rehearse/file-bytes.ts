import { ConnectifError } from '../../sdk/errors.ts'
import { blobOf, textOf } from '../../sdk/files/create-import.ts'
import { unzipped } from '../../sdk/files/unzip.ts'
import { beginsWith, joined, zipMark } from '../files/bytes.ts'

const encoder = new TextEncoder()

/** All bytes of a file, in any form that an import of the SDK takes. */
export async function bytesOf(
  file: unknown,
  delimiter: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const blob = await blobOf(file)
  if (blob) return new Uint8Array(await blob.bytes.arrayBuffer())

  const { text, origin } = await textOf(file, delimiter)
  try {
    return await collected(text, signal)
  } finally {
    origin.stop()
  }
}

/** The file in a ZIP; what is no ZIP stays as it is, and a broken one is told as text. */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array | string> {
  if (!beginsWith(bytes, zipMark)) return bytes
  try {
    return await collected(unzipped(onePiece(bytes)))
  } catch (error) {
    if (error instanceof ConnectifError) return error.message.replace('the downloaded ', '')
    throw error
  }
}

async function* onePiece(bytes: Uint8Array) {
  yield bytes
}

async function collected(
  pieces: AsyncIterable<Uint8Array | string>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    // Whoever gives bytes may write into them again.
    chunks.push(typeof piece === 'string' ? encoder.encode(piece) : piece.slice())
  }
  return joined(chunks)
}
