import { ConnectifError } from '../errors.ts'
import type { CallOptions } from '../options.ts'
import type { Import, ImportProblem } from '../resources/imports.ts'
import type { Transport } from '../transport.ts'
import { download } from './download.ts'
import type { Jobs } from './wait.ts'

const path = 'errorReportFileUrl of /imports/{id}'

/** The rows of the report of an import, many at a time; none where it has no report. */
export async function* errorReport(
  transport: Transport,
  imports: Jobs<Import>,
  id: string,
  options: CallOptions = {},
): AsyncGenerator<ImportProblem[]> {
  const first = linkOf(await imports.get(id, options))
  if (first === undefined) return
  const links = [first]
  const link = async () => {
    const one = links.pop() ?? linkOf(await imports.get(id, options))
    if (one === undefined) throw new ConnectifError('the import has no report any more')
    return one
  }
  const { bytes } = await download(transport, { path, link }, options)
  const { csvRows } = await import('./csv-rows.ts')
  yield* csvRows(bytes)
}

function linkOf({ id, status, errorReportFileUrl }: Import): string | undefined {
  if (status !== 'queued' && status !== 'inProgress') return errorReportFileUrl
  throw new ConnectifError(`the import ${id} is ${status}: wait for it with waitFor`)
}
