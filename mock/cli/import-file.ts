import type { AccountContactField, Connectif } from '../../sdk/index.ts'
import type { Rehearsal } from '../rehearse/result.ts'
import { FileCheckpoint } from './checkpoint.ts'
import { withClient } from './client.ts'
import { confirmed } from './confirmed.ts'
import { ContactFile, type CsvFile, csvFile } from './contact-rows.ts'
import type { ImportOptions } from './import.ts'
import { accountFields, strategyFor } from './import-account.ts'
import { refusedIn, rehearsed } from './import-rehearsal.ts'
import { type Sending, send } from './import-send.ts'
import { printRehearsal, printSent } from './import-shown.ts'
import { Mistake } from './mistake.ts'
import { tell } from './print.ts'
import { grouped } from './progress-line.ts'
import { RefusedRows } from './refused-rows.ts'
import { Waits } from './waits.ts'

/** Rehearses a file of contacts, and sends it unless that was all. */
export async function importFile(path: string, options: ImportOptions): Promise<void> {
  const csv = await csvFile(path, options.key)
  if (options.rehearse) return rehearseOnly(csv, options)

  const waits = new Waits()
  const use = async (connectif: Connectif, account: string) => {
    const fields = await accountFields(connectif)
    const checkpoint = new FileCheckpoint(path)
    const total = await rowsToSend(csv, options, fields, checkpoint)
    if (total === undefined) return

    await checkpoint.for({ file: path, key: options.key, account, total })
    const file = new ContactFile(csv, fields)
    const strategy = strategyFor(options, csv)
    await sent(connectif, options, { file, strategy, total, checkpoint, waits })
  }
  await withClient(options, use, waits)
}

async function rehearseOnly(csv: CsvFile, options: ImportOptions) {
  const rehearsal = await rehearsed(csv, options, undefined)
  await reported(rehearsal, options)
  await printRehearsal(rehearsal, csv, options)
  if (options.strict && rehearsal.refused > 0) process.exitCode = 1
}

/** How many rows to send; undefined where none are to be. */
async function rowsToSend(
  csv: CsvFile,
  options: ImportOptions,
  fields: readonly AccountContactField[],
  { saved, done, path: place }: FileCheckpoint,
): Promise<number | undefined> {
  if (saved) {
    tell(`Goes on after ${grouped(done)} of ${grouped(saved.total)} rows, as ${place} has it.`)
    return saved.total
  }
  const rehearsal = await rehearsed(csv, options, fields)
  await printRehearsal(rehearsal, csv, options)
  const { refused, rows } = rehearsal
  if (refused === 0) return rows

  const what = `${grouped(refused)} of ${grouped(rows)} rows would be refused`
  if (options.strict) {
    await reported(rehearsal, options)
    throw new Mistake(`${what}, so nothing was sent`)
  }
  const isGoing = options.yes || (await confirmed(question(what)))
  if (!isGoing) await reported(rehearsal, options)
  return isGoing ? rows : undefined
}

function question(what: string) {
  return {
    message: `${what}. Send the file all the same?`,
    otherwise: 'Nothing was sent.',
    unasked: `${what}, and there is no terminal to ask at: say --yes to send the file all the same`,
  }
}

async function reported(rehearsal: Rehearsal, { report }: ImportOptions) {
  if (report === undefined) return
  const file = await RefusedRows.open(report, false)
  file.add(refusedIn(rehearsal))
  await file.close()
}

async function sent(
  connectif: Connectif,
  options: ImportOptions,
  about: Omit<Sending, 'key' | 'report' | 'signal'>,
) {
  const { checkpoint, total } = about
  const report =
    options.report === undefined
      ? undefined
      : await RefusedRows.open(options.report, checkpoint.saved !== undefined)
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  const begun = performance.now()
  try {
    const { signal } = stop
    const outcome = await send(connectif, { ...about, key: options.key, report, signal })
    await checkpoint.remove()
    await printSent(outcome, (performance.now() - begun) / 1000, options)
    if ((outcome.counts.failed ?? 0) > 0) process.exitCode = 1
  } catch (thrown) {
    process.stderr.write(howToGoOn(checkpoint, total))
    if (!stop.signal.aborted) {
      // What was thrown first is what is told.
      await report?.close().catch(() => {})
      throw thrown
    }
    process.exitCode = 130
  } finally {
    process.off('SIGINT', interrupt)
  }
  await report?.close()
}

function howToGoOn({ done, path }: FileCheckpoint, total: number) {
  if (done === 0) return 'Stopped before the first row.\n'
  return `Stopped after ${grouped(done)} of ${grouped(total)} rows. The same command goes on from there (${path}).\n`
}
