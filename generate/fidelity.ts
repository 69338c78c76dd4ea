import { rules } from '../mock/rules/all.ts'

const begin = '<!-- Rules: written by `npm run generate`. -->'
const end = '<!-- End of the rules. -->'

/** The README with the present rules of the twin in its fidelity table. */
export function withFidelityTable(readme: string): string {
  const [before, rest] = parted(readme, begin)
  const [, after] = parted(rest, end)
  return `${before}${begin}\n\n${fidelityTable()}\n\n${end}${after}`
}

/** What the twin enforces and how sure it is: a line for each rule, in Markdown. */
function fidelityTable(): string {
  const lines = rules.map(({ id, says, grade, source }) => [`\`${id}\``, says, grade, page(source)])
  return table([['Rule', 'What holds', 'Grade', 'Source'], ...lines])
}

function page(source: string) {
  if (!source.startsWith('https:')) return '–'
  const path = source.split('/connectif-api/')[1] ?? `article ${source.match(/\d{6,}/)}`
  return `[${path}](${source})`
}

/** Columns padded to one width, as the formatter wants them. */
function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  const line = (row: string[], fill: string) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width, fill)).join(' | ')} |`
  const [header = [], ...body] = rows
  return [line(header, ' '), line([], '-'), ...body.map((row) => line(row, ' '))].join('\n')
}

function parted(text: string, marker: string): [string, string] {
  const [before, after] = text.split(marker)
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${marker}`)
  return [before, after]
}
