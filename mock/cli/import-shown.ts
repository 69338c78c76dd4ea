import { styleText } from 'node:util'
import type { Rehearsal } from '../rehearse/result.ts'
import type { CsvFile } from './contact-rows.ts'
import type { ImportOptions } from './import.ts'
import { refusedIn } from './import-rehearsal.ts'
import type { Sent } from './import-send.ts'
import { isRead } from './print.ts'
import { grouped, timeText } from './progress-line.ts'
import { refusedTable } from './refused-rows.ts'
import { jsonLine, visible } from './visible.ts'

const names = { 'external-id': 'External ID', email: 'email', 'product-id': 'product id' }

/** Fights that are shown, and lines of each; JSON has all. */
const most = 8

/** Prints what would happen: for people, or as JSON lines with a summary as the last. */
export async function printRehearsal(
  rehearsal: Rehearsal,
  file: CsvFile,
  options: ImportOptions,
): Promise<void> {
  const { refusals: _, fights, ...counts } = rehearsal
  const refusals = refusedIn(rehearsal)
  if (options.json || !isRead()) {
    for (const refusal of refusals) print(jsonLine({ type: 'refusal', ...refusal }))
    for (const fight of fights) print(jsonLine({ type: 'fight', ...fight }))
    print(jsonLine({ type: 'rehearsal', ...counts }))
    return
  }
  print(summaryOf(rehearsal, file, options))
  if (fights.length > 0) print(fightsOf(rehearsal))
  if (refusals.length > 0) print(await refusedTable(refusals, counts.refused, options.report))
}

/** Prints what came of the rows that were sent. */
export async function printSent(
  { counts, refused, notListed }: Sent,
  seconds: number,
  { json, report }: ImportOptions,
): Promise<void> {
  if (json || !isRead()) {
    for (const one of refused) print(jsonLine({ type: 'refusal', ...one }))
    const left = notListed > 0 && { notListed }
    print(jsonLine({ type: 'sent', ...counts, ...left, seconds: Number(seconds.toFixed(1)) }))
    return
  }
  const parts = Object.entries(counts)
    .filter(([name, count]) => name !== 'done' && name !== 'failed' && count > 0)
    .map(([name, count]) => `${grouped(count)} ${name}`)
  const failed = counts.failed ?? 0
  const took = `${grouped(counts.done ?? 0)} rows in ${timeText(seconds)}`
  if (failed > 0) parts.push(`${grouped(failed)} ${inColour('refused')}`)
  print(`\nSent ${took}: ${parts.join(', ')}.\n`)
  if (refused.length > 0) print(`\n${await refusedTable(refused, failed, report)}`)
}

function summaryOf(rehearsal: Rehearsal, { path, header }: CsvFile, options: ImportOptions) {
  const { against, key, rehearse } = options
  const { rows, created, updated, unchanged, refused, unknownColumns, start } = rehearsal
  const held =
    against === undefined
      ? 'an account without contacts'
      : `the ${grouped(start.contacts)} contacts of ${against}`
  const counts = Object.entries({ created, updated, unchanged, refused })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `  ${grouped(count).padStart(9)} ${inColour(name)}\n`)
  const left = unknownColumns.join(', ')
  const isTaken = (name: string) => !name.startsWith('_') && !unknownColumns.includes(name)
  const taken = rehearse ? header.filter(isTaken).join(', ') : ''
  return visible(`Rehearsal of ${path}: ${grouped(rows)} rows by ${names[key]},\nagainst ${held}\n`)
    .concat('\n', ...counts, '\n')
    .concat(taken && visible(`Taken for custom fields, their values unchecked: ${taken}\n\n`))
    .concat(left && visible(`Not imported, as no field of the account: ${left}\n\n`))
}

function inColour(name: string) {
  return name === 'refused' ? styleText('red', name) : name
}

function fightsOf({ fights }: Rehearsal) {
  const shown = fights.slice(0, most).map(({ identifier, value, rows, winner }) => {
    const lines = rows.slice(0, most).map(({ line }) => line)
    const some = `${lines.join(', ')}${rows.length > most ? ' and more' : ''}`
    return `  ${names[identifier]} ${value}: lines ${some}; line ${winner} stays\n`
  })
  const left = fights.length - shown.length
  const rest = left > 0 ? `  and ${grouped(left)} more\n` : ''
  return visible(['Rows that fight over one identifier:\n', ...shown, rest, '\n'].join(''))
}

function print(text: string) {
  process.stdout.write(text)
}
