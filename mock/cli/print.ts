import { table } from './table.ts'
import { jsonLine } from './visible.ts'

/** Columns of a terminal that does not tell how many it has. */
const usual = 80

/** Whether somebody reads what is printed, rather than a program. */
export function isRead(stream: NodeJS.WriteStream = process.stdout): boolean {
  return stream.isTTY === true
}

/** How wide a stream is, in columns. */
export function columnsOf(stream: NodeJS.WriteStream = process.stdout): number {
  return stream.columns || usual
}

/** Prints a record: a table of what has a value for people, a line of JSON for programs. */
export async function printRecord(record: object): Promise<void> {
  if (!isRead()) {
    process.stdout.write(jsonLine(record))
    return
  }
  const rows = Object.entries(record)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, textOf(value)])
  process.stdout.write(await table(['field', 'value'], rows, columnsOf()))
}

/** Tells people what was done; programs have the exit code. Takes the place of a progress line. */
export function tell(sentence: string): void {
  if (isRead(process.stderr)) process.stderr.write(`\r\u001B[2K${sentence}\n`)
}

function textOf(value: unknown): string {
  if (!Array.isArray(value)) return isObject(value) ? linesOf(value).join('\n') : String(value)
  if (!value.some(isObject)) return value.map(String).join(', ')
  return value.flatMap((item) => listed(linesOf(Object(item)))).join('\n')
}

function linesOf(object: object): string[] {
  return Object.entries(object).map(([name, value]) =>
    isObject(value) ? `${name}: ${JSON.stringify(value)}` : `${name}: ${value}`,
  )
}

function listed(lines: readonly string[]): string[] {
  return lines.map((line, at) => `${at === 0 ? '-' : ' '} ${line}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
