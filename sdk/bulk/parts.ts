import { ConnectifError } from '../errors.ts'
import type { Source } from '../files/source.ts'
import type { Import } from '../resources/imports.ts'
import type { Row } from './contacts.ts'
import { failureOf } from './failure.ts'
import { PartFile, type PartItem } from './part-file.ts'
import type { PartImports } from './part-imports.ts'
import type { BulkResult } from './report.ts'
import type { Run } from './run.ts'

type Result = BulkResult<Row, 'imported'>

/** Sends items by imports, one after the other, so that items keep their order. */
export async function* parts(
  run: Run,
  source: Source<Row>,
  imports: PartImports,
  itemsPerImport: number,
): AsyncGenerator<Result, void, undefined> {
  const { ledger, settings } = run
  let position = 0
  try {
    for (;;) {
      settings.signal?.throwIfAborted()
      // One that was begun by a run that ended since: its items are those, however many.
      const begun = ledger.rest.part
      const part = new PartFile(begun ? begun.to - ledger.low : itemsPerImport)
      while (!part.isFull) {
        const { done, value } = await unlessAborted(source.next(), settings.signal)
        if (done) break
        if (position >= ledger.low) part.add(value as Row, position)
        position += 1
      }
      if (part.items.length === 0) return
      const results = await sent(run, part, position, imports)
      // All or none: a run that goes on in the middle of a part could not tell its lines apart.
      ledger.rest = { strategy: 'import' }
      for (const result of results) run.note(result)
      await ledger.commit()
      yield* results
    }
  } finally {
    source.stop()
    await ledger.commit()
  }
}

/** What came of the items of a part. */
async function sent(run: Run, part: PartFile, to: number, imports: PartImports): Promise<Result[]> {
  const { ledger } = run
  if (part.size === 0) return part.items.map((one) => resultOf(one, new Map()))

  let importId = ledger.rest.part?.importId
  if (importId === undefined) {
    importId = (await imports.create(part.text, part.size)).id
    ledger.rest = { ...ledger.rest, part: { importId, to } }
    await ledger.commit()
  }
  const ended = await imports.waitFor(importId)
  if (ended.status !== 'finished') {
    ledger.rest = { strategy: 'import' }
    throw new ConnectifError(`the import ${importId} ended as ${ended.status}: run it again`)
  }
  const refused = await refusals(ended, imports)
  const named = part.items.filter(({ line }) => line !== undefined && refused.has(line)).length
  return part.items.map((one) => resultOf(one, refused, ended.errors - named))
}

/** What the report of an import says, by line. */
async function refusals(ended: Import, imports: PartImports): Promise<Map<number, Refusal>> {
  const byLine = new Map<number, Refusal>()
  if (ended.errors === 0) return byLine
  for await (const problems of imports.errorReport(ended.id)) {
    for (const { line, column, rule, reason = 'refused' } of problems) {
      const before = byLine.get(Number(line))
      const words = column ? `${column} ${reason}` : reason
      byLine.set(Number(line), {
        rule: before?.rule ?? (rule || undefined),
        reason: before ? `${before.reason}; ${words}` : words,
      })
    }
  }
  return byLine
}

interface Refusal {
  readonly rule: string | undefined
  readonly reason: string
}

function resultOf(
  { position, item, line, error }: PartItem,
  refused: Map<number, Refusal>,
  unnamed = 0,
): Result {
  if (error) return failureOf(error, item, position)
  const refusal = refused.get(line as number)
  if (refusal) {
    const { rule, reason } = refusal
    return { position, item, outcome: 'failed', reason, ...(rule !== undefined && { rule }) }
  }
  if (unnamed <= 0) return { position, item, outcome: 'imported' }
  const reason = `not known to be imported: the report leaves ${unnamed} refused records out`
  return { position, item, outcome: 'failed', reason }
}

/** A value that is waited for until the signal aborts. */
function unlessAborted<T>(value: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return value
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
