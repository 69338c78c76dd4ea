import { ConnectifError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Export } from '../resources/exports.ts'
import type { Transport } from '../transport.ts'
import { type Download, download } from './download.ts'
import { streamOf } from './stream.ts'
import type { Jobs } from './wait.ts'

/** Begins to download the ZIP of this export; gets the export again where its link is dead. */
export function exportFile(
  transport: Transport,
  exports: Jobs<Export>,
  id: string,
  of: Export,
  options: CallOptions,
): Promise<Download> {
  const links = [linkOf(of)]
  const link = async () => links.pop() ?? linkOf(await exports.get(id, options))
  return download(transport, { path: 'fileUrl of /exports/{id}', link }, options)
}

/** The link of an export that has a file. */
function linkOf({ id, status, fileUrl }: Export): string {
  if (status === 'finished' && fileUrl) return fileUrl
  const advice = status === 'queued' || status === 'inProgress' ? ': wait for it with waitFor' : ''
  throw new ConnectifError(`the export ${id} has no file, its status is ${status}${advice}`)
}

/** The ZIP of an export. */
export async function exportZip(
  transport: Transport,
  exports: Jobs<Export>,
  id: string,
  options: CallOptions = {},
): Promise<ReadableStream<Uint8Array>> {
  const { bytes, cancel } = await exportFile(
    transport,
    exports,
    id,
    await exports.get(id, options),
    options,
  )
  return streamOf(bytes, cancel)
}
