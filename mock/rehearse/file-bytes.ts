import { ConnectifError } from '../../sdk/errors.ts'
import { blobOf, textOf } from '../../sdk/files/create-import.ts'
import { unzipped } from '../../sdk/files/unzip.ts'

const encoder = new TextEncoder()
const zip = [0x50, 0x4b, 0x03, 0x04]

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
    return await joined(text, signal)
  } finally {
    origin.stop()
  }
}

/** The file in a ZIP; what is no ZIP stays as it is, and a broken one is told as text. */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array | string> {
  if (!zip.every((byte, at) => bytes[at] === byte)) return bytes
  try {
    return await joined(unzipped(onePiece(bytes)))
  } catch (error) {
    if (error instanceof ConnectifError) return error.message.replace('the downloaded ', '')
    throw error
  }
}

async function* onePiece(bytes: Uint8Array) {
  yield bytes
}

async function joined(
  pieces: AsyncIterable<Uint8Array | string>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    // Whoever gives bytes may write into them again.
    const chunk = typeof piece === 'string' ? encoder.encode(piece) : piece.slice()
    chunks.push(chunk)
    length += chunk.length
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
