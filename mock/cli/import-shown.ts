import { styleText } from 'node:util'
import type { ImportOptions } from './import.ts'
import type { Rehearsal } from './import-rehearsal.ts'
import type { Sent } from './import-send.ts'
import { isRead } from './print.ts'
import { grouped, timeText } from './progress-line.ts'
import { refusedTable } from './refused-rows.ts'
import { jsonLine, visible } from './visible.ts'

/** Conflicts that are shown; a report has all. */
const most = 8

/** Prints what would happen: for people, or as JSON lines with a summary as the last. */
export async function printRehearsal(
  rehearsal: Rehearsal,
  path: string,
  options: ImportOptions,
): Promise<void> {
  const { refusals, conflicts, unknownColumns, ...counts } = rehearsal
  if (options.json || !isRead()) {
    for (const refusal of refusals) print(jsonLine({ type: 'refusal', ...refusal }))
    for (const conflict of conflicts) print(jsonLine({ type: 'conflict', ...conflict }))
    print(jsonLine({ type: 'rehearsal', ...counts, unknownColumns }))
    return
  }
  print(summaryOf(rehearsal, path, options))
  if (conflicts.length > 0) print(conflictsOf(rehearsal))
  if (refusals.length > 0) print(await refusedTable(refusals, counts.refused, options.report))
}

/** Prints what came of the rows that were sent. */
export async function printSent(
  { counts, refused }: Sent,
  seconds: number,
  { json, report }: ImportOptions,
): Promise<void> {
  if (json || !isRead()) {
    for (const one of refused) print(jsonLine({ type: 'refusal', ...one }))
    print(jsonLine({ type: 'sent', ...counts, seconds: Number(seconds.toFixed(1)) }))
    return
  }
  const parts = Object.entries(counts)
    .filter(([name, count]) => name !== 'done' && name !== 'failed' && count > 0)
    .map(([name, count]) => `${grouped(count)} ${name}`)
  const failed = counts.failed ?? 0
  const took = `${grouped(counts.done ?? 0)} rows in ${timeText(seconds)}`
  print(`Sent ${[took, ...parts].join(', ')}${failed > 0 ? `, ${grouped(failed)} refused` : ''}.\n`)
  if (refused.length > 0) print(await refusedTable(refused, failed, report))
}

function summaryOf(
  { rows, created, updated, unchanged, refused, unknownColumns }: Rehearsal,
  path: string,
  { against, key }: ImportOptions,
) {
  const start = against ?? 'an account without contacts'
  const counts = Object.entries({ created, updated, unchanged, refused })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `  ${grouped(count).padStart(9)} ${inColour(name)}\n`)
  const left = unknownColumns.join(', ')
  return visible(`Rehearsal of ${path}: ${grouped(rows)} rows by ${key}, against ${start}\n`)
    .concat('\n', ...counts, '\n')
    .concat(left && visible(`Not imported, as no field of the account: ${left}\n\n`))
}

function inColour(name: string) {
  return name === 'refused' ? styleText('red', name) : name
}

function conflictsOf({ conflicts }: Rehearsal) {
  const lines = conflicts.slice(0, most).map(({ column, value, lines: where }) => {
    const some = where.slice(0, most).join(', ')
    return `  ${column} ${value}: lines ${some}${where.length > most ? ' and more' : ''}\n`
  })
  const left = conflicts.length - lines.length
  const rest = left > 0 ? `  and ${grouped(left)} more\n` : ''
  return visible(['Rows that fight over one identifier:\n', ...lines, rest, '\n'].join(''))
}

function print(text: string) {
  process.stdout.write(text)
}
