import type { CsvFile } from './csv-files.ts'
import { type Model, type Outcome, refused } from './model.ts'
import { importable, imported } from './model-import-records.ts'
import { end, type Labour, type ModelJob, unfinished } from './model-jobs.ts'

/** What is wrong with a value of a record. */
export interface ModelFlaw {
  readonly line: number
  /** Empty where it is about the record as a whole. */
  readonly column: string
  readonly value: string
  readonly rule: string
}

/** How an import is asked for. */
export interface ImportOptions {
  readonly delimiter: ',' | ';'
  readonly overrideExisting: boolean
  readonly updateOnlyEmptyFields: boolean
}

/** An import, as the rules would have it. */
export interface ModelImport extends ModelJob {
  readonly options: ImportOptions
  readonly file: CsvFile
  errors: number
  readonly report: ModelFlaw[]
}

/** POST of an import. */
export function queueImport(model: Model, options: ImportOptions, file: CsvFile): Outcome {
  const bad = optionsRefused(options) ?? fileRefused(options, file)
  if (bad) return bad
  if (unfinished(model.imports).length >= 10) {
    return refused(400, 'import-queue', { code: 'E0401' })
  }
  model.imports.made += 1
  const job: ModelImport = {
    name: `import ${model.imports.made}`,
    status: 'queued',
    createdAt: model.now,
    total: file.records.length,
    done: 0,
    options,
    file,
    errors: 0,
    report: [],
  }
  model.imports.jobs.push(job)
  return { status: 201, shown: shownImport(job) }
}

/** GET of an import. */
export function readImport(_: Model, job: ModelImport | undefined): Outcome {
  return job ? { status: 200, shown: shownImport(job) } : { status: 404 }
}

/** DELETE of an import; one that has ended stays as it is, and an unknown one is no error. */
export function cancelImport(model: Model, job: ModelImport | undefined): Outcome {
  if (job && unfinished(model.imports).includes(job)) end(model, model.imports, job, 'cancelled')
  return { status: 204 }
}

/** The import as the API would show it, with its report in place of the link to that. */
export function shownImport(job: ModelImport): Record<string, unknown> {
  const { name, status, total, done, errors, options, report } = job
  return {
    id: name,
    type: 'contacts',
    status,
    total,
    success: done - errors,
    errors,
    ...(report.length > 0 && { errorReportFileUrl: inOrder(report) }),
    origin: 'api',
    options,
    ...momentsOf(job),
  }
}

/** A report whose lines are in order, and within a line the columns, whose order means nothing. */
export function inOrder(report: readonly ModelFlaw[]): ModelFlaw[] {
  const isSorted = report.every(({ line }, at) => line >= (report[at - 1]?.line ?? 0))
  if (!isSorted) throw new Error('the lines of a report are out of order')
  return report.toSorted((a, b) => a.line - b.line || (a.column < b.column ? -1 : 1))
}

/** The moments of a job, as far as they have come. */
export function momentsOf({ createdAt, startedAt, finishedAt, cancelledAt }: ModelJob): object {
  const moments = Object.entries({ createdAt, startedAt, finishedAt, cancelledAt })
  const known = moments.filter((moment): moment is [string, number] => moment[1] !== undefined)
  return Object.fromEntries(known.map(([name, at]) => [name, new Date(at).toISOString()]))
}

/** Imports read one record after the other. Unknown columns are reported with the first one. */
export const reading: Labour<ModelImport> = {
  begin: () => {},
  record: (model, job) => {
    const { header, records } = job.file
    const { line, cells } = records[job.done] as CsvFile['records'][number]
    if (job.done === 0) {
      const strangers = header.filter((column) => !importable.includes(column))
      const rule = 'import-values'
      job.report.push(...strangers.map((column) => ({ line: 1, column, value: '', rule })))
    }
    const flaws = imported(model, job.options, header, cells)
    if (flaws.length > 0) job.errors += 1
    for (const [column, rule] of flaws) {
      const value = cells?.[header.indexOf(column)] ?? ''
      job.report.push({ line, column, value, rule })
    }
  },
}

function optionsRefused({ overrideExisting, updateOnlyEmptyFields }: ImportOptions) {
  return updateOnlyEmptyFields && !overrideExisting
    ? refused(422, 'import-options', { field: 'updateOnlyEmptyFields' })
    : undefined
}

/** With the other delimiter, all of a header is one column. */
function fileRefused({ delimiter }: ImportOptions, file: CsvFile) {
  const { header } = file
  const isReadable = header.length === 1 || delimiter === file.delimiter
  const identifies = header.includes('_email') || header.includes('_externalId')
  const isTwice = new Set(header).size < header.length
  return isReadable && identifies && !isTwice
    ? undefined
    : refused(422, 'import-file', { field: 'file' })
}
