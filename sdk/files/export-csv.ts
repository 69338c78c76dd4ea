import type { CallOptions } from '../options.ts'
import type { Export } from '../resources/exports.ts'
import type { Transport } from '../transport.ts'
import { exportFile } from './export-file.ts'
import { streamOf } from './stream.ts'
import type { Jobs } from './wait.ts'

/** The CSV file in the ZIP of an export. */
export async function exportCsv(
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
  const { unzipped } = await import('./unzip.ts')
  return streamOf(unzipped(bytes), cancel)
}
