import type { BulkFailure, Connectif, ContactImportRow } from '../../sdk/index.ts'
import type { FileCheckpoint } from './checkpoint.ts'
import type { ContactFile, ContactRow, Key } from './contact-rows.ts'
import { ProgressLine } from './progress-line.ts'
import type { RefusedRow, RefusedRows } from './refused-rows.ts'
import type { Waits } from './waits.ts'

/** What is sent, and how. */
export interface Sending {
  readonly file: ContactFile
  readonly key: Key
  readonly strategy: 'calls' | 'import' | 'auto'
  readonly total: number
  readonly checkpoint: FileCheckpoint
  readonly report: RefusedRows | undefined
  /** Ends it, with all that is done saved. */
  readonly signal: AbortSignal
  readonly waits: Waits
}

/** What came of it. */
export interface Sent {
  /** Rows by what came of them: `created`, `updated`, `unchanged`, `imported`, `failed`. */
  readonly counts: Readonly<Record<string, number>>
  /** The first rows that were refused. */
  readonly refused: readonly RefusedRow[]
}

/** Rows that are kept to be shown. */
const most = 100

/** Retries that outlast some minutes without an API: rows are not given up for a restart of it. */
const maxRetries = 30

/** Sends the rows of a file, and writes down those that are refused. */
export async function send(connectif: Connectif, sending: Sending): Promise<Sent> {
  const { file, key, strategy, total, checkpoint, report, signal, waits } = sending
  const line = new ProgressLine('rows', checkpoint.done)
  // Not `onProgress`, which is told now and then: a pause would show an old number.
  const progress = { done: checkpoint.done, failed: checkpoint.saved?.state.counts.failed ?? 0 }
  const show = () => {
    const note = progress.failed > 0 ? `${progress.failed} refused` : ''
    line.update({ ...progress, total, note, wait: waits.note })
  }
  const refresh = setInterval(show, 250)
  const refused: RefusedRow[] = []
  const run = connectif.contacts.upsertMany(file.rows() as AsyncIterable<ContactImportRow>, {
    key: key === 'email' ? 'email' : 'externalId',
    ...{ strategy, checkpoint, signal, maxRetries, keepFailures: 0 },
  })
  try {
    for await (const result of run) {
      progress.done += 1
      if (result.outcome !== 'failed') continue
      progress.failed += 1
      const rows = refusedRowsOf(result, file)
      report?.add(rows)
      if (refused.length < most) refused.push(...rows)
      mustBeAnswered(result)
    }
    const { failures: _, ...counts } = await run
    const broken = file.broken.map(brokenRow)
    report?.add(broken)
    return {
      counts: {
        ...counts,
        failed: counts.failed + broken.length,
        done: counts.done + broken.length,
      },
      refused: [...refused, ...broken].toSorted((a, b) => a.line - b.line),
    }
  } finally {
    clearInterval(refresh)
    line.clear()
  }
}

/** Whoever gets no answer for minutes had better go on later than give up row after row. */
function mustBeAnswered({ error }: BulkFailure<object>) {
  const { status = 500 } = Object(error) as { status?: number }
  if (error && status >= 500) throw error
}

function refusedRowsOf(failure: BulkFailure<object>, file: ContactFile): RefusedRow[] {
  const row = failure.item as ContactRow
  const { rule = '', reason } = failure
  const line = file.lineOf(row)
  const wrong = violationsIn(failure) ?? [placed(reason, row)]
  return wrong.map(({ path, reason: what }) => {
    const value = row[path] === undefined ? '' : String(row[path])
    return { line, column: path, value, rule, reason: what, hint: '' }
  })
}

/** The Import API tells a column in words, if one is to blame. */
function placed(reason: string, row: ContactRow) {
  const [path = '', ...words] = reason.split(' ')
  return Object.hasOwn(row, path) ? { path, reason: words.join(' ') } : { path: '', reason }
}

/** A record that could not be made a call of. */
function brokenRow(line: number): RefusedRow {
  const reason = 'has not as many values as the header, or broken quotes'
  return { line, column: '', value: '', rule: '', reason, hint: '' }
}

function violationsIn({ error }: BulkFailure<object>) {
  const { violations = [] } = Object(error) as { violations?: { path: string; reason: string }[] }
  return violations.length > 0 ? violations : undefined
}
