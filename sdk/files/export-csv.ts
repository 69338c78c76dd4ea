import type { CallOptions } from '../options.ts'
import type { Transport } from '../transport.ts'
import { exportFile, type GetExport } from './export-file.ts'
import { streamOf } from './stream.ts'
import { unzipped } from './unzip.ts'

/** The CSV file in the ZIP of an export. */
export async function exportCsv(
  transport: Transport,
  get: GetExport,
  options: CallOptions,
): Promise<ReadableStream<Uint8Array>> {
  const { bytes, cancel } = await exportFile(transport, await get(options), get, options)
  return streamOf(unzipped(bytes), cancel)
}
