import { isAnonymous, type Model, type ModelContact, type Outcome, refused } from './model.ts'
import { momentsOf } from './model-imports.ts'
import { end, type Labour, type ModelJob, unfinished } from './model-jobs.ts'

/** What an export is asked for by. */
export interface ExportAsk {
  readonly exportType: 'contacts' | 'activities'
  readonly delimiter: ',' | ';'
  readonly dateFormat: 'ISO' | 'L'
  readonly filters?: {
    readonly segmentId?: string
    readonly activityTypes?: readonly string[]
    readonly fromDate?: string
    readonly toDate?: string
  }
  readonly version?: 'v1' | 'v4' | 'v5'
}

/** A record of a file, by its columns; empty ones are left out. */
type ModelRow = Readonly<Record<string, string>>

/** An export, as the rules would have it. */
export interface ModelExport extends ModelJob {
  readonly asked: ExportAsk
  rows: readonly ModelRow[]
}

/** The segments that the account has, built in ones and its own. */
export const segments = new Map<string, (contact: ModelContact) => boolean>([
  ['has-external-id', ({ externalId }) => externalId !== undefined],
  ['has-no-external-id', ({ externalId }) => externalId === undefined],
  ['anonymous', isAnonymous],
  ['external-id-starts-with:POS-', ({ externalId = '' }) => externalId.startsWith('POS-')],
  ['external-id-is-one-of:42,a/b', ({ externalId }) => externalId === '42' || externalId === 'a/b'],
  ['golden', ({ fields }) => fields.tier === 'gold'],
  ['ada', ({ email = '' }) => email.toLowerCase() === 'ada@example.com'],
])

/** POST of an export. */
export function queueExport(model: Model, asked: ExportAsk): Outcome {
  const bad = rangeRefused(asked) ?? filtersRefused(asked)
  if (bad) return bad
  if (unfinished(model.exports).length >= 5) return refused(400, 'export-queue', { code: 'E0301' })
  model.exports.made += 1
  const job: ModelExport = {
    name: `export ${model.exports.made}`,
    status: 'queued',
    createdAt: model.now,
    total: 0,
    done: 0,
    asked,
    rows: [],
  }
  model.exports.jobs.push(job)
  return { status: 201, shown: shownExport(job) }
}

/** GET of an export. */
export function readExport(_: Model, job: ModelExport | undefined): Outcome {
  return job ? { status: 200, shown: shownExport(job) } : { status: 404 }
}

/** DELETE of an export: it is gone, and nothing more of it is written. */
export function deleteExport(model: Model, job: ModelExport | undefined): Outcome {
  if (job && unfinished(model.exports).includes(job)) end(model, model.exports, job, 'cancelled')
  model.exports.jobs = model.exports.jobs.filter((one) => one !== job)
  return { status: 204 }
}

/** The export as the API would show it, with its file in place of the link to that. */
export function shownExport(job: ModelExport): Record<string, unknown> {
  const { name, status, total, done, asked, rows } = job
  const { version = 'v1', ...rest } = asked
  return {
    id: name,
    ...rest,
    version,
    status,
    total,
    progress: done,
    origin: 'api',
    ...momentsOf(job),
    ...(status === 'finished' && {
      fileName: `export-${name}`,
      fileExtension: 'zip',
      fileUrl: rows,
    }),
  }
}

/** Exports hold what the account had when they began. */
export const writing: Labour<ModelExport> = {
  begin: (model, job) => {
    job.rows = (job.asked.exportType === 'contacts' ? contactRows : activityRows)(model, job.asked)
    job.total = job.rows.length
  },
  record: () => {},
}

function rangeRefused({ exportType, filters: { fromDate, toDate } = {} }: ExportAsk) {
  if (exportType === 'activities' && fromDate === undefined) {
    return refused(422, 'export-range', { field: 'filters.fromDate' })
  }
  if (fromDate === undefined || toDate === undefined) return undefined
  const days = (Date.parse(toDate) - Date.parse(fromDate)) / 86_400_000
  return days >= 0 && days <= 31
    ? undefined
    : refused(422, 'export-range', { field: 'filters.toDate' })
}

function filtersRefused({ exportType, filters: { segmentId, activityTypes } = {} }: ExportAsk) {
  if (activityTypes !== undefined && exportType === 'contacts') {
    return refused(422, 'export-filters', { field: 'filters.activityTypes' })
  }
  return segmentId === undefined || segments.has(segmentId)
    ? undefined
    : refused(422, 'export-filters', { field: 'filters.segmentId' })
}

function contactRows(model: Model, { filters = {}, dateFormat, version }: ExportAsk): ModelRow[] {
  const { segmentId } = filters
  return model.contacts
    .filter(({ createdAt }) => covers(filters, createdAt))
    .filter((contact) => segmentId === undefined || segments.get(segmentId)?.(contact))
    .map(({ email, externalId, fields, origin }) => {
      const birthdate = fields._birthdate as string | undefined
      return filled({
        ...fields,
        _email: email,
        _externalId: externalId,
        _birthdate: birthdate && (dateFormat === 'L' ? american(birthdate) : birthdate),
        _createdOrigin: version === 'v5' ? origin : undefined,
      })
    })
}

function activityRows(model: Model, asked: ExportAsk): ModelRow[] {
  const { filters = {}, dateFormat, version = 'v1' } = asked
  const { segmentId, activityTypes } = filters
  const happened = model.log
    .filter(({ at }) => covers(filters, at))
    .filter(({ type }) => activityTypes?.includes(type) ?? true)
    .map((one) => ({ ...one, found: model.contacts.find((contact) => contact === one.contact) }))
  const known = happened.filter(({ found }) => {
    return segmentId === undefined || (found && segments.get(segmentId)?.(found))
  })
  return known.map(({ type, at, contact, found, origin, subject, data }) => {
    const date = new Date(at).toISOString()
    const isMerge = type === 'contact-merged'
    return filled({
      type,
      date: dateFormat === 'L' ? american(date) : date,
      contactId: contact.name,
      _externalId: found?.externalId,
      _email: found?.email,
      origin: type === 'contact-created' && version !== 'v5' ? undefined : origin,
      subject: isMerge && version === 'v1' ? undefined : subject,
      data: data && JSON.stringify(data),
      previousContactId: isMerge && version !== 'v1' ? subject : undefined,
    })
  })
}

function covers({ fromDate, toDate }: NonNullable<ExportAsk['filters']>, at: number) {
  const isLate = fromDate === undefined || at >= Date.parse(fromDate)
  return isLate && (toDate === undefined || at <= Date.parse(toDate))
}

function american(date: string) {
  const [year, month, day] = new Date(date).toISOString().slice(0, 10).split('-')
  return `${month}/${day}/${year}`
}

/** As CSV has it: texts, options with a bar between them; what there is not is left out. */
function filled(values: Record<string, unknown>): ModelRow {
  const texts = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join('|') : String(value)] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}
