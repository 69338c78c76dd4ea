import { nextTask } from '../carriers/next-task.ts'
import { perform } from '../engine.ts'
import { recordsAt } from '../files/csv-read.ts'
import type { ImportWitness } from '../jobs/import-records.ts'
import { readRecords } from '../jobs/imports.ts'
import { type Problem, unlessRefused } from '../problems.ts'
import { routeOf } from '../router.ts'
import { rules } from '../rules/all.ts'
import type { RuleFacts } from '../rules/rule.ts'
import type { Account } from '../state/account.ts'
import type { ImportRow } from '../state/job-rows.ts'
import { hintFor } from './hints.ts'
import type { FileProblem } from './result.ts'

/** A file, and how it is imported. */
export interface FileToImport {
  readonly bytes: Uint8Array
  readonly type: 'contacts' | 'products'
  readonly delimiter: ',' | ';'
  readonly overrideExisting: boolean
  readonly updateOnlyEmptyFields: boolean
}

/** Rows that are imported before others have a turn. */
const sliceSize = 2500
const route = routeOf('POST /imports/')
const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** What is known of the rule with this id. */
export function ruleOf(id: string): RuleFacts {
  return byId.get(id) as RuleFacts
}

/** The problem of a file, by the rule for files. */
export function fileProblem(reason: string, rule = 'import-file'): FileProblem {
  const line = /\bat line (\d+)/.exec(reason)?.[1]
  const place = line === undefined ? {} : { line: Number(line) }
  return { ...place, rule: ruleOf(rule), reason, hint: hintFor(rule, reason) }
}

/** Names of the columns, as far as they can be read. */
export function headerOf(bytes: Uint8Array, delimiter: string): readonly string[] {
  const { records } = recordsAt({ bytes, at: 0, line: 1 }, delimiter, 1)
  return (records[0]?.cells ?? []).map((name) => name.replace(/^\uFEFF/, ''))
}

/** Queues the import of a file, as the API does; gives why it is refused where it is. */
export function queued(account: Account, file: FileToImport): ImportRow | FileProblem {
  const { bytes, ...options } = file
  const brought = { ...options, file: bytes }
  const asked = { account, params: {}, query: {}, brought, origin: '', linkTo: () => '' }
  return unlessRefused<ImportRow | FileProblem>(() => {
    const { id } = JSON.parse(perform(route, asked).body)
    return account.imports.get(id) as ImportRow
  }, refusalOf)
}

/** Imports the records of a file in slices, at one moment. */
export async function imported(
  account: Account,
  queuedRow: ImportRow,
  { witness, onSlice, signal }: Attended,
): Promise<ImportRow> {
  const now = account.now()
  let row = queuedRow
  for (let done = 0; done < row.total; done = row.success + row.errors) {
    signal?.throwIfAborted()
    row = readRecords(account, row, sliceSize, () => now, witness)
    onSlice(row.success + row.errors, row.total)
    await nextTask()
  }
  signal?.throwIfAborted()
  account.imports.put({ ...row, status: 'finished', finishedAt: now, unread: undefined })
  return row
}

/** Who attends an import. */
interface Attended {
  readonly witness?: ImportWitness | undefined
  readonly onSlice: (done: number, total: number) => void
  readonly signal: AbortSignal | undefined
}

function refusalOf({ body, rule = 'body-shape' }: Problem): FileProblem {
  const { validationErrors, detail = '' } = body as {
    validationErrors?: readonly { path: string; reason: string }[]
    detail?: string
  }
  const [first] = validationErrors ?? []
  if (first === undefined) return fileProblem(detail, rule)
  const named = first.path === 'file' ? first.reason : `${first.path} ${first.reason}`
  return fileProblem(named, rule)
}
