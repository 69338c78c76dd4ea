import type { components } from '../../sdk/generated/schema.ts'
import { type Answer, answer } from '../call.ts'
import { problems } from '../problems.ts'
import { exportsMustNotPileUp, filtersMustBeKnown, rangeMustFit } from '../rules/exports.ts'
import type { Account } from '../state/account.ts'
import type { ExportRow } from '../state/job-rows.ts'
import { iso } from '../state/moment.ts'
import type { LinkTo, Operations } from './operation.ts'
import { pageOf } from './pages.ts'

/** Exports to files; they are written afterwards. */
export const exports: Operations<'/exports/'> = {
  'GET /exports/': ({ account, query, origin, linkTo }) => {
    const { links, rows } = pageOf(account.exports.values(), query.page, `${origin}/exports/`)

    return answer(200, { links, results: rows.map((row) => exportBody(row, linkTo)) })
  },
  'POST /exports/': ({ account, body, linkTo }) => {
    const { exportType, delimiter, dateFormat, filters, version = 'v1' } = body
    return create(account, { exportType, delimiter, dateFormat, filters, version }, linkTo)
  },
  'POST /exports/type/data-explorer': ({ account, body, linkTo }) => {
    const own = { exportType: 'data-explorer', dateFormat: undefined, version: undefined } as const
    return create(account, { ...own, ...body }, linkTo)
  },
  'GET /exports/{id}': ({ account, params, linkTo }) => {
    const row = account.exports.get(params.id)
    if (row === undefined) throw problems.exportUnknown()

    return answer(200, exportBody(row, linkTo))
  },
  'DELETE /exports/{id}': ({ account, params }) => {
    const row = account.exports.get(params.id)
    if (row) remove(account, row)

    return answer(204)
  },
}

/** The next one waits as if this one were still there. */
function remove(account: Account, row: ExportRow) {
  const { startedAt, finishedAt = account.now() } = row
  if (startedAt !== undefined) {
    account.exportsFreeSince = Math.max(account.exportsFreeSince, finishedAt)
  }
  account.exports.delete(row)
}

/** What an export is asked for by. */
type Asked = Pick<ExportRow, 'exportType' | 'delimiter' | 'dateFormat' | 'filters' | 'version'>

function create(account: Account, asked: Asked, linkTo: LinkTo): Answer {
  const { exportType, filters } = asked
  rangeMustFit(exportType, filters)
  filtersMustBeKnown(account, exportType, filters)
  exportsMustNotPileUp(account)

  const row = account.exports.put({
    id: account.nextId(),
    ...asked,
    status: 'queued',
    createdAt: account.now(),
    total: 0,
    progress: 0,
    file: undefined,
  })
  return answer(201, exportBody(row, linkTo))
}

/** The export as the API shows it; once it is finished, with a new link to its file. */
export function exportBody(row: ExportRow, linkTo?: LinkTo): components['schemas']['Export'] {
  const { id, exportType, status, total, progress, delimiter } = row
  const { dateFormat, filters, version, createdAt, startedAt, finishedAt } = row
  return {
    id,
    exportType,
    status,
    total,
    progress,
    origin: 'api',
    delimiter,
    ...(dateFormat && { dateFormat }),
    ...(filters && { filters }),
    ...(version && { version }),
    createdAt: iso(createdAt),
    ...(startedAt !== undefined && { startedAt: iso(startedAt) }),
    ...(finishedAt !== undefined && { finishedAt: iso(finishedAt) }),
    ...(status === 'finished' && {
      fileName: `export-${id}`,
      fileExtension: 'zip',
      ...(linkTo && { fileUrl: linkTo('export', id) }),
    }),
  }
}
