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
  /** How many others were: those after them, and those of earlier runs that this one resumes. */
  readonly notListed: number
}

/** Rows that are kept to be shown. */
const most = 100

/** Retries that outlast some minutes without an API: rows are not given up for a restart of it. */
const maxRetries = 30

/**
 * Sends the rows of a file, and writes down those that are refused.
 *
 * @throws {ConnectifError} when a row got no answer, however often it was sent: whoever gets none
 *   for minutes had better go on later than give up row after row. Rows that were given up until
 *   then are among the refused ones, and count as done in the checkpoint.
 */
export async function send(connectif: Connectif, sending: Sending): Promise<Sent> {
  const { file, report } = sending
  const { counts, refused, listed } = await sent(connectif, sending)
  const broken = file.broken.map(brokenRow)
  report?.add(broken)
  return {
    counts: {
      ...counts,
      failed: counts.failed + broken.length,
      done: counts.done + broken.length,
    },
    refused: [...refused, ...broken].toSorted((a, b) => a.line - b.line),
    notListed: counts.failed - listed,
  }
}

/** Sends the rows that can be, and keeps the first ones that are refused. */
async function sent(connectif: Connectif, { file, key, report, ...sending }: Sending) {
  const { strategy, checkpoint, signal } = sending
  const progress = new SendingProgress(sending)
  const isUnanswered = await unanswering()
  const stop = new AbortController()
  const refused: RefusedRow[] = []
  let listed = 0
  let unanswered: Error | undefined
  const run = connectif.contacts.upsertMany(file.rows() as AsyncIterable<ContactImportRow>, {
    key: key === 'email' ? 'email' : 'externalId',
    signal: AbortSignal.any([signal, stop.signal]),
    ...{ strategy, checkpoint, maxRetries, keepFailures: 0 },
  })
  try {
    for await (const result of run) {
      progress.note(result)
      if (result.outcome !== 'failed') continue
      const rows = refusedRowsOf(result, file)
      report?.add(rows)
      if (refused.length < most) {
        listed += 1
        refused.push(...rows)
      }
      if (!isUnanswered(result.error)) continue
      // Not thrown here: other rows have ended, which the report is to have as well.
      unanswered ??= result.error
      stop.abort()
    }
    const { failures: _, ...counts } = await run
    return { counts, refused, listed }
  } catch (thrown) {
    throw unanswered ?? thrown
  } finally {
    progress.end()
  }
}

/** How far the sending is, on a terminal. */
class SendingProgress {
  readonly #line: ProgressLine
  readonly #refresh: NodeJS.Timeout
  #done: number
  #failed: number

  constructor({ checkpoint, total, waits }: Pick<Sending, 'checkpoint' | 'total' | 'waits'>) {
    this.#done = checkpoint.done
    this.#failed = checkpoint.saved?.state.counts.failed ?? 0
    this.#line = new ProgressLine('rows', checkpoint.done)
    // Not `onProgress`, which is told now and then: a pause would show an old number.
    this.#refresh = setInterval(() => {
      const note = this.#failed > 0 ? `${this.#failed} refused` : ''
      this.#line.update({ done: this.#done, total, note, wait: waits.note })
    }, 250)
  }

  /** A row has ended. */
  note({ outcome }: { outcome: string }): void {
    this.#done += 1
    if (outcome === 'failed') this.#failed += 1
  }

  end(): void {
    clearInterval(this.#refresh)
    this.#line.clear()
  }
}

/** Tells errors that are no answer to a row from those that are one. */
async function unanswering() {
  const { ApiError, ConnectionError } = await import('../../sdk/index.ts')
  return (error: unknown) =>
    error instanceof ConnectionError || (error instanceof ApiError && error.status >= 500)
}

function refusedRowsOf(failure: BulkFailure<object>, file: ContactFile): RefusedRow[] {
  const row = failure.item as ContactRow
  const { rule = '', reason } = failure
  const line = file.lineOf(row)
  const wrong = violationsIn(failure) ?? [placed(reason, row)]
  return wrong.map(({ path, reason: what }) => {
    const column = columnIn(row, path) ?? path
    const value = row[column] === undefined ? '' : String(row[column])
    return { line, column, value, rule, reason: what, hint: '' }
  })
}

/** Columns whose values are sent in the path of a call, by their names there. */
const addressing: Readonly<Record<string, string>> = { externalId: '_externalId', email: '_email' }

/** The column that is called so, in the file or in the path of a call. */
function columnIn(row: ContactRow, name: string): string | undefined {
  const column = Object.hasOwn(row, name) ? name : addressing[name]
  return column !== undefined && Object.hasOwn(row, column) ? column : undefined
}

/** Reasons of the Import API and of addresses begin with what is to blame, where one value is. */
function placed(reason: string, row: ContactRow) {
  const [, path = '', what = ''] = /^(?:\d{3}: )?(\S+) (?:in the path )?(.+)$/s.exec(reason) ?? []
  return columnIn(row, path) ? { path, reason: what } : { path: '', reason }
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
