/** A table in Markdown, its columns padded to one width, as the formatter wants them. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  const line = (row: readonly string[], fill: string) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width, fill)).join(' | ')} |`
  const [header = [], ...body] = rows
  return [line(header, ' '), line([], '-'), ...body.map((row) => line(row, ' '))].join('\n')
}

/** Text as code. */
export function code(text: string): string {
  return `\`${text}\``
}

/** A line with its words, at most 100 characters wide; further ones are indented by two. */
export function item(text: string): string {
  const lines = ['-']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) as string
    if (last.length + 1 + word.length <= 100) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`  ${word}`)
  }
  return lines.join('\n')
}
