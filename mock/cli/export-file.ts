import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Connectif, Export } from '../../sdk/index.ts'
import { Mistake } from './mistake.ts'
import { isRead, tell } from './print.ts'
import { grouped, ProgressLine } from './progress-line.ts'
import { visible } from './visible.ts'

/** Has an export made. */
export type ExportAsked = (connectif: Connectif) => PromiseLike<Export>

/**
 * Has an export made, waits for it and writes it: to a `.zip` as it is, to any other file as CSV,
 * to stdout where there is no file. A file is there once it is whole.
 *
 * @throws {Mistake} when the export fails, or the file cannot be written
 */
export async function writeExport(
  connectif: Connectif,
  ask: ExportAsked,
  output: string | undefined,
): Promise<void> {
  const { id, total } = await finished(connectif, await ask(connectif))
  const isZip = output !== undefined && /\.zip$/i.test(output)
  const content = await (isZip ? connectif.exports.download(id) : connectif.exports.csv(id))
  if (output === undefined) return toStdout(content)

  await toFile(content, output)
  tell(visible(`Wrote ${grouped(total)} records to ${output}.`))
}

async function finished({ exports }: Connectif, { id }: Export): Promise<Export> {
  const line = new ProgressLine('records')
  const done = await exports
    .waitFor(id, {
      onProgress: ({ status, progress, total }) =>
        line.update({ done: progress, total, note: status }),
    })
    .finally(() => line.clear())
  if (done.status === 'finished') return done
  throw new Mistake(`the export ${id} ended as ${done.status}`)
}

async function toStdout(content: ReadableStream<Uint8Array>) {
  const bytes = streamOf(content)
  // Not piped, which would close it.
  for await (const piece of isRead() ? bytes.setEncoding('utf8') : bytes) {
    const shown = typeof piece === 'string' ? visible(piece.replaceAll('\r\n', '\n')) : piece
    if (!process.stdout.write(shown)) await once(process.stdout, 'drain')
  }
}

async function toFile(content: ReadableStream<Uint8Array>, file: string) {
  const part = `${file}.part`
  try {
    await pipeline(streamOf(content), createWriteStream(part))
    await rename(part, file)
  } catch (thrown) {
    await rm(part, { force: true })
    const { code, syscall, message } = thrown as NodeJS.ErrnoException
    if (syscall === undefined) throw thrown
    throw new Mistake(
      `cannot write ${file}: ${code === 'ENOENT' ? 'there is no such folder' : message}`,
    )
  }
}

/** Seam: the stream of the web and the one of Node are typed apart. */
function streamOf(content: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(content as NodeReadableStream<Uint8Array>)
}
