import type { ContactFields } from '../contact-fields.ts'
import { ConnectifError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Export } from '../resources/exports.ts'
import type { Transport } from '../transport.ts'
import { contactRows, type ExportedContact } from './contact-rows.ts'
import type { CsvRow } from './csv-rows.ts'
import { exportFile } from './export-file.ts'
import type { Jobs } from './wait.ts'

/** The rows of an export, many at a time. */
export async function* exportRows(
  transport: Transport,
  exports: Jobs<Export>,
  id: string,
  options: CallOptions = {},
): AsyncGenerator<CsvRow[]> {
  const of = await exports.get(id, options)
  const { bytes } = await exportFile(transport, exports, id, of, options)
  yield* await rowsIn(bytes, of.delimiter)
}

/** The contacts of an export, many at a time. */
export async function* exportContacts<Fields extends ContactFields>(
  transport: Transport,
  exports: Jobs<Export>,
  id: string,
  options: CallOptions = {},
  fields?: Fields,
): AsyncGenerator<ExportedContact<Fields>[]> {
  const of = await exports.get(id, options)
  if (of.exportType !== 'contacts') {
    throw new ConnectifError(`the export ${of.id} is one of ${of.exportType}: read it with rows`)
  }
  const { bytes } = await exportFile(transport, exports, id, of, options)
  yield* contactRows(await rowsIn(bytes, of.delimiter), fields)
}

/** What reads ZIP and CSV is loaded here alone: who writes a file needs neither. */
async function rowsIn(bytes: AsyncIterable<Uint8Array>, delimiter: string) {
  const [{ csvRows }, { unzipped }] = await Promise.all([
    import('./csv-rows.ts'),
    import('./unzip.ts'),
  ])
  return csvRows(unzipped(bytes), delimiter)
}
