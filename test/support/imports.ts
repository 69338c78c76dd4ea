import { parse } from 'csv-parse/sync'
import { createMock, type Mock, type MockOptions } from '../../mock/index.ts'
import type { components } from '../../sdk/generated/schema.ts'
import { type Answered, answerMustFit } from './contract-answers.ts'

/** An import as the API shows it. */
export type Import = components['schemas']['Import']

/** What an upload says beside the file; `null` leaves a field out. */
export interface Upload {
  type?: string
  delimiter?: string | null
  overrideExisting?: string | null
  updateOnlyEmptyFields?: string | null
  couponSetId?: string
}

const authorization = 'apiKey test:secret'
const api = 'https://api.connectif.cloud'

/** A twin whose clock stands at the beginning of 2026. */
export function aTwin(options: MockOptions = {}): Mock {
  return createMock({ clock: '2026-01-01T00:00:00Z', ...options })
}

/** The form of an import; a file of contacts with commas unless told otherwise. */
export function formOf(file: BlobPart | null, upload: Upload = {}): FormData {
  const fields = {
    type: 'contacts',
    delimiter: ',',
    overrideExisting: 'true',
    updateOnlyEmptyFields: 'false',
    ...upload,
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.set(name, value)
  if (file !== null) form.set('file', new File([file], 'a.csv', { type: 'text/csv' }))
  return form
}

/** What a call is answered, held against the contract. */
export async function call(mock: Mock, line: string, body?: FormData) {
  const [method = '', path = ''] = line.split(' ')
  const url = path.startsWith('/') ? `${api}${path}` : path
  const init = { method, headers: { authorization }, ...(body && { body }) }
  const { status, headers, ...response } = await answerTo(mock, url, init)
  const answered: Answered = { method, path: new URL(url).pathname, status, headers, ...response }
  answerMustFit(answered)
  const json = answered.body === '' ? undefined : JSON.parse(answered.body)
  return { status, rule: headers['x-connectif-mock-rule'], json }
}

async function answerTo(mock: Mock, url: string, init: RequestInit) {
  const response = await mock.fetch(url, init)
  const headers: Record<string, string> = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text() }
}

/** What a file is refused with; undefined when it is queued. */
export async function refusalOfFile(mock: Mock, file: BlobPart | null, upload?: Upload) {
  const { status, rule, json } = await call(mock, 'POST /imports/', formOf(file, upload))
  if (status === 201) return undefined
  return { status, rule, reason: json.validationErrors?.[0]?.reason, path: pathIn(json) }
}

function pathIn(json: { validationErrors?: { path: string }[] }) {
  return json.validationErrors?.[0]?.path
}

/** An import that has ended, and the lines of its report. */
export async function imported(mock: Mock, file: BlobPart, upload?: Upload) {
  const created = await call(mock, 'POST /imports/', formOf(file, upload))
  if (created.status !== 201) throw new Error(JSON.stringify(created.json))
  mock.clock.advance({ minutes: 5 })
  const { json } = await call(mock, `GET /imports/${created.json.id}`)
  return { ...(json as Import), report: await reportOf(mock, json) }
}

/** The lines of an import's report as `line column value rule`. */
export async function reportOf(mock: Mock, { errorReportFileUrl, options }: Import) {
  if (errorReportFileUrl === undefined) return []
  const response = await mock.fetch(errorReportFileUrl)
  const { delimiter } = options
  const lines = parse<Line>(await response.text(), { columns: true, delimiter })
  return lines.map(({ line, column, value, rule }) => [Number(line), column, value, rule])
}

type Line = Readonly<Record<'line' | 'column' | 'value' | 'rule' | 'reason', string>>
