/** A CSV file as a till system writes it: commas, CRLF, no BOM, quotes only where needed. */
export interface CsvFile {
  text: string
  /** The line on which each row begins, the header being line 1. */
  lines: number[]
}

/** Writes the rows under the header. */
export function csv(header: readonly string[], rows: readonly (readonly string[])[]): CsvFile {
  let text = record(header)
  let line = 2
  const lines: number[] = []

  for (const row of rows) {
    const written = record(row)
    lines.push(line)
    line += written.split('\n').length - 1
    text += written
  }
  return { text, lines }
}

function record(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
