import type { components } from '../../sdk/generated/schema.ts'
import { answer } from '../call.ts'
import { scan } from '../files/scan.ts'
import { problems } from '../problems.ts'
import { columnsMustDiffer, fileMustBeReadable, fileMustBeSent } from '../rules/import-file.ts'
import { cancelled, importOptionsMustAgree, importsMustNotPileUp } from '../rules/imports.ts'
import type { ImportRow } from '../state/job-rows.ts'
import { iso } from '../state/moment.ts'
import type { LinkTo, Operations } from './operation.ts'
import { pageOf } from './pages.ts'

/** Imports of files; their records are read afterwards. */
export const imports: Operations<'/imports/'> = {
  'GET /imports/': ({ account, query, origin, linkTo }) => {
    const { links, rows } = pageOf(account.imports.values(), query.page, `${origin}/imports/`)

    return answer(200, { links, results: rows.map((row) => importBody(row, linkTo)) })
  },
  'POST /imports/': ({ account, body, linkTo }) => {
    const { type, file: bytes, ...options } = body
    const { delimiter } = options

    importOptionsMustAgree(type, options)
    fileMustBeSent(bytes)
    const { records, at, line, ...file } = scan(bytes, delimiter)
    const header = fileMustBeReadable(type, delimiter, file)
    columnsMustDiffer(header)
    importsMustNotPileUp(account)

    const row = account.imports.put({
      id: account.nextId(),
      type,
      status: 'queued',
      options,
      createdAt: account.now(),
      total: records,
      success: 0,
      errors: 0,
      report: [],
      unread: { bytes, header, at, line },
    })
    return answer(201, importBody(row, linkTo))
  },
  'GET /imports/{id}': ({ account, params, linkTo }) => {
    const row = account.imports.get(params.id)
    if (row === undefined) throw problems.importUnknown()

    return answer(200, importBody(row, linkTo))
  },
  'DELETE /imports/{id}': ({ account, params }) => {
    const row = account.imports.get(params.id)
    if (row) cancelled(account, row)

    return answer(204)
  },
}

/** The import as the API shows it, with a new link to its error report where there is one. */
export function importBody(row: ImportRow, linkTo?: LinkTo): components['schemas']['Import'] {
  const { id, type, status, total, success, errors, report, options } = row
  const { createdAt, startedAt, finishedAt, cancelledAt } = row
  return {
    id,
    type,
    status,
    total,
    success,
    errors,
    ...(linkTo && report.length > 0 && { errorReportFileUrl: linkTo('import', id) }),
    origin: 'api',
    options,
    createdAt: iso(createdAt),
    ...(startedAt !== undefined && { startedAt: iso(startedAt) }),
    ...(finishedAt !== undefined && { finishedAt: iso(finishedAt) }),
    ...(cancelledAt !== undefined && { cancelledAt: iso(cancelledAt) }),
  }
}
