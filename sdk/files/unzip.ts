import { entryIn, type ZipEntry } from './zip-entry.ts'
import { ZipTail } from './zip-tail.ts'

/**
 * The only file of a ZIP, unpacked as it arrives, in constant memory. Its name is never looked at.
 *
 * The ZIP is read here and not by the `Unzip` of fflate. Where a ZIP does not tell sizes
 * beforehand, that one takes bytes which happen to look like the end of the file for it, once in
 * some seventy files of 20 MB; and it notices neither wrong sums nor a missing end.
 *
 * @throws {ConnectifError} when it is no ZIP, broken, cut short, or holds none or several files
 */
export async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const tail = new ZipTail()
  let head: Uint8Array = new Uint8Array()
  let entry: ZipEntry | undefined
  for await (const chunk of bytes) {
    tail.keep(chunk)
    if (entry) yield* entry.unpack(chunk)
    else {
      head = joined(head, chunk)
      entry = entryIn(head)
      if (entry) yield* entry.unpack(head.subarray(entry.begin))
    }
  }
  tail.mustAgreeWith(entry)
}

/** Bytes after one another. */
function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
